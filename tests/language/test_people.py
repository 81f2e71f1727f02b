from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from cieprep_docs.errors import UsageError
from cieprep_docs.language.languages import load_language
from cieprep_docs.language.people import initials, say_person
from cieprep_docs.language.translator import Miss, Proposal, Translator
from cieprep_docs.language.words import Words, plain
from cieprep_docs.model.people import Person
from tests.support.vectors import read_vectors

HERE = Path(__file__).parent


def person(name: dict[str, Any], tradition: str, gender: str = "male", **fields: Any) -> Person:
    return Person.model_validate(
        {"id": "delegate-012", "name": name, "tradition": tradition, "gender": gender, **fields}
    )


def translator(language: str) -> Translator:
    return Translator(load_language(language))


@pytest.mark.parametrize(
    "row", read_vectors(HERE, "person_forms"), ids=lambda row: f"{row['names']}-{row['language']}-{row['form']}"
)
def test_a_name_in_a_form(row: dict[str, str]) -> None:
    names = dict(each.replace("_", " ").split("=") for each in row["names"].split())
    phrase = say_person(person(names, row["tradition"], row["gender"]), translator(row["language"]), row["form"])
    assert plain(phrase) == row["expected"]
    assert {words.mark for words in phrase} == {row["mark"] or ""}


def test_a_form_made_by_rule_is_reported_once() -> None:
    words = translator("ru")
    wei = person({"zh": "黄卫"}, "chinese")
    for form in ("", "list", "badge"):
        say_person(wei, words, form)
    assert words.proposed == [Proposal("person.name", "黄卫", "Хуан Вэй")]
    assert words.misses == []


def test_a_proposed_form_stays_proposed() -> None:
    xia = person({"zh": {"full": "夏兵", "status": "proposed"}}, "chinese")
    assert say_person(xia, translator("zh")) == (Words("夏兵", "zh-CN", "proposed"),)


@pytest.mark.parametrize("names", [{"ru": "Геннадий Попов"}, {"en": "Gennady Popov"}])
def test_russian_is_never_made_chinese_silently(names: dict[str, str]) -> None:
    words = translator("zh")
    popov = person(names, "russian")
    assert say_person(popov, words) == (Words("Gennady Popov", "en-GB", "untranslated"),)
    assert words.misses == [Miss("person.name", next(iter(names.values())))]


def test_a_missing_chinese_name_keeps_the_forms_of_its_own_language() -> None:
    huang = person({"en": "Huang Wei"}, "chinese")
    assert say_person(huang, translator("zh"), "formal") == (Words("Mr. Huang Wei", "en-GB", "untranslated"),)


def test_what_no_rule_reaches_is_printed_as_it_is() -> None:
    delegate = person({"ru": "Қанат Әбенов"}, "russian")
    assert say_person(delegate, translator("en")) == (Words("Қанат Әбенов", "ru-RU", "untranslated"),)


def test_a_given_honorific_wins_over_the_gender() -> None:
    honorific = {"source": "Academician", "forms": {"ru": {"text": "академик"}}}
    popov = person({"ru": "Геннадий Попов"}, "russian", honorific=honorific)
    assert plain(say_person(popov, translator("ru"), "formal")) == "академик\u00a0Геннадий Попов"
    assert plain(say_person(popov, translator("en"), "formal")) == "Academician Gennady Popov"


def test_an_untranslated_honorific_keeps_its_language_inside_the_name() -> None:
    popov = person({"ru": "Геннадий Попов"}, "russian", honorific="Academician")
    assert say_person(popov, translator("ru"), "formal") == (
        Words("Academician", "en-GB", "untranslated"),
        Words("\u00a0Геннадий Попов", "ru-RU"),
    )


def test_given_parts_make_every_form() -> None:
    parts = {"family": "Борисова", "given": "Анна-Мария", "patronymic": "Алексеевна"}
    anna = person({"ru": parts}, "russian", "female")
    forms = {form: plain(say_person(anna, translator("ru"), form)) for form in ("", "list", "signature")}
    assert forms == {
        "": "Анна-Мария Алексеевна Борисова",
        "list": "Борисова Анна-Мария Алексеевна",
        "signature": "А.-М.А.\u00a0Борисова",
    }


def test_a_russian_name_in_list_order_is_understood() -> None:
    anna = person({"ru": "Борисова Анна Алексеевна"}, "russian", "female")
    assert plain(say_person(anna, translator("ru"), "signature")) == "А.А.\u00a0Борисова"


def test_a_name_whose_parts_cannot_be_told_stays_whole() -> None:
    guest = person({"en": "Maria da Silva Santos", "ru": "Мария да Силва Сантос"}, "western", "female")
    assert plain(say_person(guest, translator("ru"), "signature")) == "Мария да Силва Сантос"


@pytest.mark.parametrize(
    ("names", "tradition", "language", "expected"),
    [
        ({"zh": "黄卫"}, "chinese", "zh", "黄"),
        ({"zh": "欧阳修"}, "chinese", "zh", "欧阳"),
        ({"zh": "黄卫"}, "chinese", "en", "HW"),
        ({"ru": "Наталья Алексеевна Борисова"}, "russian", "ru", "НБ"),
        ({"ru": "Наталья Борисова", "zh": "纳塔利娅·鲍里索娃"}, "russian", "zh", "纳"),
        ({"en": "Delegate"}, "western", "en", "D"),
    ],
)
def test_initials_stand_for_a_portrait(names: dict[str, str], tradition: str, language: str, expected: str) -> None:
    assert initials(person(names, tradition), load_language(language)) == expected


@pytest.mark.parametrize(("name", "form"), [("Делегат 012", "list"), ("Делегат 012", "signature"), ("Делегат 012", "")])
def test_a_name_with_a_number_is_never_turned_round(name: str, form: str) -> None:
    assert plain(say_person(person({"ru": name}, "russian"), translator("ru"), form)) == name


def test_an_unknown_form_is_an_error_that_lists_what_exists() -> None:
    with pytest.raises(UsageError, match=r"LNG102.*'nickname'.*running, list, badge"):
        say_person(person({"en": "Huang Wei"}, "chinese"), translator("en"), "nickname")


@pytest.mark.parametrize("form", ["", "list", "badge", "signature", "initials", "addressee", "formal"])
@pytest.mark.parametrize("letters", ["Ёё", "Щщ", "Ъъ", "Ыы", "Ээ"])
def test_no_latin_form_has_a_cyrillic_letter(form: str, letters: str) -> None:
    delegate = person({"ru": f"Пётр {letters}кин"}, "russian")
    assert not re.search(r"[\u0400-\u052f]", plain(say_person(delegate, translator("en"), form)))
