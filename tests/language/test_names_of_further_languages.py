"""A further language is data: a language file in a folder of the event's editors, and nothing in Python."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from cieprep_docs.language.cases import say_case
from cieprep_docs.language.countries import adjective_of_countries, say_country
from cieprep_docs.language.languages import Language, load_language
from cieprep_docs.language.ordering import sort_key
from cieprep_docs.language.people import say_person
from cieprep_docs.language.translator import Miss, Translator
from cieprep_docs.language.words import Words, plain
from cieprep_docs.model.people import Person

_OF_NAMES = re.compile(r"^\[(people|precedence|countries|order|cases)\b.*?(?=^\[|\Z)", re.MULTILINE | re.DOTALL)


def language(folder: Path, key: str, tag: str, tables: str = "") -> Language:
    """Return a language whose file is the English one, without what that says of names."""
    english = files("cieprep_docs.language").joinpath("data", "en.toml").read_text("utf-8")
    head = _OF_NAMES.sub("", english)
    for name, value in (("name", key), ("locale", key), ("tag", tag), ("aliases", None)):
        line = f'{name} = "{value}"' if value else "aliases = []"
        head = re.sub(rf"^{name} = .*$", line, head, count=1, flags=re.MULTILINE)
    (folder / f"{key}.toml").write_text(f"{head}\n{tables}", "utf-8")
    return load_language(key, folder)


def person(tradition: str, **names: Any) -> Person:
    record = {"id": "delegate-012", "name": names, "tradition": tradition, "gender": "female"}
    return Person.model_validate(record)


FRENCH = """
[people.forms]
running = "{given} {family}"
list = "{capitals} {given}"
formal = "{honorific} {name}"

[people.honorifics]
female = "Mme"

[precedence]
pair = "-"

[countries]
CN = { full = "la République populaire de Chine", combining = "sino", adjective = "chinois" }
RU = { combining = "russo", adjective = "russe" }
"""


def test_a_language_in_latin_letters_uses_the_latin_spelling(tmp_path: Path) -> None:
    translator = Translator(language(tmp_path, "fr", "fr-FR", FRENCH))
    borisova = person("russian", ru="Наталья Борисова", en="Natalia Borisova")
    assert say_person(borisova, translator) == (Words("Natalia Borisova", "fr-FR", "proposed"),)
    assert plain(say_person(borisova, translator, "list")) == "BORISOVA Natalia"
    assert plain(say_person(borisova, translator, "formal")) == "Mme Natalia Borisova"


def test_a_latin_spelling_is_made_by_rule_where_none_is_given(tmp_path: Path) -> None:
    french = Translator(language(tmp_path, "fr", "fr-FR", FRENCH))
    assert say_person(person("chinese", zh="李恩"), french) == (Words("Li En", "fr-FR", "proposed"),)
    assert say_person(person("russian", ru="Анна Щукина"), french) == (Words("Anna Shchukina", "fr-FR", "proposed"),)


def test_countries_pair_by_the_language_file_and_fall_back_to_cldr(tmp_path: Path) -> None:
    french = language(tmp_path, "fr", "fr-FR", FRENCH)
    assert adjective_of_countries(["CN", "RU"], french) == "sino-russe"
    assert adjective_of_countries(["CN", "RU"], french, "RU") == "russo-chinois"
    assert plain(say_country("RU", french)) == "Russie"
    assert plain(say_country("CN", french, "full")) == "la République populaire de Chine"


def test_a_language_in_cyrillic_uses_the_russian_form_and_palladius(tmp_path: Path) -> None:
    kazakh = Translator(language(tmp_path, "kk", "kk-KZ"))
    assert say_person(person("russian", ru="Анна Щукина"), kazakh) == (Words("Анна Щукина", "kk-KZ", "proposed"),)
    assert say_person(person("chinese", zh="黄卫"), kazakh) == (Words("Хуан Вэй", "kk-KZ", "proposed"),)


def test_a_language_with_an_alphabet_sorts_by_it(tmp_path: Path) -> None:
    alphabet = '[order]\nalphabet = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"\n'
    kazakh = language(tmp_path, "kk", "kk-KZ", alphabet)
    assert sorted(["Бек", "Әсет", "Қанат", "Кент"], key=lambda name: sort_key(name, kazakh)) == [
        "Әсет",
        "Бек",
        "Кент",
        "Қанат",
    ]


def test_a_language_of_another_script_prints_the_latin_form_in_its_own_tag(tmp_path: Path) -> None:
    arabic = Translator(language(tmp_path, "ar", "ar-EG"))
    assert say_person(person("russian", ru="Анна Щукина"), arabic) == (
        Words("Anna Shchukina", "en-GB", "untranslated"),
    )
    assert arabic.misses == [Miss("person.name", "Анна Щукина")]


@pytest.mark.parametrize("form", ["", "list", "badge", "signature", "initials", "addressee", "formal"])
def test_a_language_file_without_people_still_reads_every_form(tmp_path: Path, form: str) -> None:
    plainest = Translator(language(tmp_path, "kk", "kk-KZ"))
    assert plain(say_person(person("western", kk="Анна Смит"), plainest, form)) == "Анна Смит"


def test_a_given_case_counts_in_a_language_without_rules(tmp_path: Path) -> None:
    kazakh = Translator(language(tmp_path, "kk", "kk-KZ"))
    anna = person("western", kk={"full": "Анна Смит", "cases": {"gen": "Анна Смиттің"}})
    assert say_case(anna, "gen", kazakh) == (Words("Анна Смиттің", "kk-KZ"),)
    assert say_case(anna, "dat", kazakh) == (Words("Анна Смит", "kk-KZ"),)
