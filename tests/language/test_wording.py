from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cieprep_docs.errors import UsageError
from cieprep_docs.language.catalog import load_catalog
from cieprep_docs.language.hours import list_lines
from cieprep_docs.language.languages import load_language
from cieprep_docs.language.translator import Translator
from cieprep_docs.language.typography import set_typography
from cieprep_docs.language.wording import Wording
from cieprep_docs.language.words import Words, plain
from cieprep_docs.model.people import Organisation
from cieprep_docs.model.programme import City, Figure
from cieprep_docs.model.quantity import Quantity
from cieprep_docs.model.text import Text
from cieprep_docs.model.time import Day, Hours, Period, When
from tests.support.vectors import read_vectors

HERE = Path(__file__).parent
UNITS: dict[str, str | dict[str, str]] = {
    "attendance": {"one": "visit", "other": "visits"},
    "country": {"one": "country", "other": "countries"},
    "country and region": {"one": "country and region", "other": "countries and regions"},
    "university": {"one": "university", "other": "universities"},
}


def wording(language: str, zones: Sequence[str] = ()) -> Wording:
    catalog = load_catalog(HERE / "catalogs" / f"{language}.po")
    return Wording(Translator(load_language(language), [catalog]), zones)


def said(language: str, value: Any, form: str = "", zones: Sequence[str] = ()) -> str:
    return plain(wording(language, zones).say(value, form))


def quantity(row: dict[str, str]) -> Quantity:
    unit = UNITS.get(row["unit"], {"one": row["unit"], "other": row["unit"] + "s"})
    return Quantity.model_validate({"value": row["value"], "qualifier": row["qualifier"], "unit": unit})


def period(value: str) -> Period:
    start, end = value.split("..")
    return Period.model_validate({"from": start, "to": end})


def as_printed(language: str, text: str) -> str:
    return set_typography(text, load_language(language).tag)


def name_of(row: dict[str, str]) -> str:
    return "-".join(list(row.values())[:-1])


@pytest.mark.parametrize("row", read_vectors(HERE, "dates"), ids=name_of)
def test_a_day_in_a_form(row: dict[str, str]) -> None:
    assert said(row["language"], Day.model_validate(row["value"]), row["form"]) == row["expected"]


@pytest.mark.parametrize("row", read_vectors(HERE, "periods"), ids=name_of)
def test_a_period_in_a_form(row: dict[str, str]) -> None:
    assert said(row["language"], period(row["value"]), row["form"]) == row["expected"]


@pytest.mark.parametrize("row", read_vectors(HERE, "hours"), ids=name_of)
def test_hours_for_readers_in_zones(row: dict[str, str]) -> None:
    fields = {"from": row["from"], "zone": "Asia/Shanghai"} | ({"to": row["to"]} if row["to"] else {})
    assert said(row["language"], Hours.model_validate(fields), row["form"], row["zones"].split()) == row["expected"]


@pytest.mark.parametrize("row", read_vectors(HERE, "lines"), ids=name_of)
def test_hours_in_lines_as_slides_have_them(row: dict[str, str]) -> None:
    fields = {"from": row["from"], "zone": "Asia/Shanghai"} | ({"to": row["to"]} if row["to"] else {})
    hours = Hours.model_validate(fields)
    own, others = list_lines(load_language(row["language"]), hours, row["zones"].split(), row["form"])
    assert ("|".join(own), "|".join(others)) == (row["own"], row["others"])


@pytest.mark.parametrize("row", read_vectors(HERE, "sessions"), ids=name_of)
def test_the_time_of_a_session_says_its_day(row: dict[str, str]) -> None:
    when = When.model_validate({"from": row["from"], "zone": "Asia/Shanghai"})
    assert said(row["language"], when, row["form"], row["zones"].split()) == row["expected"]


@pytest.mark.parametrize("row", read_vectors(HERE, "numbers"), ids=name_of)
def test_a_number_in_a_form(row: dict[str, str]) -> None:
    assert said(row["language"], Decimal(row["value"]), row["form"]) == row["expected"]


@pytest.mark.parametrize("row", read_vectors(HERE, "money"), ids=name_of)
def test_an_amount_of_money(row: dict[str, str]) -> None:
    assert plain(wording(row["language"]).money(Decimal(row["amount"]), row["currency"])) == row["expected"]


@pytest.mark.parametrize("row", read_vectors(HERE, "quantities"), ids=name_of)
def test_a_quantity_in_running_text(row: dict[str, str]) -> None:
    printed = as_printed(row["language"], said(row["language"], quantity(row)))
    assert printed == as_printed(row["language"], row["expected"])


