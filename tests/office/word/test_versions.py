"""Documents in several languages: styles, numbers, captions and languages of the words."""

from __future__ import annotations

from collections.abc import Callable

from cieprep_docs.content.nodes import (
    Aside,
    Block,
    Break,
    Cell,
    Columns,
    Contents,
    Document,
    Heading,
    Item,
    List,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    Version,
)
from cieprep_docs.office.package import read_package
from cieprep_docs.office.word import ReportStyle, write_report
from tests.office.word.conftest import show_body

Show = Callable[..., str]


def words(text: str) -> tuple[Run, ...]:
    return (Run(text, "ru-RU" if text[0] >= "Ѐ" and text[0] < "ӿ" else "en-GB"),)


def beside(one: Block, other: Block) -> tuple[Version, ...]:
    return Version((one,), "en-GB", "beside"), Version((other,), "ru-RU", "beside")


def test_the_second_language_is_lighter_and_stays_with_the_first(show: Show) -> None:
    shown = show(
        Heading(words("One"), 1),
        Version((Heading(words("Один"), 1),), "ru-RU", "second"),
        Paragraph(words("Text")),
        Version((Paragraph(words("Текст")),), "ru-RU", "second"),
    )
    assert shown.splitlines()[:4] == [
        "Heading1 keepNext: «_Toc00000001»One",
        "Heading1SecondLanguage: «_Toc00000002»[ru-RU|Один]",
        "BodyTextFirstLanguage keepNext: Text",
        "BodyTextSecondLanguageRu: [ru-RU|Текст]",
    ]


def test_columns_are_rows_that_are_never_torn(show: Show) -> None:
    shown = show(Columns((beside(Paragraph(words("Text")), Paragraph(words("Текст"))),)))
    assert "BodyTextColumn: Text" in shown
    assert "BodyTextColumnRu: [ru-RU|Текст]" in shown
    assert "row cantSplit" in shown


def test_headings_in_columns_have_a_table_of_their_own_that_stays_with_the_text(show: Show) -> None:
    heading = beside(Heading(words("One"), 1), Heading(words("Один"), 1))
    text = beside(Paragraph(words("Text")), Paragraph(words("Текст")))
    shown = show(Columns((heading, text, heading, text)))
    assert shown.count("table LanguageColumns") == 4
    assert shown.count("\nSectionEnd keepNext:") == 2


def test_a_heading_in_columns_has_an_empty_row_below_it_for_libreoffice(show: Show) -> None:
    heading = beside(Heading(words("One"), 1), Heading(words("Один"), 1))
    shown = show(Columns((heading,)), Table((Row((Cell((Paragraph(words("a")),)),)),)))
    assert shown.count("  row cantSplit\n    cell 2\n      SectionEnd keepNext:") == 1


def test_words_that_lead_to_a_list_stay_with_it_in_columns(show: Show) -> None:
    lead = beside(Paragraph(words("These:")), Paragraph(words("Это:")))
    items = beside(List((Item((Paragraph(words("One")),)),)), List((Item((Paragraph(words("Один")),)),)))
    assert "BodyTextColumn keepNext: These:" in show(Columns((lead, items)))


def test_versions_in_a_cell_chain_no_table_to_the_next(show: Show) -> None:
    cell = Cell((Paragraph(words("Text")), Version((Paragraph(words("Текст")),), "ru-RU", "second")))
    rows = show(Table((Row((cell,)), Row((cell,)))))
    assert rows.count("keepNext: Text") == 1


def test_words_of_a_second_language_inside_a_field_are_lighter(show: Show) -> None:
    second = (Run("Слова", "ru-RU", second=True), Run("важно", "ru-RU", strong=True, second=True))
    assert show(Paragraph((*words("Words"), *second))) == (
        "BodyText: Words[SecondLanguage ru-RU|Слова][Strong ru-RU|важно]"
    )


def body_of(style: ReportStyle, *blocks: Block, **more: object) -> tuple[str, str]:
    package = read_package(write_report(Document("en-GB", "T", blocks, **more), style))  # type: ignore[arg-type]
    return package.read("word/document.xml").decode(), package.read("word/numbering.xml").decode()


def test_each_column_counts_by_itself(style: ReportStyle) -> None:
    heads = [beside(Heading(words("One"), 1), Heading(words("Один"), 1)) for _ in range(2)]
    items = [
        beside(
            List((Item((Paragraph(words("a")),)),), ordered=True, start=n),
            List((Item((Paragraph(words("а")),)),), ordered=True, start=n),
        )
        for n in (1, 2)
    ]
    body, numbering = body_of(style, Columns((*heads, *items)))
    own = style.numbering.next
    assert body.count(f'<w:numId w:val="{own}"/>') == 2, "both Russian headings share a count of their own"
    assert f'<w:num w:numId="{own}"><w:abstractNumId w:val="{len(style.numbering.levels) + own}"/>' in numbering
    starts = [
        numbering.partition(f'<w:num w:numId="{own + n}">')[2].partition("startOverride w:val=")[2][1]
        for n in (1, 2, 3, 4)
    ]
    assert starts == ["1", "1", "2", "2"]
    assert body.count("<w:cantSplit/>") == 4


def test_words_name_their_language(style: ReportStyle) -> None:
    body, _ = body_of(style, Columns((beside(Paragraph(words("Text")), Paragraph(words("Текст"))),)))
    assert '<w:lang w:val="ru-RU"/></w:rPr><w:t xml:space="preserve">Текст' in body
    assert "<w:lang" not in body.partition("Text<")[0]


def test_contents_list_a_heading_once_in_both_languages(show: Show) -> None:
    heads = Columns((beside(Heading(words("One"), 1), Heading(words("Один"), 1)),))
    shown = show(Section((Contents(),), "contents"), Section((heads,), "section"))
    assert "1⇥One / [ru-RU|Один]" in shown
    assert shown.count("Toc1:") == 1


def test_a_caption_has_the_label_of_each_language_and_one_number(style: ReportStyle) -> None:
    labels = {"table": words("Table %(number)s. %(caption)s")}
    table = Table((Row((Cell((Paragraph(words("x")),)),)),), (*words("Data"), Break(), *words("Данные")))
    other = {"ru-RU": {"table": words("Таблица %(number)s – %(caption)s")}}
    body, _ = body_of(style, table, labels=labels, other_labels=other)
    assert body.index("Table ") < body.index("Data") < body.index("Таблица ") < body.index("Данные")
    assert body.count("SEQ Table \\* ARABIC") == 1
    assert body.count("SEQ Table \\c \\* ARABIC") == 1


def test_a_cover_in_three_languages_is_set_smaller(style: ReportStyle) -> None:
    langs = ("en-GB", "ru-RU", "zh-CN")
    title = [Heading((Run("Title", lang),), 1, numbered=False) for lang in langs]
    others = [Version((each,), lang, "beside") for each, lang in zip(title[1:], langs[1:], strict=True)]
    expected = {1: ["FirstLanguage", "SecondColumnRu"], 2: ["NarrowColumn", "NarrowColumnRu", "NarrowColumnZh"]}
    for count, endings in expected.items():
        cover = Section((Aside((title[0], *others[:count]), "band"),), "cover")
        document = Document("en-GB", "T", (cover,), {}, {lang: {} for lang in langs[1 : 1 + count]})
        lines = show_body(write_report(document, style)).splitlines()
        found = [line.split()[0].strip(":") for line in lines if line.strip().startswith("Title")]
        assert found == [f"Title{ending}" for ending in endings]
