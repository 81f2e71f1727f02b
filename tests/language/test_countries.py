from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from cieprep_docs.errors import UsageError
from cieprep_docs.language.countries import adjective_of_countries, say_country, say_delegation, say_parties
from cieprep_docs.language.languages import load_language
from cieprep_docs.language.translator import Translator
from cieprep_docs.language.words import Words, plain
from cieprep_docs.model.people import Delegation
from tests.support.vectors import read_vectors

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    "row", read_vectors(HERE, "precedence"), ids=lambda row: f"{row['what']}-{row['language']}-{row['copy']}"
)
def test_ones_own_country_comes_first(row: dict[str, str]) -> None:
    language = load_language(row["language"])
    if row["what"] == "adjective":
        assert adjective_of_countries(["CN", "RU"], language, row["copy"]) == row["expected"]
    else:
        assert plain(say_parties(["CN", "RU"], language, row["copy"])) == row["expected"]


@pytest.mark.parametrize(
    ("gender", "expected"),
    [("f", "российско-китайская"), ("n", "российско-китайское"), ("pl", "российско-китайские")],
)
def test_the_adjective_agrees_with_its_noun(gender: Literal["f", "n", "pl"], expected: str) -> None:
    assert adjective_of_countries(["CN", "RU"], load_language("ru"), gender=gender) == expected


def test_three_countries_make_one_adjective() -> None:
    countries = ["CN", "RU", "MN"]
    assert adjective_of_countries(countries, load_language("zh")) == "中俄蒙"
    assert adjective_of_countries(countries, load_language("ru")) == "российско-китайско-монгольский"


@pytest.mark.parametrize(
    ("code", "language", "form", "expected"),
    [
        ("CN", "zh", "", "中国"),
        ("CN", "ru", "full", "Китайская Народная Республика"),
        ("RU", "en", "short", "Russia"),
        ("RU", "en", "full", "the Russian Federation"),
        ("RU", "zh", "", "俄罗斯"),
        ("EG", "ru", "", "Египет"),
        ("EG", "zh", "", "埃及"),
    ],
)
def test_a_country_has_its_names(code: str, language: str, form: str, expected: str) -> None:
    spoken = load_language(language)
    assert say_country(code, spoken, form) == (Words(expected, spoken.tag),)


def test_a_full_name_that_is_not_known_is_marked() -> None:
    assert say_country("FJ", load_language("en"), "full") == (Words("Fiji", "en-GB", "proposed"),)


@pytest.mark.parametrize(("code", "form", "error"), [("QX", "", "LNG104"), ("CN", "long", "LNG103.*short, full")])
def test_what_does_not_exist_is_an_error(code: str, form: str, error: str) -> None:
    with pytest.raises(UsageError, match=error):
        say_country(code, load_language("ru"), form)


def test_a_delegation_with_a_name_of_its_own_goes_by_it() -> None:
    union = Delegation.model_validate(
        {"id": "union", "country": "RU", "name": "Union of Makers", "languages": ["ru"], "zone": "Europe/Moscow"}
    )
    translator = Translator(load_language("en"))
    assert plain(say_delegation(union, translator)) == "Union of Makers"
    assert plain(say_delegation(union, translator, "full")) == "the Russian Federation"
