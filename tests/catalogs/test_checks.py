from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from cieprep_docs.catalogs.boxes import Boxes
from cieprep_docs.catalogs.checks.catalog import Checker
from cieprep_docs.catalogs.checks.subject import Subject
from cieprep_docs.catalogs.entries import Entry, read_po, write_po
from cieprep_docs.catalogs.glossary import Glossary
from cieprep_docs.catalogs.glossary_table import load_glossary
from cieprep_docs.catalogs.roles import translatable_roles
from cieprep_docs.cli.catalog_boxes import house_boxes
from cieprep_docs.errors import UsageError
from cieprep_docs.language.languages import load_language
from tests.support.command import CHECKOUT, EXAMPLE
from tests.support.planted import GLOSSARY, NO_FAULT, count_planted, judge_planted

HERE = Path(__file__).parent
FLOWING = {
    *("event.summary", "event.about", "event.approach", "event.activity", "event.outlook", "theme.summary"),
    *("person.honorific", "person.biography", "person.note", "organisation.name", "venue.name", "venue.address"),
    *("session.description", "session.note", "figure.share", "figure.remark", "outcome.follow_up"),
    *("project.title", "project.stage", "project.description", "image.alt", "annex.title", "annex.paragraph"),
}
"""Roles whose words flow, stand in tables that grow, in charts or notes, or are never printed."""


@pytest.fixture(scope="module")
def boxes() -> Boxes:
    return house_boxes("conference", "ru")


def test_planted_faults_are_found_and_what_is_right_is_left_alone(boxes: Boxes) -> None:
    found, total = count_planted(boxes)
    assert total >= 60
    assert found * 60 >= total * 56
    right = [(words, codes) for words, code, codes in judge_planted(boxes) if code == NO_FAULT]
    assert right
    assert [each for each in right if each[1]] == []


CATALOGS = [
    (path, load_language(path.parent.parent.name).key)
    for folder in (CHECKOUT / "locales", CHECKOUT / "examples")
    for path in sorted(folder.rglob("*.po"))
]


@pytest.mark.parametrize(("path", "language"), CATALOGS, ids=lambda each: str(each).rpartition("/")[2])
def test_our_own_catalogs_give_no_alarm(path: Path, language: str, boxes: Boxes) -> None:
    glossary = load_glossary(path.parents[3] / "glossary.csv").value
    assert [str(each) for each in Checker(language, glossary, boxes).check_po(path.read_bytes(), path.name)] == []


def test_a_message_is_checked_in_a_fifth_of_a_millisecond(boxes: Boxes) -> None:
    data = (EXAMPLE / "locales" / "ru" / "LC_MESSAGES" / "event.po").read_bytes()
    checker = Checker("ru", GLOSSARY, boxes)
    checker.check_po(data)
    start = process_time()
    for _ in range(5):
        checker.check_po(data)
    assert (process_time() - start) / 5 / len(read_po(data).messages) < 0.0002 * 3


def one(language: str, source: str, words: str, *notes: str, context: str = "") -> list[str]:
    message = Entry(msgid=source, context=context, forms=(words,), notes=notes)
    return [each.code for each in Checker(language).check_entry(message)]


def fixed(language: str, source: str, words: str) -> str:
    return Checker(language).fix_entry(Entry(msgid=source, forms=(words,))).forms[0]


@pytest.mark.parametrize(
    ("language", "source", "words", "right"),
    [
        ("ru", "The “Silk Road” park", 'Парк "Шёлковый путь"', "Парк «Шёлковый путь»"),
        ("ru", "Russia is a partner", "Россия - партнёр", "Россия\xa0— партнёр"),
        ("ru", "In 2020", "В 2020 г.", "В 2020\xa0г."),
        ("ru", "Hall", " Зал  ", "Зал"),
        ("ru", "Centre of %(city)s", "Цeнтр\u200b  %(city)s", "Центр %(city)s"),
        ("zh", "Chair: %(name)s", "主持人:%(name)s", "主持人：%(name)s"),
        ("zh", "Opening (online)…", "开幕 (线上)...", "开幕（线上）……"),
        ("zh", "“Silk Road”", '"丝绸之路"', "“丝绸之路”"),
        ("zh", "Hall 3", "第 3 厅", "第3厅"),
        ("zh", "The “Silk Road” park", "「丝绸之路」公园", "“丝绸之路”公园"),
        ("zh", "Opening, then music", "开幕，，随后演出", "开幕，随后演出"),
    ],
)
def test_what_is_mechanical_is_put_right(language: str, source: str, words: str, right: str) -> None:
    assert fixed(language, source, words) == right
    assert fixed(language, source, right) == right


