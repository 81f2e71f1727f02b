from __future__ import annotations

import re
from pathlib import Path

import pytest

from cieprep_docs.catalogs.checks.subject import Subject
from cieprep_docs.catalogs.glossary import glossary_of_names
from cieprep_docs.catalogs.glossary_table import load_glossary, read_glossary, write_glossary
from cieprep_docs.catalogs.tbx import read_tbx, write_tbx
from cieprep_docs.choices import Choices
from cieprep_docs.drafts import make_translator
from cieprep_docs.errors import CatalogError, StyleError
from cieprep_docs.language import tags
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
    assert write_glossary(load_glossary(path).value).decode() == CSV


def test_an_older_tbx_is_read_too() -> None:
    tbx = (
        '<martif type="TBX" xml:lang="en"><text><body><termEntry id="1"><langSet xml:lang="en"><tig><term>Forum</term>'
        '</tig></langSet><langSet xml:lang="zh-CN"><tig><term>论坛</term></tig></langSet></termEntry></body></text>'
        "</martif>"
    )
    (term,) = read_tbx(tbx.encode()).value.terms
    assert (term.term, dict(term.forms)) == ("Forum", {"zh": ("论坛",)})


TBX_2 = (
    '<?xml version="1.0"?>\n<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n'
    '<martif type="TBX" xml:lang="en"><text><body><termEntry id="1"><langSet xml:lang="en"><tig><term>Forum</term>'
    '</tig></langSet><langSet xml:lang="ru"><tig><term>форум</term></tig></langSet><langSet xml:lang="de"><tig><term>'
    "Forum</term></tig></langSet></termEntry><termEntry><langSet xml:lang='ru'><tig><term>итог</term></tig></langSet>"
    "</termEntry></body></text></martif>"
)


def test_what_a_tbx_has_more_than_the_project_is_left_out_and_told() -> None:
    read = read_tbx(TBX_2.encode(), "terms.tbx")
    assert [(each.term, dict(each.forms)) for each in read.value.terms] == [("Forum", {"ru": ("форум",)})]
    assert [str(each) for each in read.diagnostics] == [
        "terms.tbx: CAT034 words in de were left out: no language file",
        "terms.tbx: CAT034 concepts without a term in en were left out: 1",
    ]


def test_a_public_doctype_of_a_tbx_is_read_over() -> None:
    public = TBX_2.replace("SYSTEM", "PUBLIC '-//TBX//core' ")
    assert read_tbx(public.encode()).value == read_tbx(TBX_2.encode()).value


@pytest.mark.parametrize(
    "subset", ['SYSTEM "x.dtd" [<!ENTITY a SYSTEM "file:///etc/hostname">]', '[<!ENTITY a "b">]', 'SYSTEM "x" "y"']
)
def test_a_doctype_that_declares_anything_is_refused(subset: str) -> None:
    with pytest.raises(StyleError, match="OFF013"):
        read_tbx(TBX_2.replace('SYSTEM "TBXcoreStructV02.dtd"', subset).replace("форум", "&a;").encode())


def test_an_exported_concept_has_one_section_a_language_with_all_its_terms() -> None:
    tbx = write_tbx(GLOSSARY).decode()
    concept = tbx[: tbx.index("</conceptEntry>")]
    assert re.findall('<langSec xml:lang="(..)">', concept) == ["en", "zh", "ru"]
    assert concept.count("deprecatedTerm-admn-sts") == 2


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Церемония закрытия форума", []),
        ("На церемонии закрытия", []),
        ("Церемония закрытия и закрытие зала", ["CAT111"]),
        ("Закрытие форума", ["CAT110", "CAT111"]),
    ],
)
def test_a_forbidden_form_inside_an_agreed_one_is_part_of_that(words: str, expected: list[str]) -> None:
    glossary = read_glossary("term,ru,forbidden\nclosing ceremony,церемония закрытия,закрытие\n".encode())
    found = glossary.check(Subject("The closing ceremony", words, "ru"))
    assert [each.code for each in found] == expected


def test_cells_may_be_parted_as_excel_parts_them() -> None:
    for delimiter in ";\t":
        assert write_glossary(read_glossary(CSV.replace(",", delimiter).encode())).decode() == CSV


def test_a_column_is_of_a_language_that_has_a_language_file(tmp_path: Path) -> None:
    data = "term,ru,fr,comment\nforum,форум,forum,\n".encode()
    with pytest.raises(CatalogError) as caught:
        read_glossary(data, "glossary.csv")
    said = [str(each).partition(" is neither")[0] for each in caught.value.diagnostics]
    assert said == [f"glossary.csv:1: CAT033 the column “{column}”" for column in ("fr", "comment")]
    own = Path(tags.__file__).parent / "data" / "en.toml"
    text = re.sub(r"(?m)^aliases.*$", "aliases = []", own.read_text("utf-8")).replace('tag = "en-GB"', 'tag = "fr-FR"')
    (tmp_path / "fr.toml").write_text(text, "utf-8")
    (term,) = read_glossary(data.replace(b",comment", b"").replace(b",\n", b"\n"), "", tmp_path).terms
    assert dict(term.forms) == {"ru": ("форум",), "fr": ("forum",)}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (
            "term,ru\nforum,форум\nhall,зал\nforum,съезд\n".encode(),
            "glossary.csv:4: CAT032 “forum” stands twice, first",
        ),
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
