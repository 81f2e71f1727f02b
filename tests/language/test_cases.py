from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cieprep_docs.errors import UsageError
from cieprep_docs.language.cases import say_case
from cieprep_docs.language.languages import load_language
from cieprep_docs.language.russian import CASES
from cieprep_docs.language.translator import Proposal, Translator
from cieprep_docs.language.words import Words, plain
from cieprep_docs.model.people import Delegation, Organisation, Person
from cieprep_docs.model.programme import City
from cieprep_docs.model.text import Text
from tests.support.vectors import read_vectors

HERE = Path(__file__).parent
PHRASES = read_vectors(HERE, "declension_phrases")
NAMED = {
    "Наталья Борисова": ("female", "person.post"),
    "Геннадий Попов": ("male", "person.post"),
}


def person(name: Any, tradition: str, gender: str) -> Person:
    record = {"id": "delegate-012", "name": {"ru": name}, "tradition": tradition, "gender": gender}
    return Person.model_validate(record)


def text(russian: str, role: str, **form: Any) -> Text:
    return Text.model_validate({"source": "source words", "role": role, "forms": {"ru": {"text": russian, **form}}})


def translator(language: str = "ru") -> Translator:
    return Translator(load_language(language))


@pytest.mark.parametrize("case", ["gen", "dat", "ins"])
@pytest.mark.parametrize("row", PHRASES, ids=lambda row: row["nominative"])
def test_a_post_or_body_has_a_draft_in_each_case(row: dict[str, str], case: str) -> None:
    """The rows with a person are a post and a name, as a template composes them."""
    name = next((name for name in NAMED if row["nominative"].endswith(name)), "")
    post = row["nominative"].removesuffix(name).strip()
    said = plain(say_case(text(post, "person.post"), case, translator()))
    if name:
        said += " " + plain(say_case(person(name, "russian", NAMED[name][0]), case, translator()))
    assert said == row[case]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("row", read_vectors(HERE, "declension_people"), ids=lambda row: row["name"])
def test_a_person_in_each_case(row: dict[str, str], case: str) -> None:
    delegate = person(row["name"], row["tradition"], row["gender"])
    assert say_case(delegate, case, translator()) == (Words(row[case], "ru-RU", "proposed"),)


@pytest.mark.parametrize("case", ["gen", "loc"])
@pytest.mark.parametrize("row", read_vectors(HERE, "declension_cities"), ids=lambda row: row["name"])
def test_a_city_of_the_table_is_checked(row: dict[str, str], case: str) -> None:
    assert say_case(city(row["name"], row["country"]), case, translator()) == (Words(row[case], "ru-RU"),)


def city(name: str, country: str) -> City:
    record = {"id": "city", "name": {"en": "City", "ru": name}, "country": country, "zone": "Asia/Shanghai"}
    return City.model_validate(record)


def test_a_city_outside_the_table_is_a_marked_draft() -> None:
    words = translator()
    assert say_case(city("Яньань", "CN"), "loc", words) == (Words("Яньане", "ru-RU", "proposed"),)
    assert words.proposed == [Proposal("city.name, loc", "Яньань", "Яньане")]


def test_a_given_form_wins_and_is_not_marked() -> None:
    post = text("советник", "person.post", cases={"gen": "г-на советника"})
    words = translator()
    assert say_case(post, "gen", words) == (Words("г-на советника", "ru-RU"),)
    assert words.proposed == []


def test_a_given_form_of_a_proposed_name_stays_proposed() -> None:
    post = text("советник", "person.post", status="proposed", cases={"gen": "советника"})
    assert say_case(post, "gen", translator()) == (Words("советника", "ru-RU", "proposed"),)


def test_a_given_form_of_a_person_serves_all_forms() -> None:
    anna = person({"full": "Анна Черных", "cases": {"gen": "Анны Черныхъ"}}, "russian", "female")
    assert say_case(anna, "gen", translator()) == (Words("Анны Черныхъ", "ru-RU"),)
    assert say_case(anna, "gen", translator(), "addressee") == (Words("Черныхъ\u00a0А.", "ru-RU"),)


@pytest.mark.parametrize(
    ("form", "case", "expected"),
    [
        ("addressee", "dat", "Борисовой\u00a0Н.А."),
        ("signature", "gen", "Н.А.\u00a0Борисовой"),
        ("list", "gen", "Борисовой Натальи Алексеевны"),
        ("running", "ins", "Натальей Алексеевной Борисовой"),
    ],
)
def test_a_form_of_a_name_in_a_case(form: str, case: str, expected: str) -> None:
    borisova = person("Наталья Алексеевна Борисова", "russian", "female")
    assert plain(say_case(borisova, case, translator(), form)) == expected


def test_a_rule_made_case_is_reported_with_the_suggestion() -> None:
    words = translator()
    say_case(text("директор по развитию", "person.post"), "dat", words)
    say_case(person("Хуан Вэй", "chinese", "male"), "gen", words)
    assert words.proposed == [
        Proposal("person.post, dat", "директор по развитию", "директору по развитию"),
        Proposal("person.name, gen", "Хуан Вэй", "Хуан Вэя"),
    ]


def test_where_no_rule_reaches_the_nominative_is_marked() -> None:
    assert say_case(text("Delegate", "organisation.name"), "gen", translator()) == (
        Words("Delegate", "ru-RU", "proposed"),
    )


def test_the_accusative_of_a_body_is_no_person() -> None:
    assert plain(say_case(text("Международный союз", "organisation.name"), "acc", translator())) == "Международный союз"
    assert plain(say_case(text("первый заместитель", "person.post"), "acc", translator())) == "первого заместителя"


def test_a_body_may_be_asked_for_by_its_short_name() -> None:
    names = {"name": text("Академия наук", ""), "short_name": text("Академия", "")}
    body = Organisation.model_validate({"id": "academy", "kind": "institute", **names})
    assert plain(say_case(body, "ins", translator(), "short")) == "Академией"


@pytest.mark.parametrize(("form", "expected"), [("", "России"), ("full", "Российской Федерации")])
def test_a_delegation_is_its_country(form: str, expected: str) -> None:
    delegation = Delegation(id="russia", country="RU", languages=("ru",), zone="Europe/Moscow")
    assert say_case(delegation, "gen", translator(), form) == (Words(expected, "ru-RU"),)


@pytest.mark.parametrize(("language", "expected"), [("en", "Beijing"), ("zh", "北京")])
def test_a_language_without_cases_says_the_name_as_it_is(language: str, expected: str) -> None:
    names = {"en": "Beijing", "zh": "北京", "ru": "Пекин"}
    beijing = City.model_validate({"id": "beijing", "name": names, "country": "CN", "zone": "Asia/Shanghai"})
    words = translator(language)
    assert plain(say_case(beijing, "loc", words)) == expected
    assert words.proposed == []


def test_untranslated_words_are_not_declined() -> None:
    post = Text(source="Director", role="person.post")
    assert say_case(post, "gen", translator()) == (Words("Director", "en-GB", "untranslated"),)


def test_an_unknown_case_is_an_error_that_lists_what_exists() -> None:
    with pytest.raises(UsageError, match=r"LNG107.*'genitive'.*gen, dat, acc, ins, loc"):
        say_case(text("ректор", "person.post"), "genitive", translator())
