"""Key figures, timelines, quotations and people."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent

from cieprep_docs.content.nodes import (
    KeyFigure,
    KeyFigures,
    Paragraph,
    People,
    PersonCard,
    Quotation,
    Run,
    Step,
    Timeline,
)

Show = Callable[..., str]


def lines(text: str) -> str:
    return dedent(text).strip()


def words(text: str) -> tuple[Run, ...]:
    return (Run(text, "en-GB"),)


def figure(number: str, noun: str, qualifier: str = "") -> KeyFigure:
    before = (Run(qualifier, "en-GB", emphasis=True),) if qualifier else ()
    return KeyFigure((*before, *words(number)), words(noun))


def test_a_key_figure_is_its_number_over_what_it_counts(show: Show) -> None:
    assert show(KeyFigures((figure("500", "experts", "over "), figure("9", "events")))) == lines("""
        BeforeBlock:
        table KeyFigures
          row cantSplit
            cell
              KeyFigureNumber: [KeyFigureQualifier|over ]500
              KeyFigureNoun: experts
            cell
              KeyFigureNumber: 9
              KeyFigureNoun: events
        AfterBlock:
    """)


def cells_in_rows(shown: str) -> list[int]:
    return [row.count("    cell") for row in shown.split("  row ")[1:]]


def test_key_figures_stand_in_as_few_equal_rows_as_they_fit(show: Show) -> None:
    assert cells_in_rows(show(KeyFigures(tuple(figure(str(n), "things") for n in range(6))))) == [3, 3]
    assert cells_in_rows(show(KeyFigures((figure("1,800,000", "people", "more than "), *[figure("1", "x")] * 3)))) == [
        2,
        2,
    ]


def test_a_row_of_fewer_key_figures_keeps_their_width(show: Show) -> None:
    assert cells_in_rows(show(KeyFigures(tuple(figure(str(n), "things") for n in range(5))))) == [3, 3]


def test_a_step_has_its_date_at_the_left_or_none(show: Show) -> None:
    steps = (
        Step(words("May"), (Paragraph(words("Launch")),)),
        Step((), (Paragraph(words("a")), Paragraph(words("b")))),
    )
    assert show(Timeline(steps)) == lines("""
        BeforeBlock:
        table Timeline
          row cantSplit
            cell
              TimelineWhen: May
            cell
              TimelineStep: Launch
          row cantSplit
            cell
              TimelineWhen:
            cell
              TimelineStep: a
              TimelineText: b
        AfterBlock:
    """)


def test_labels_of_the_document_head_timelines_and_people(show: Show) -> None:
    labels = {name: words(name.title()) for name in ("when", "step", "person", "part")}
    timeline = Timeline((Step((), (Paragraph(words("Launch")),)),))
    people = People((PersonCard(words("Delegate 012"), part=words("spoke")),))
    shown = show(timeline, people, labels=labels)
    assert (
        "row cantSplit tblHeader\n    cell\n      TimelineHeader right: When\n    cell\n      TimelineHeader: Step"
        in shown
    )
    assert "      PersonHeader: Person\n    cell\n      PersonHeader: Part" in shown


def test_a_quotation_says_first_who_speaks(show: Show) -> None:
    said = Quotation((Paragraph(words("Yes.")),), words("Delegate 012"), words("Head of delegation"), "venue", "D")
    assert show(said) == lines("""
        BeforeBlock:
        QuotationSpeaker: (Picture 1: Delegate 012)
        QuotationSpeaker: Delegate 012
        QuotationPost: Head of delegation
        QuotationText: Yes.
        AfterBlock:
    """)


def test_people_stand_in_rows_with_initials_where_there_is_no_portrait(show: Show) -> None:
    one = PersonCard(words("Delegate 001"), words("Chair"), words("Academy"), words("presided"), "", "D1")
    two = PersonCard(words("Delegate 002"), portrait="venue")
    assert show(People((one, two))) == lines("""
        BeforeBlock:
        table People
          row cantSplit
            cell
              PersonInitials: D1
            cell
              PersonName: Delegate 001
              PersonPost: Chair
              PersonBody: Academy
            cell
              PersonPart: presided
          row cantSplit
            cell
              PersonInitials: (Picture 1: Delegate 002)
            cell
              PersonName: Delegate 002
            cell
              PersonPart:
        AfterBlock:
    """)
