"""The table of contents and the numbers of headings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cieprep_docs.content.nodes import Contents, Document, Heading, Paragraph, Run, Section
from cieprep_docs.office.word.numbering import Level, number_words
from cieprep_docs.office.word.outline import bookmark_names, contents_entries

Show = Callable[..., str]
DECIMAL = tuple(Level("decimal", ".".join(f"%{n}" for n in range(1, level + 1))) for level in (1, 2, 3, 4))
CHINESE = (Level("chineseCountingThousand", "%1、"), Level("chineseCountingThousand", "（%2）"))


def h(text: str, level: int = 1, *, numbered: bool = True, identity: str = "") -> Heading:
    return Heading((Run(text, "en-GB"),), level, identity, numbered)


def test_entries_link_to_their_headings_and_show_no_page_number_yet(show: Show) -> None:
    contents = Section((h("Contents", numbered=False), Contents()), "contents")
    shown = show(contents, Section((h("One"), h("In one", 2), h("Deep", 3)), "section"), h("Notes", numbered=False))
    assert shown.splitlines()[:4] == [
        "ContentsHeading: «_Toc00000001»Contents",
        'Toc1: {TOC \\o "1-2" \\h \\z \\u}<_Toc00000002|1⇥One>',
        "Toc2: <_Toc00000003|1.1⇥In one>",
        "Toc1: <_Toc00000005|Notes>",
    ]


@pytest.mark.parametrize(("headings", "opening"), [(24, "OpeningHeading pageBreakBefore"), (23, "Heading1")])
def test_long_contents_have_their_pages_to_themselves(show: Show, headings: int, opening: str) -> None:
    contents = Section((Contents(),), "contents")
    text = Section(tuple(h(f"No. {n}") for n in range(headings)), "section")
    assert f"\n{opening}: «_Toc00000001»No. 0\n" in show(contents, text)


def test_numbers_count_as_word_counts() -> None:
    levels = [(1, True), (2, True), (2, True), (1, False), (1, True), (3, True), (2, True), (1, True)]
    blocks = tuple(h(str(n), level, numbered=numbered) for n, (level, numbered) in enumerate(levels))
    entries = contents_entries(Document("en-GB", "T", blocks), DECIMAL, 3)
    assert [entry.number for entry in entries] == ["1", "1.1", "1.2", "", "2", "2.1.1", "2.2", "3"]


@pytest.mark.parametrize(
    ("count", "number"), [(1, "一、"), (10, "十、"), (11, "十一、"), (20, "二十、"), (21, "二十一、")]
)
def test_chinese_numerals(count: int, number: str) -> None:
    assert number_words(CHINESE, (count,)) == number
    assert number_words(CHINESE, (count, 2)) == "（二）"


def test_bookmarks_are_names_that_word_takes_and_no_two_are_alike() -> None:
    ids = ["a-b", "a.b", "a_b", "x" * 40, "x" * 39 + "y"]
    document = Document("en-GB", "T", tuple(Paragraph((Run("x", "en-GB"),), id=each) for each in ids))
    names = bookmark_names(document)
    assert list(names) == ids
    assert len(set(names.values())) == len(ids)
    assert all(len(name) <= 40 and name.replace("_", "a").isalnum() for name in names.values())
