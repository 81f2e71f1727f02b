"""The first page."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent

from cieprep_docs.content.nodes import Heading, Paragraph, Run, Section

Show = Callable[..., str]


def say(text: str) -> tuple[Run, ...]:
    return (Run(text, "en-GB"),)


def test_the_title_of_a_cover_by_a_script_stands_on_the_band(show: Show) -> None:
    blocks = (Heading(say("Minutes"), 1), Paragraph(say("May"), "dates"), Paragraph(say("Working group")))
    shown = show(Section(blocks, "cover"), Paragraph(say("Words")))
    assert shown.startswith(
        dedent("""\
        table CoverBand
          row cantSplit trHeight
            cell
              Title: «_Toc00000001»Minutes
              CoverSubtitle: Working group
        CoverDates: May
        SectionEnd section:""")
    )


def test_a_cover_without_a_title_has_no_band(show: Show) -> None:
    assert "CoverBand" not in show(Section((Paragraph(say("May"), "dates"),), "cover"), Paragraph(say("Words")))
