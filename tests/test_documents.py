"""Documents that a script builds itself, and what it is told about wrong ones."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE

from cieprep_docs import TemplateError, UsageError, compose_deck, compose_report, nodes
from cieprep_docs.content.outline import show
from cieprep_docs.content.vocabulary import SLIDES
from tests.support.command import CHECKOUT, run_program
from tests.support.decks import style

MANUAL = CHECKOUT / "docs" / "documents.md"


def say(text: str, lang: str = "en-GB") -> nodes.Inlines:
    return (nodes.Run(text, lang),)


def paragraph(text: str = "Words.", **more: Any) -> nodes.Paragraph:
    return nodes.Paragraph(say(text), **more)


def report(*blocks: nodes.Block, lang: str = "en-GB", **more: Any) -> nodes.Document:
    return nodes.Document(lang, "Title", blocks, **more)


def faults(*blocks: Any, **more: Any) -> list[str]:
    """Path, code and message of all that is wrong with a document of these blocks."""
    with pytest.raises(TemplateError) as caught:
        compose_report(report(*blocks, **more))
    return [f"{each.location.path}: {each.code} {each.message}" for each in caught.value.diagnostics]


def cell(text: str = "x", **more: Any) -> nodes.Cell:
    return nodes.Cell((paragraph(text),), **more)


LABELS = {"table": say("Table %(number)s. %(caption)s"), "table-link": say("Table %(number)s")}
TABLE = nodes.Table((nodes.Row((cell(header=True), cell("1"))),), say("Counted"), id="t")


def test_a_document_of_nodes_is_a_report_with_notes_and_numbers() -> None:
    words = (*say("See "), nodes.Reference("t", "en-GB"), nodes.Note(say("A note."), "en-GB"))
    made = compose_report(report(nodes.Heading(say("Head"), 1), nodes.Paragraph(words), TABLE, labels=LABELS))
    assert "See {→#t|Table⍽}{counted →#t|1}{note|A note.}" in show(made.tree)
    assert [each.text for each in made.document.paragraphs][:2] == ["Head", "See Table\u00a01"]


def test_versions_in_several_languages_stand_together() -> None:
    english, russian = report(paragraph()), report(nodes.Paragraph(say("Слова.", "ru-RU")), lang="ru-RU")
    assert "version ru-RU beside" in show(compose_report(english, russian).tree)
    assert "version ru-RU second" in show(compose_report(english, russian, layout="stacked").tree)
    with pytest.raises(TemplateError, match="MRK040"):
        compose_report(english, report(nodes.Heading(say("Слова", "ru-RU"), 1), lang="ru-RU"))


def test_a_document_of_sections_is_a_deck_whose_notes_are_spoken() -> None:
    words = nodes.Paragraph((*say("Said."), nodes.Note(say("And explained."), "en-GB")))
    slide = nodes.Section((nodes.Heading(say("Slide"), 1), nodes.List((nodes.Item((words,)),))))
    deck = compose_deck(report(slide))
    (only,) = deck.presentation.slides
    assert only.has_notes_slide
    assert only.notes_slide.notes_text_frame is not None
    assert "And explained." in only.notes_slide.notes_text_frame.text
    assert not [each for each in only.shapes if each.has_text_frame and "explained" in each.text_frame.text]


def test_a_style_that_does_not_exist_is_refused() -> None:
    for make in (compose_report, compose_deck):
        with pytest.raises(UsageError, match=r"RES003 there is no file no\.pptx"):
            make(report(paragraph()), style="no.pptx")


def test_what_is_no_document_is_refused() -> None:
    with pytest.raises(UsageError, match="not of str"):
        compose_report("report.docx")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="at least"):
        compose_report()
    with pytest.raises(UsageError, match="there are columns"):
        compose_report(report(paragraph()), layout="rows")  # type: ignore[arg-type]


WRONG_TYPES = [
    (["words"], ["blocks[0]: MRK050 is 'words' (str), not Heading or Paragraph or List or Table"]),
    ([nodes.Paragraph("words")], ["blocks[0].content: MRK050 is 'words' (str), not a tuple"]),  # type: ignore[arg-type]
    (
        [nodes.Section([paragraph()], "section")],  # type: ignore[arg-type]
        ["blocks[0].blocks: MRK050 is list, not a tuple"],
    ),
    ([nodes.Heading(say("x"), "1")], ["blocks[0].level: MRK050 is '1' (str), not int"]),  # type: ignore[arg-type]
    ([nodes.Item((paragraph(),))], ["blocks[0]: MRK050 is Item, not Heading or Paragraph"]),
    (
        [nodes.Chart("bars", ("a",), (nodes.Series("n", (1,)),), "en-GB", "a")],  # type: ignore[arg-type]
        [
            "blocks[0].kind: MRK050 is 'bars' (str), not 'bar' or 'column'",
            "blocks[0].series[0].values[0]: MRK050 is '1' (int), not Decimal or NoneType",
        ],
    ),
    (
        [nodes.Table((nodes.Row((cell(align="right"),), "head"),))],  # type: ignore[arg-type]
        [
            "blocks[0].rows[0].cells[0].align: MRK050 is 'right' (str), not 'start' or 'center'",
            "blocks[0].rows[0].kind: MRK050 is 'head' (str), not 'header' or 'body'",
        ],
    ),
]


@pytest.mark.parametrize(("blocks", "expected"), WRONG_TYPES)
def test_what_is_no_node_is_named_with_its_path(blocks: list[Any], expected: list[str]) -> None:
    found = faults(*blocks)
    assert len(found) == len(expected), found
    for one, start in zip(found, expected, strict=True):
        assert one.startswith(start)


def test_all_that_makes_no_sense_is_said_at_once() -> None:
    chart = nodes.Chart("bar", ("a", "b"), (nodes.Series("n", (Decimal(1),)),), "en-GB", " ", id="same")
    blocks = (
        nodes.Heading(say("x"), 5, "same"),
        paragraph("two\nlines", id="not one"),
        nodes.Paragraph((nodes.Run("x", "English", href="#nowhere"), nodes.Run("", "en-GB", href="file:///x"))),
        nodes.Paragraph((nodes.Note((), "en-GB"), nodes.Reference("there", "en-GB"))),
        nodes.Table((nodes.Row((cell(), cell())), nodes.Row((cell(),)))),
        nodes.List((nodes.Item((TABLE,)),)),
        nodes.Picture("hall", "", "en-GB"),
        chart,
        nodes.Section(()),
        nodes.Aside((nodes.Contents(),)),
    )
    assert faults(*blocks, labels={"page": (nodes.Note(say("x"), "en-GB"),)}) == [
        "labels['page']: MRK011 a label holds no notes and no numbers of blocks",
        "blocks[0]: MRK015 level=5",
        "blocks[1].content[0]: MRK003 'two\\nlines' holds a line break or a control character",
        "blocks[1]: MRK015 id='not one'",
        "blocks[2].content[0]: MRK015 lang='English'",
        "blocks[2].content[1]: MRK020 a run without words",
        "blocks[2].content[1]: MRK015 href='file:///x'",
        "blocks[3].content[0]: MRK020 a note without words",
        "blocks[4]: MRK041 row 2 is 1 columns wide, the first row 2",
        "blocks[5].items[0]: MRK011 a table must not stand in an item",
        "blocks[6]: MRK051 there is no picture 'hall' among the images of the document",
        "blocks[6]: MRK021 a picture without words that stand for it",
        "blocks[7]: MRK021 a chart without words that stand for it",
        "blocks[7]: MRK043 the series 'n' has 1 values, not 2",
        "blocks[7]: MRK030 the id 'same' stands twice",
        "blocks[8]: MRK020 a section without blocks",
        "blocks[9]: MRK011 a contents must not stand in an aside",
        "blocks[2]: MRK031 a link to #nowhere, which does not stand in the document",
        "blocks[3]: MRK031 a link to #there, which does not stand in the document",
    ]


def test_a_bare_document_is_refused() -> None:
    with pytest.raises(TemplateError) as caught:
        compose_report(nodes.Document("English", " ", ()))
    assert [each.code for each in caught.value.diagnostics] == ["MRK015", "MRK021", "MRK020"]


def test_a_number_of_what_has_none_is_refused() -> None:
    bare = replace(TABLE, caption=())
    assert faults(nodes.Paragraph((nodes.Reference("t", "en-GB"),)), bare, labels=LABELS) == [
        ": MRK034 a link without words to #t, which has no number"
    ]


def test_a_drawing_asks_for_its_picture() -> None:
    assert faults(nodes.Picture("plan", "The plan", "en-GB"), vectors={"plan": b"<svg/>"}) == [
        "blocks[0]: MRK051 the drawing 'plan' has no picture of the same key among the images of the document"
    ]


def test_a_section_that_no_style_serves_is_told(tmp_path: Path) -> None:
    def told(role: str, look: str | Path = "conference") -> list[str]:
        section = nodes.Section((nodes.Heading(say("Head"), 1), paragraph()), role)
        made = (compose_report(report(section), style=look), compose_deck(report(section)))
        return [f"{each.severity} {each.hint}" for one in made for each in one.diagnostics if each.code == "MRK016"]

    assert told("anex") == ['warning did you mean "annex"?'] * 2
    assert [each[:40] for each in told("qqq")] == ["warning there are agenda, annex, bullets"] * 2
    assert not told("") + told("landscape") + told("bullets")
    own = docx.Document(str(CHECKOUT / "templates" / "office" / "conference" / "report.docx"))
    own.styles.add_style("Chapter Body Text", WD_STYLE_TYPE.PARAGRAPH)
    own.save(str(tmp_path / "own.docx"))
    assert len(told("chapter", tmp_path / "own.docx")) == 1, "the deck alone"


def test_the_known_slides_are_the_layouts_of_our_house_style() -> None:
    assert style().layouts.by_role.keys() == SLIDES


def test_the_manual_names_the_fields_of_every_node() -> None:
    table = MANUAL.read_text("utf-8").partition("### Their fields")[2]
    rows = re.findall(r"^\| `(\w+)` \|([^|]*)\|", table, re.MULTILINE)
    told = {name: [re.findall(r"`(\w+)`", half) for half in f"{words};".split(";")[:2]] for name, words in rows}
    kinds = [each for each in vars(nodes).values() if isinstance(each, type) and is_dataclass(each)]
    kinds.remove(nodes.Origin)
    assert told == {each.__name__: _fields_of(each) for each in kinds}


def _fields_of(kind: Any) -> list[list[str]]:
    """The fields that must be given, and those that may."""
    own = [each for each in fields(kind) if each.name != "origin"]
    bare = [each.default is MISSING and each.default_factory is MISSING for each in own]
    return [[each.name for each, given in zip(own, bare, strict=True) if given is must] for must in (True, False)]


def scripts() -> Iterator[str]:
    yield from re.findall(r"```python\n(.*?)```", MANUAL.read_text("utf-8"), re.DOTALL)


def test_the_script_of_the_manual_runs(tmp_path: Path) -> None:
    script = tmp_path / "minutes.py"
    script.write_text(next(scripts()), "utf-8")
    ended = run_program(sys.executable, script, cwd=tmp_path)
    assert ended.code == 0, ended.err
    assert {"minutes.docx", "minutes.pptx"} <= {each.name for each in tmp_path.iterdir()}
