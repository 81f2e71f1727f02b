from __future__ import annotations

from decimal import Decimal

import pytest

from cieprep_docs.language.catalog import Catalog, read_catalog
from cieprep_docs.language.languages import load_language
from cieprep_docs.language.translator import Miss, Proposal, Translator, tell_miss
from cieprep_docs.language.words import Words
from cieprep_docs.model.quantity import Unit
from cieprep_docs.model.text import Text

HEADER = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"

"""
EVENT = r"""
msgctxt "city.name"
msgid "Harbin"
msgstr "Харбин"

msgid "Contents"
msgstr "Содержание выпуска"

msgctxt "unit"
msgid "%(n)s expert"
msgid_plural "%(n)s experts"
msgstr[0] "%(n)s эксперт"
msgstr[1] "%(n)s эксперта"
msgstr[2] "%(n)s экспертов"
"""
TEMPLATES = r"""
msgid "Contents"
msgstr "Содержание"

msgid "Page"
msgstr "Страница"

msgid "%(n)s session"
msgid_plural "%(n)s sessions"
msgstr[0] "%(n)s заседание"
msgstr[1] "%(n)s заседания"
msgstr[2] "%(n)s заседаний"
"""


def catalog(entries: str) -> Catalog:
    return read_catalog(HEADER + entries)


def translator(language: str = "ru", source: str = "en", override: str = "") -> Translator:
    return Translator(load_language(language), [catalog(override), catalog(EVENT)], [catalog(TEMPLATES)], source)


HARBIN = Text(source="Harbin", role="city.name")


def test_a_form_in_the_event_file_wins_over_every_catalog() -> None:
    text = Text.model_validate({"en": "Harbin", "ru": "г. Харбин"})
    assert translator().text(text.model_copy(update={"role": "city.name"})) == Words("г. Харбин", "ru-RU")


def test_a_proposed_form_is_marked_and_remembered() -> None:
    text = Text.model_validate({"en": "Harbin", "ru": {"text": "г. Харбин", "status": "proposed"}, "role": "city.name"})
    words = translator()
    assert words.text(text) == words.text(text) == Words("г. Харбин", "ru-RU", "proposed")
    assert words.proposed == [Proposal("city.name", "Harbin", "г. Харбин")]


def test_the_events_catalog_translates_by_role() -> None:
    assert translator().text(HARBIN) == Words("Харбин", "ru-RU")
    assert translator().text(HARBIN.model_copy(update={"role": "venue.name"})).mark == "untranslated"


def test_an_earlier_catalog_wins_over_a_later_one() -> None:
    own = 'msgctxt "city.name"\nmsgid "Harbin"\nmsgstr "ХАРБИН"\n'
    assert translator(override=own).text(HARBIN) == Words("ХАРБИН", "ru-RU")


def test_words_without_translation_are_the_sources_marked_and_remembered_once() -> None:
    words, xian = translator(), Text(source="Xi'an", role="city.name")
    assert words.text(xian) == words.text(xian) == Words("Xi'an", "en-GB", "untranslated")
    assert words.misses == [Miss("city.name", "Xi'an")]


def test_the_source_language_needs_no_catalog() -> None:
    words = Translator(load_language("zh"), source_language="zh")
    assert words.text(Text(source="哈尔滨")) == Words("哈尔滨", "zh-CN")
    assert words.misses == []


def test_a_variant_of_the_source_language_needs_no_catalog_either() -> None:
    words = Translator(load_language("en-US"))
    assert words.text(HARBIN) == Words("Harbin", "en-US")
    assert words.message("Contents") == Words("Contents", "en-US")


def test_words_of_templates_are_written_in_english_whatever_the_event_is() -> None:
    words = Translator(load_language("ru"), source_language="ru")
    assert words.message("Contents") == Words("Contents", "en-GB", "untranslated")
    assert words.misses == [Miss("", "Contents", of_template=True)]


def test_an_event_may_say_words_of_the_templates_its_own_way() -> None:
    words = translator()
    assert [words.message(each).text for each in ("Contents", "Page")] == ["Содержание выпуска", "Страница"]


@pytest.mark.parametrize(
    ("count", "expected"), [(1, "заседание"), (2, "заседания"), (5, "заседаний"), (21, "заседание")]
)
def test_plurals_of_templates(count: int, expected: str) -> None:
    assert translator().plural("%(n)s session", "%(n)s sessions", count) == Words(f"%(n)s {expected}", "ru-RU")


def test_english_plurals_need_no_catalog() -> None:
    words = Translator(load_language("en"))
    assert [words.plural("one day", "%(n)s days", n).text for n in (1, 2)] == ["one day", "%(n)s days"]
    assert words.misses == []


def test_units_by_number() -> None:
    unit, words = Unit(one="expert", other="experts"), translator()
    assert [words.unit(unit, Decimal(n)).text for n in ("1", "3", "11", "1.5")] == [
        "%(n)s эксперт",
        "%(n)s эксперта",
        "%(n)s экспертов",
        "%(n)s эксперта",
    ]


def test_the_genitive_of_a_unit_is_asked_for_and_not_made_up() -> None:
    words = translator()
    assert words.unit(Unit(one="expert", other="experts"), Decimal(500), genitive=True) == Words(
        "%(n)s experts", "en-GB", "untranslated"
    )
    assert words.misses == [Miss("unit after genitive qualifier", "%(n)s expert", "%(n)s experts")]


def test_a_miss_knows_the_entry_that_waits_or_the_catalog_without_one() -> None:
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    po = f'{header}msgctxt "city.name"\nmsgid "Xi\'an"\nmsgstr ""\n'
    words = Translator(load_language("ru"), [Catalog("given/event.po"), read_catalog(po, "event.po")])
    for source in ("Xi'an", "Harbin"):
        words.text(Text(source=source, role="city.name"))
    told = [str(tell_miss(each, words.language)) for each in words.misses]
    assert told == [
        'event.po:5 city.name: LNG090 no translation of "Xi\'an"',
        "event.po city.name: LNG090 no translation of 'Harbin' (into ru)",
    ]
