"""Paragraphs, headings and lists as Word paragraphs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from cieprep_docs.content.nodes import (
    Aside,
    Break,
    Cell,
    Document,
    Heading,
    Item,
    List,
    Origin,
    Paragraph,
    Quotation,
    Row,
    Run,
    Section,
    Table,
)
from cieprep_docs.errors import StyleError
from cieprep_docs.office.word import ReportStyle, write_report

Show = Callable[..., str]


def en(text: str, **marks: object) -> Run:
    return Run(text, "en-GB", **marks)  # type: ignore[arg-type]


def p(text: str, role: str = "body") -> Paragraph:
    return Paragraph((en(text),), role)


def test_a_role_is_a_named_style(show: Show) -> None:
    assert show(p("One"), p("Two", "lead")) == "BodyText: One\nLead: Two"


def test_a_role_means_more_inside_its_part(show: Show) -> None:
    cover = Section((p("9 December", "dates"), p("Bring it", "meta")), "cover")
    assert show(cover) == "CoverDates: 9 December\nMeta: Bring it\nSectionEnd section:"


@pytest.mark.parametrize(
    ("lang", "styles"), [("zh-CN", "BodyTextZh"), ("ru-RU", "BodyTextRu"), ("en-GB", "BodyText"), ("fr-FR", "BodyText")]
)
def test_each_language_has_its_own_paragraphs(show: Show, lang: str, styles: str) -> None:
    assert show(Paragraph((Run("1", lang),)), lang=lang) == f"{styles}: 1"


def test_headings_are_bookmarked_for_the_contents_and_keep_their_own_id(show: Show) -> None:
    assert show(Heading((en("One"),), 1, "one"), Heading((en("Two"),), 2)) == (
        "Heading1: «one»«_Toc00000001»One\nHeading2: «_Toc00000002»Two"
    )


def test_a_heading_without_number_has_a_style_without_number(show: Show) -> None:
    assert show(Heading((en("Notes"),), 1, numbered=False)) == "PlainHeading1: «_Toc00000001»Notes"


def test_words_in_another_language_carry_it(show: Show) -> None:
    runs = (Run("Форум", "ru-RU"), en(" and "), Run("论坛", "zh-CN"), Run("Forum", "en-GB", mark="untranslated"))
    assert show(Paragraph(runs), lang="ru-RU") == (
        "BodyTextRu: Форум[en-GB| and ][zh-CN|论坛][Untranslated en-GB|Forum]"
    )


def test_marks_become_character_styles_and_the_rest_stays_direct(show: Show) -> None:
    runs = (en("a", strong=True), en("b", emphasis=True), en("c", strong=True, mark="proposed"), en("1", raised=True))
    assert show(Paragraph(runs)) == "BodyText: [Strong|a][Emphasis|b][Proposed b bCs|c][NoteReference|1]"


def test_chinese_quotation_marks_take_the_chinese_font_and_latin_letters_do_not(show: Show) -> None:
    assert show(Paragraph((Run("“CIEP”大会", "zh-CN"),)), lang="zh-CN") == (
        "BodyTextZh: [eastAsia|“]CIEP[eastAsia|”大会]"
    )
    assert show(Paragraph((Run("大会", "zh-CN"),)), lang="zh-CN") == "BodyTextZh: 大会"
    assert show(Paragraph((Run("«Форум» — “да”", "ru-RU"),)), lang="ru-RU") == "BodyTextRu: «Форум» — “да”"


def test_links_lead_to_bookmarks_or_outside(show: Show) -> None:
    runs = (en("see "), en("1", raised=True, href="#note.1"), en("here", href="https://example.org/?a=1&b=2"))
    assert show(Paragraph(runs), Paragraph((en("x"),), id="note.1")) == (
        "BodyText: see <note_1|[NoteReference|1]><outside|[Hyperlink|here]>\nBodyText: «note_1»x"
    )


def test_breaks_tabs_and_signs_of_markup_come_through(show: Show) -> None:
    assert show(Paragraph((en("a < b & c"), Break(), en("x\ty")))) == "BodyText: a < b & c⏎x⇥y"


def test_lists_count_from_one_each_and_nest(show: Show) -> None:
    inner = List((Item((p("inner"),)),))
    numbered = List((Item((p("one"), p("more"))), Item((p("two"), inner))), ordered=True)
    assert show(numbered, numbered) == "\n".join(
        line
        for instance in (7, 8)
        for line in (
            f"ListNumber keepNext list {instance}/0: one",
            "ListContinue keepNext: more",
            f"ListNumber list {instance}/0: two",
            "ListBullet list 2/1: inner",
        )
    )


def test_no_item_of_a_list_stands_alone_on_a_page(show: Show) -> None:
    kept = [["keepNext" in line for line in show(List((Item((p("x"),)),) * count)).splitlines()] for count in (1, 2, 5)]
    assert kept == [[False], [True, False], [True, False, False, True, False]]


def test_what_stands_before_a_heading_adds_no_gap_of_its_own(show: Show) -> None:
    said = Section((Quotation((p("x"),)),), "section")
    following = Section((Heading((en("Next"),), 1),), "section")
    assert "AfterBlock" not in show(said, following)
    assert "AfterBlock" in show(said, said)


def test_the_band_of_a_cover_is_as_wide_as_the_sheet_and_grows(style: ReportStyle) -> None:
    band = Aside((Heading((en("Title"),), 1),), "band")
    with zipfile.ZipFile(
        io.BytesIO(write_report(Document("en-GB", "T", (Section((band,), "cover"),)), style))
    ) as package:
        xml = package.read("word/document.xml").decode()
    assert '<w:tblStyle w:val="CoverBand"/><w:tblW w:w="11906" w:type="dxa"/><w:tblInd w:w="-1417"' in xml
    assert '<w:trHeight w:val="6237" w:hRule="atLeast"/>' in xml
    assert '<w:pStyle w:val="Title"/>' in xml


def test_notes_are_a_numbered_list_with_targets(show: Show) -> None:
    notes = List((Item((p("A source"),), "source-1"),), ordered=True, role="notes")
    assert show(notes) == "NoteText list 7/0: «source_1»A source"


def test_panels_are_paragraphs_of_their_own_style(show: Show) -> None:
    assert show(Aside((p("Mind"),))) == "PanelText: Mind"


def test_annexes_and_notes_stand_outside_the_numbering(show: Show) -> None:
    annex = Section((Heading((en("Annex"),), 1), Heading((en("Part"),), 2)), "annex", id="annex")
    assert show(annex, Section((Heading((en("Notes"),), 1),), "notes")) == (
        "«annex»\nAnnexHeading: «_Toc00000001»Annex\nPlainHeading2: «_Toc00000002»Part\n"
        "PlainHeading1: «_Toc00000003»Notes"
    )


def test_unknown_roles_are_reported_together_with_their_templates(show: Show) -> None:
    first = Paragraph((en("a"),), "leed", origin=Origin("report.html", 7))
    with pytest.raises(StyleError) as caught:
        show(first, p("b", "quirk"))
    assert [str(each) for each in caught.value.diagnostics] == [
        "report.html:7: OFF065 the house style has no paragraph style for “leed”",
        "OFF065 the house style has no paragraph style for “quirk”",
    ]


def test_lowered_words_are_lowered(show: Show) -> None:
    assert show(Paragraph((Run("CO", "en-GB"), Run("2", "en-GB", lowered=True)))) == "BodyText: CO[subscript|2]"


def test_lists_in_tables_have_the_style_of_tables(show: Show) -> None:
    item = Item((Paragraph((Run("One", "en-GB"),)),))
    table = Table((Row((Cell((List((item,)),)), Cell((List((item,)),)))),))
    assert show(table).count("TableBullet") == 2
    assert "ListBullet" in show(List((item,)))
