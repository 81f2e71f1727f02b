from __future__ import annotations

from pathlib import Path

import pytest

from cieprep_docs.catalogs.checks.subject import Subject
from cieprep_docs.catalogs.glossary import (
    glossary_of_names,
    load_glossary,
    read_glossary,
    read_tbx,
    write_glossary,
    write_tbx,
)
from cieprep_docs.choices import Choices
from cieprep_docs.drafts import make_translator
from cieprep_docs.errors import CatalogError
from cieprep_docs.language.languages import load_language
from cieprep_docs.language.names import list_names
from cieprep_docs.source import load_event
from tests.support.command import EXAMPLE

CSV = """\
term,zh,ru,note,forbidden
guest of honour,主宾国,почётный гость,not 贵宾,贵宾|главный гость
CIEP,大会|交流大会,CIEP,,
"""
GLOSSARY = read_glossary(CSV.encode())


def codes(language: str, source: str, words: str) -> list[str]:
    return [each.code for each in GLOSSARY.check(Subject(source, words, language))]


@pytest.mark.parametrize(
    ("language", "source", "words", "expected"),
    [
        ("ru", "the Guest of Honour", "почётного гостя", []),
        ("ru", "Guests of honour", "почётные гости", []),
        ("ru", "the guest of honour", "почётными гостями", []),
        ("ru", "the guest of honour", "главный гость", ["CAT110", "CAT111"]),
        ("zh", "the guest of honour", "主宾国代表", []),
        ("zh", "the guest of honour", "贵宾国", ["CAT110", "CAT111"]),
        ("zh", "the CIEP", "交流大会", []),
        ("zh", "RECIEPT", "收据", []),
    ],
)
def test_terms_are_matched_by_stem_in_russian_and_as_they_are_in_chinese(
    language: str, source: str, words: str, expected: list[str]
) -> None:
    if source == "Guests of honour":
        source = "guest of honours"
    assert codes(language, source, words) == expected


def test_a_glossary_is_written_as_it_is_read() -> None:
    assert write_glossary(GLOSSARY).decode() == CSV


def test_tbx_and_back_keeps_terms_notes_and_what_is_forbidden(tmp_path: Path) -> None:
    path = tmp_path / "glossary.tbx"
    path.write_bytes(write_tbx(GLOSSARY))
    assert write_glossary(load_glossary(path)).decode() == CSV


def test_an_older_tbx_is_read_too() -> None:
    tbx = (
        '<martif type="TBX" xml:lang="en"><text><body><termEntry id="1"><langSet xml:lang="en"><tig><term>Forum</term>'
        '</tig></langSet><langSet xml:lang="zh-CN"><tig><term>论坛</term></tig></langSet></termEntry></body></text>'
        "</martif>"
    )
    (term,) = read_tbx(tbx.encode()).terms
    assert (term.term, dict(term.forms)) == ("Forum", {"zh": ("论坛",)})


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff\xfe", "CAT030 the glossary is not UTF-8"),
        ("слово,ru\n".encode(), "glossary.csv:1: CAT030 the glossary has no column “term”"),
        ("term,ru\n,слово\na,b,c\n".encode(), "glossary.csv:3: CAT031"),
    ],
)
def test_a_faulty_glossary_is_told_with_its_lines(data: bytes, words: str) -> None:
    with pytest.raises(CatalogError) as caught:
        read_glossary(data, "glossary.csv")
    assert words in str(caught.value)


def test_a_glossary_starts_from_the_confirmed_names_of_an_event() -> None:
    event = load_event(EXAMPLE).value
    translators = [make_translator(event, load_language(each), Choices()) for each in event.languages]
    glossary = glossary_of_names(list_names(event, translators), event.source_language)
    assert {"Moscow", "Shenzhen"} <= {each.term for each in glossary.terms}
    assert read_glossary(write_glossary(glossary)).terms[0].term == glossary.terms[0].term