@pytest.mark.parametrize("row", read_vectors(HERE, "cards"), ids=name_of)
def test_a_quantity_on_a_card(row: dict[str, str]) -> None:
    card = wording(row["language"]).card(quantity(row))
    assert (card.before, card.number, card.after, card.noun) == tuple(
        row[part] for part in ("before", "number", "after", "noun")
    )


@pytest.mark.parametrize("row", read_vectors(HERE, "lists"), ids=name_of)
def test_a_list(row: dict[str, str]) -> None:
    assert said(row["language"], row["items"].split("|")) == row["expected"]


@pytest.mark.parametrize(
    "row",
    [row for name in ("dates", "periods", "hours", "sessions", "numbers", "money") for row in read_vectors(HERE, name)],
    ids=name_of,
)
def test_the_typographic_pass_leaves_values_as_they_are(row: dict[str, str]) -> None:
    assert as_printed(row["language"], row["expected"]) == row["expected"]


def test_figures_never_become_words() -> None:
    nine = Quantity.model_validate({"value": "9", "unit": {"one": "event", "other": "events"}})
    assert (said("en", nine), said("en", nine, "figure")) == ("nine events", "9 events")


def test_the_parts_of_a_quantity() -> None:
    figure = Figure.model_validate(
        {
            "id": "experts",
            "label": "Experts",
            "quantity": {"value": 500, "qualifier": "more than", "unit": {"one": "expert", "other": "experts"}},
        }
    )
    parts = [[said(language, figure, form) for form in ("qualifier", "number", "noun")] for language in ("ru", "zh")]
    assert parts == [["более", "500", "экспертов"], ["", "500多名", "专家"]]


def test_untranslated_units_read_wholly_in_the_source_language() -> None:
    ships = Quantity.model_validate(
        {"value": "1200000", "qualifier": "more than", "unit": {"one": "ship", "other": "ships"}}
    )
    words = wording("ru")
    assert words.say(ships) == (Words("more than 1.2 million ships", "en-GB", "untranslated"),)
    assert words.card(ships).lang == "en-GB"


def test_a_list_keeps_the_language_and_mark_of_each_item() -> None:
    city = City.model_validate(
        {
            "id": "harbin",
            "name": {"en": "Harbin", "ru": {"text": "Харбин", "status": "proposed"}},
            "country": "CN",
            "zone": "Asia/Shanghai",
        }
    )
    assert wording("ru").say([Text(source="Wuhan"), city]) == (
        Words("Wuhan", "en-GB", "untranslated"),
        Words(" и\u00a0", "ru-RU"),
        Words("Харбин", "ru-RU", "proposed"),
    )


def test_a_body_by_its_short_name() -> None:
    body = Organisation.model_validate(
        {"id": "a", "kind": "other", "name": "Long Name", "short_name": {"en": "LN", "ru": "ДИ"}}
    )
    assert said("ru", body, "short") == "ДИ"
    assert said("en", body) == "Long Name"


@pytest.mark.parametrize(
    ("value", "form", "message"),
    [
        (Day(year=2020), "weekdays", "a day has no form 'weekdays' (there are '', 'weekday', 'table', 'month'"),
        (500, "words", "a number has no form 'words'"),
        ("text", "short", "a plain string has no form 'short'"),
        (None, "", "there is no value to print"),
        (1.5, "", "1.5 is no Decimal and no int"),
        (Decimal("NaN"), "", "NaN is no finite number"),
        (Decimal("1.5"), "edition", "only whole numbers from 1 have the form 'edition', not 1.5"),
        (4000, "roman", "4000 is too large for Roman numerals"),
        ({"a": 1}, "", "a value of type dict has no words"),
        (True, "", "True is no Decimal and no int"),
    ],
)
def test_what_cannot_be_said_is_refused_and_says_what_can(value: Any, form: str, message: str) -> None:
    with pytest.raises(UsageError) as error:
        said("en", value, form)
    assert message in str(error.value)


@pytest.mark.parametrize("zone", ["", "Asia", "../UTC", "/etc/localtime"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(UsageError, match=f"'{zone}' is no time zone .*write for example "):
        wording("zh", [zone])


def test_a_misspelt_zone_is_told_with_those_it_resembles() -> None:
    with pytest.raises(UsageError, match=r"write for example .*Asia/Shanghai"):
        wording("zh", ["Asia/Shangai"])


def test_an_unknown_currency_lists_what_exists() -> None:
    with pytest.raises(UsageError, match="there are CNY, RUB, USD, EUR"):
        wording("ru").money(5, "XTS")


def test_what_is_said_again_is_the_same_object() -> None:
    words = wording("ru")
    assert words.say(Day(year=2020)) is words.say(Day(year=2020))


def test_one_and_true_are_not_taken_for_each_other() -> None:
    words, yes = wording("en"), True
    words.say(1)
    with pytest.raises(UsageError):
        words.say(yes)
