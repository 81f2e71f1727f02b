"""How every typed value of an event reads in one language, for one reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from cieprep_docs.errors import UsageError
from cieprep_docs.language.countries import say_delegation
from cieprep_docs.language.dates import say_day, say_period
from cieprep_docs.language.forms import DAY_FORMS, choose_form
from cieprep_docs.language.hours import first_day, say_hours
from cieprep_docs.language.languages import Language
from cieprep_docs.language.lists import say_list
from cieprep_docs.language.numbers import say_money, say_number
from cieprep_docs.language.people import say_person
from cieprep_docs.language.quantities import CardWords, say_card, say_quantity
from cieprep_docs.language.translator import Translator
from cieprep_docs.language.words import Phrase, Words
from cieprep_docs.model.people import Delegation, Organisation, Person
from cieprep_docs.model.programme import City, FieldOfWork, Figure, Venue
from cieprep_docs.model.quantity import Quantity
from cieprep_docs.model.text import Text
from cieprep_docs.model.time import Day, Hours, Period, When, zone_names

_WHEN_FORMS = DAY_FORMS | {"date": "date"}


class Wording:
    """Says values in the language of a translator.

    ``zones`` are the IANA names of the reader's time zones, their own first.
    """

    def __init__(self, translator: Translator, zones: Sequence[str] = ()) -> None:
        self.translator = translator
        self.zones = tuple(_check_zone(zone) for zone in zones)
        self._said: dict[tuple[type, Any, str], Phrase] = {}

    @property
    def language(self) -> Language:
        """The language in which values are said."""
        return self.translator.language

    def say(self, value: Any, form: str = "") -> Phrase:
        """Return the words for a value of any type of the event model, in a form of that type.

        Raises UsageError: a value that cannot be said, or a form that its type does not have.
        """
        key = type(value), value, form
        try:
            return self._said[key]
        except KeyError:
            pass
        except TypeError:
            return self._say(value, form)
        phrase = self._said[key] = self._say(value, form)
        return phrase

    def card(self, quantity: Quantity) -> CardWords:
        """Return the parts of a quantity for a key figure."""
        return say_card(self.translator, quantity)

    def money(self, amount: Decimal | int, currency: str) -> Phrase:
        """Return an amount of money; ``currency`` is an ISO 4217 code."""
        return self.plain(say_money(self.language, amount, currency))

    def plain(self, text: str) -> Phrase:
        """Return words that are already of this language."""
        return (Words(text, self.language.tag),)

    def _say(self, value: Any, form: str) -> Phrase:
        for kind in type(value).__mro__:
            if say := _SAY.get(kind):
                return say(self, value, form)
        if value is None:
            raise UsageError.at("LNG014", "there is no value to print", hint="ask first whether it is given")
        message = f"a value of type {type(value).__name__} has no words"
        raise UsageError.at("LNG014", message, hint="print one of its fields")


def _check_zone(zone: str) -> str:
    if zone not in zone_names():
        near = get_close_matches(zone, zone_names(), n=3) or ["Asia/Shanghai", "Europe/Moscow"]
        message = f"{zone!r} is no time zone of the IANA database"
        raise UsageError.at("LNG015", message, hint=f"write for example {', '.join(near)}")
    return zone


def _say_str(wording: Wording, value: str, form: str) -> Phrase:
    choose_form(form, {"": ""}, "a plain string")
    return wording.plain(value)


def _say_text(wording: Wording, text: Text, form: str) -> Phrase:
    choose_form(form, {"": ""}, "a text")
    return (wording.translator.text(text),)


def _say_day(wording: Wording, day: Day, form: str) -> Phrase:
    return wording.plain(say_day(wording.language, day, form))


def _say_period(wording: Wording, period: Period, form: str) -> Phrase:
    return wording.plain(say_period(wording.language, period, form))


def _say_hours(wording: Wording, hours: Hours, form: str) -> Phrase:
    return wording.plain(say_hours(wording.language, hours, wording.zones, form))


def _say_when(wording: Wording, when: When, form: str) -> Phrase:
    choose_form(form, _WHEN_FORMS, "a time")
    if when.hours is None:
        return wording.say(when.value, "" if form == "date" else form)
    if form in {"date", "month"}:
        return wording.say(first_day(when.hours, wording.zones), "" if form == "date" else form)
    table = "table" if form == "table" else ""
    return wording.plain(say_hours(wording.language, when.hours, wording.zones, table, date=form))


def _say_number(wording: Wording, number: Decimal | int, form: str) -> Phrase:
    return wording.plain(say_number(wording.language, number, form))


def _say_quantity(wording: Wording, quantity: Quantity, form: str) -> Phrase:
    return (say_quantity(wording.translator, quantity, form),)


def _say_figure(wording: Wording, figure: Figure, form: str) -> Phrase:
    return wording.say(figure.quantity, form)


def _say_sequence(wording: Wording, items: Sequence[Any], form: str) -> Phrase:
    return say_list(wording.language, [wording.say(item, form) for item in items])


def _say_named(wording: Wording, record: City | Venue | FieldOfWork, form: str) -> Phrase:
    return wording.say(record.name, form)


def _say_organisation(wording: Wording, body: Organisation, form: str) -> Phrase:
    short = choose_form(form, {"": "", "short": "short"}, "a body") == "short"
    return wording.say(body.short_name if short and body.short_name else body.name)


def _say_person(wording: Wording, person: Person, form: str) -> Phrase:
    return say_person(person, wording.translator, form)


def _say_delegation(wording: Wording, delegation: Delegation, form: str) -> Phrase:
    return say_delegation(delegation, wording.translator, form)


_SAY: dict[type, Callable[[Wording, Any, str], Phrase]] = {
    str: _say_str,
    Text: _say_text,
    Day: _say_day,
    Period: _say_period,
    Hours: _say_hours,
    When: _say_when,
    int: _say_number,
    Decimal: _say_number,
    float: _say_number,
    Quantity: _say_quantity,
    Figure: _say_figure,
    tuple: _say_sequence,
    list: _say_sequence,
    City: _say_named,
    Venue: _say_named,
    FieldOfWork: _say_named,
    Organisation: _say_organisation,
    Person: _say_person,
    Delegation: _say_delegation,
}