def test_fixing_touches_only_what_is_at_fault() -> None:
    data = (HERE / "files" / "folded.po").read_bytes()
    assert write_po(Checker("ru").fix_po(read_po(data))) == data


def test_a_translator_can_silence_one_check_with_a_reason() -> None:
    assert one("ru", "Opening day", "Opening day") == ["CAT206"]
    assert one("ru", "Opening day", "Opening day", "qa-ignore: CAT206 a brand") == []
    assert one("ru", "Opening day", "Opening day", "qa-ignore: CAT206") == ["CAT206"]
    assert one("ru", "Opening day", "Opening day.", "qa-ignore: CAT206 a brand") == ["CAT202"]


@pytest.mark.parametrize(
    ("language", "source", "words"),
    [
        ("zh", "over 800,000 participants on 9 December 2020", "2020年12月9日，超过80万名参与者"),
        ("zh", "the 18th edition, nine events in seven cities", "第十八届，7个城市9场活动"),
        ("ru", "over 800,000 participants in May", "свыше 800\xa0000 участников в мае"),
        ("ru", "over 1.5 million visits", "более 1,5\xa0млн посещений"),
        ("ru", "It ended in 2020", "Завершилось в 2020\xa0г."),
        ("zh", "He said: “yes”.", "他说：“是。”"),
        ("ru", "100% sure", "уверены на 100\xa0%"),
        ("ru", "No.", "№"),
        ("ru", "%(number)s KB", "%(number)s КБ"),
        ("zh", "%(number)s KB", "%(number)s KB"),
        ("zh", "No.", "序号"),
        ("ru", "Tel.", "Тел."),
        ("zh", "Dr. and Prof.", "博士、教授"),
    ],
)
def test_what_each_language_writes_its_own_way_is_no_fault(language: str, source: str, words: str) -> None:
    assert one(language, source, words) == []


@pytest.mark.parametrize(
    ("language", "source", "words"),
    [
        ("ru", "Opening of the forum", "论坛开幕式"),
        ("ru", "Opening of the forum", "Открытие 论坛"),
        ("ru", "Opening of the forum", "the opening of this forum"),
        ("zh", "Opening of the forum", "Открытие форума"),
        ("zh", "Opening of the forum", "the opening of this forum"),
    ],
)
def test_words_of_another_language_are_found(language: str, source: str, words: str) -> None:
    assert "CAT112" in one(language, source, words)


@pytest.mark.parametrize(
    ("language", "source", "words"),
    [
        ("ru", "CIEP and Huawei", "CIEP, Huawei"),
        ("ru", "University of Science and Technology (Shenzhen)", "University of Science and Technology (Shenzhen)"),
        ("ru", "What 你好 means", "Что значит 你好"),
        ("zh", "The newspaper «Наука»", "《Наука》报"),
        ("zh", "See www.example.org/of/the/forum", "www.example.org/of/the/forum"),
    ],
)
def test_names_and_quoted_words_of_another_language_are_no_fault(language: str, source: str, words: str) -> None:
    assert "CAT112" not in one(language, source, words)


def test_of_a_catalog_of_another_language_only_that_is_told() -> None:
    data = (EXAMPLE / "locales" / "zh_CN" / "LC_MESSAGES" / "event.po").read_bytes()
    found = Checker("ru").check_po(data, "locales/ru/LC_MESSAGES/event.po")
    assert [each.code for each in found] == ["LNG029"]


