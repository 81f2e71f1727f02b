"""The check that runs before every build: what would stumble a reader who does not see the report."""

from __future__ import annotations

from cieprep_docs.content.nodes import (
    Block,
    Cell,
    Document,
    Heading,
    Inlines,
    Origin,
    Paragraph,
    Picture,
    Row,
    Run,
    Table,
)
from cieprep_docs.office.word.accessibility import accessibility


def words(text: str) -> Inlines:
    return (Run(text, "en-GB"),)


def cell(text: str, *, header: bool = False) -> Cell:
    return Cell((Paragraph(words(text)),), header)


HEAD, BODY = Row((cell("Name"), cell("Post")), "header"), Row((cell("a"), cell("b")))


def found(*blocks: Block, title: str = "Title", lang: str = "en-GB") -> list[str]:
    return [str(each) for each in accessibility(Document(lang, title, blocks))]


def test_a_report_in_order_is_not_complained_about() -> None:
    facts = Table((Row((cell("Theme", header=True), cell("x"))),))
    shown = Picture("venue", "A hall", "en-GB")
    assert found(Heading(words("One"), 1), Heading(words("In one"), 2), Table((HEAD, BODY)), facts, shown) == []


def test_the_example_is_in_order(document: Document) -> None:
    assert accessibility(document) == ()


def test_title_and_language_are_missed() -> None:
    assert [each.partition(" (")[0] for each in found(title=" ", lang="")] == [
        "OFF080 the document has no title",
        "OFF080 the document has no language",
    ]


def test_a_level_that_is_skipped_is_named_with_its_template() -> None:
    deep = Heading(words("Deep"), 3, origin=Origin("report.html", 7))
    assert found(Heading(words("One"), 1), deep) == [
        "report.html:7: OFF081 “Deep” is of level 3 after one of level 1 (use the levels in order)"
    ]


def test_pictures_without_words_and_tables_without_headings_are_named() -> None:
    shown = found(Picture("venue", " ", "en-GB"), Table((BODY, BODY), words("Staff")))
    assert shown == [
        "OFF082 a picture without words that stand for it (say what it shows)",
        "OFF083 the table “Staff” has no row or column of headings (put its first row into <thead>)",
    ]