def test_two_different_marks_in_a_row_are_left_to_a_person() -> None:
    assert one("zh", "Opening, then music", "开幕，。随后演出") == ["CAT225"]
    assert fixed("zh", "Opening, then music", "开幕，。随后演出") == "开幕，。随后演出"


def test_a_line_break_that_the_source_has_not_is_told_and_joined() -> None:
    assert one("ru", "Opening day", "День\nоткрытия") == ["CAT108"]
    assert fixed("ru", "Opening day", "День\nоткрытия") == "День открытия"
    assert fixed("zh", "Opening day", "开幕\n当天") == "开幕当天"
    assert one("ru", "Opening\nday", "День\nоткрытия") == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('msgstr "Город', 'msgstrr "Город', [(6, "LNG021"), (7, "LNG021")]),
        ('msgstr "Город', 'mgstr "Город', [(6, "LNG021"), (7, "LNG021")]),
        ('msgstr "Зал на сто мест"\n', "", [(9, "LNG021")]),
    ],
)
def test_an_entry_without_translation_lines_is_told_and_nothing_else(
    old: str, new: str, expected: list[tuple[int, str]]
) -> None:
    text = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n#, max-length:10\nmsgid "City"\n'
        'msgstr "Город"\n\nmsgid "A hall for a hundred people"\nmsgstr "Зал на сто мест"\n'
    )
    assert old in text
    found = Checker("ru").check_po(text.replace(old, new).encode(), "event.po")
    assert [(each.location.line, each.code) for each in found] == expected


LONG = {
    "en": "cooperation between universities and enterprises of both countries in science and technology ",
    "ru": "сотрудничество между университетами и предприятиями двух стран в области науки и технологий ",
    "zh": "两国高等院校与企业在科学技术领域开展务实合作",
}


@pytest.mark.parametrize("language", sorted(LONG))
def test_words_as_long_as_their_limit_fit_every_box(language: str, boxes: Boxes) -> None:
    for role in translatable_roles().values():
        if role.limit:
            length = role.limit // 2 if language == "zh" else role.limit
            words = (LONG[language] * 9)[:length].strip()
            assert list(boxes.check(role.name, Subject("", words, language))) == []


@pytest.mark.parametrize("role", sorted(set(translatable_roles()) - FLOWING))
def test_every_role_that_stands_in_a_box_is_measured(role: str, boxes: Boxes) -> None:
    for words in ("Слова " * 150, "Сельскохозяйственномашиностроительный" * 8):
        assert [each.code for each in boxes.check(role, Subject("", words, "ru"))] == ["CAT107"]
    assert list(boxes.check(role, Subject("", "Слово", "ru"))) == []


def test_what_shares_its_box_is_measured_with_what_stands_there_too(boxes: Boxes) -> None:
    words = "первый заместитель министра промышленности и торговли, " * 4
    assert not list(boxes.check("statement.gist", Subject("", words, "ru")))
    (found,) = boxes.check("person.post", Subject("", words, "ru"))
    assert found.message.startswith("is too long for its box (slide “people”, card: ")


def test_a_short_title_fits_the_header_of_the_report() -> None:
    wide = house_boxes("conference", "ru")
    words = "Россия на восемнадцатой международной конференции CIEP в Шэньчжэне"
    (found,) = wide.check("event.short_title", Subject("", words, "ru"))
    assert "header of the report" in found.message
    assert list(house_boxes("gost-r-7.0.97", "ru").check("event.short_title", Subject("", words, "ru"))) == []


def test_a_house_style_that_is_not_there_is_told() -> None:
    with pytest.raises(UsageError, match=r"RES002 there is no house style 'nowhere' with a report\.docx"):
        house_boxes("nowhere", "ru")


def test_an_empty_glossary_asks_for_nothing() -> None:
    assert Glossary().terms == ()
    assert load_glossary(HERE / "no such file.csv").value == Glossary()
