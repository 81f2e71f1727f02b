"""Which one of its kind words belong to, as translators are told: the session on 9 December 2020, Shenzhen and Moscow.

Said in English, as all comments of catalogs are, with the names that the event file gives.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from immutabledict import immutabledict

from cieprep_docs.language.countries import name_in_cldr
from cieprep_docs.language.dates import say_day, say_period
from cieprep_docs.language.languages import Language, load_language
from cieprep_docs.language.people import say_person
from cieprep_docs.language.translator import Translator
from cieprep_docs.model.event import Event
from cieprep_docs.model.people import Delegation, Organisation, Person
from cieprep_docs.model.programme import Annex, City, Figure, Image, Outcome, Project, Session, Statement, Venue
from cieprep_docs.model.quantity import Unit
from cieprep_docs.model.shape import Path
from cieprep_docs.model.text import Role, Text
from cieprep_docs.model.time import Day, Hours, When

_FEW = 3
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class _Kind:
    """How the records of a collection are told apart."""

    tell: Callable[[_Teller, Any, Text | Unit], str]
    noun: str = ""
    """What stands for any such record in the comments of roles; where it does not, the words follow in brackets."""


def which_one(event: Event, path: Path, value: Text | Unit) -> str:
    """Return what tells the record at a path from others of its kind; empty where nothing does."""
    kind = _KINDS.get(str(path[0]))
    if kind is None or len(path) < 2:  # noqa: PLR2004 - a collection and an id
        return ""
    return kind.tell(_Teller(event, load_language("en"), path), getattr(event, str(path[0]))[path[1]], value)


def advice(role: Role, collection: str, ones: Sequence[str]) -> str:
    """Return what translators should know of a message: what it is, of which records, and how long it may be."""
    named = list(dict.fromkeys(filter(None, ones)))
    found = f"{named[0]}, and {len(named) - 1} more" if len(named) > 1 else "".join(named)
    what, semicolon, rest = role.comment.partition(";")
    noun = _KINDS[collection].noun if collection in _KINDS else ""
    if found and noun and noun in what:
        what = what.replace(noun, found, 1)
    elif found:
        what = f"{what} ({found})"
    return replace(role, comment=f"{what}{semicolon}{rest}").advice


@dataclass(frozen=True, slots=True)
class _Teller:
    event: Event
    english: Language
    path: Path

    def city(self, city: City, _: Text | Unit) -> str:
        return f"a city in {self._country(city.country)}"

    def venue(self, venue: Venue, own: Text | Unit) -> str:
        return _joined(self._unless(own, venue.name), self._words(self.event.cities[venue.city].name))

    def session(self, session: Session, own: Text | Unit) -> str:
        when, where = self._when(session.when), self._where(session)
        place = f", {where}" if when and where else f"in {where}" if where else ""
        words = " ".join(filter(None, (self._quoted(own, session.title), when + place)))
        return f"the session {words}" if words else ""

    def statement(self, statement: Statement, _: Text | Unit) -> str:
        session = self.event.sessions[statement.session] if statement.session else None
        date = self._when(session.when, "") if session else ""
        return _joined(self._person(statement.speaker), date, self._where(session) if session else "")

    def figure(self, figure: Figure, _: Text | Unit) -> str:
        quantity = figure.quantity
        exact = quantity.qualifier == "exactly"
        words = f"{'' if exact else quantity.qualifier + ' '}{quantity.value:,f} "
        return f"the figure “{words}{quantity.unit.one if quantity.value == 1 else quantity.unit.other}”"

    def project(self, project: Project, own: Text | Unit) -> str:
        title = self._quoted(own, project.title)
        field = f"in {self._words(self.event.fields[project.field].name)}" if project.field else ""
        return " ".join(filter(None, ("the" if title else "a", project.kind, title or field)))

    def outcome(self, outcome: Outcome, own: Text | Unit) -> str:
        named = " ".join(filter(None, (outcome.kind, self._quoted(own, outcome.title))))
        return _joined(named, self._when(outcome.when, ""))

    def person(self, person: Person, _: Text | Unit) -> str:
        return self._person(person.id)

    def organisation(self, body: Organisation, own: Text | Unit) -> str:
        country = self._country(body.country) if body.country else ""
        return _joined(self._unless(own, body.name), body.kind if body.kind != "other" else "", country)

    def delegation(self, delegation: Delegation, _: Text | Unit) -> str:
        members = [delegation.members[int(self.path[3])]] if self.path[2] == "members" else []
        return _joined(*(self._person(each.person) for each in members), self._country(delegation.country))

    def image(self, image: Image, _: Text | Unit) -> str:
        return image.file

    def annex(self, annex: Annex, own: Text | Unit) -> str:
        title = self._quoted(own, annex.title)
        return f"the annex {title}" if title else ""

    def _person(self, id_: str) -> str:
        words = say_person(self.event.people[id_], Translator(self.english))
        return _plain("".join(each.text for each in words))

    def _country(self, code: str) -> str:
        return name_in_cldr(code, self.english)

    def _where(self, session: Session) -> str:
        return _few([self._words(self.event.cities[each].name) for each in session.cities])

    def _words(self, text: Text) -> str:
        form = text.forms.get("en")
        return form.text if form else text.source

    def _unless(self, own: Text | Unit, text: Text) -> str:
        return "" if own == text else self._words(text)

    def _quoted(self, own: Text | Unit, text: Text) -> str:
        words = self._unless(own, text)
        short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
        return f"“{short}”" if short else ""

    def _when(self, when: When | None, form: str = "in") -> str:
        if when is None:
            return ""
        value = when.value
        if isinstance(value, Hours):
            value = Day(year=value.start.year, month=value.start.month, day=value.start.day)
        said = say_day(self.english, value, form) if isinstance(value, Day) else say_period(self.english, value, form)
        return _plain(said)


_KINDS: Mapping[str, _Kind] = immutabledict(
    {
        "cities": _Kind(_Teller.city, "a city"),
        "venues": _Kind(_Teller.venue),
        "sessions": _Kind(_Teller.session, "a session"),
        "statements": _Kind(_Teller.statement),
        "figures": _Kind(_Teller.figure, "a figure"),
        "projects": _Kind(_Teller.project, "a project"),
        "outcomes": _Kind(_Teller.outcome),
        "people": _Kind(_Teller.person, "a person"),
        "organisations": _Kind(_Teller.organisation),
        "delegations": _Kind(_Teller.delegation),
        "images": _Kind(_Teller.image),
        "annexes": _Kind(_Teller.annex, "an annex"),
    }
)


def _joined(*words: str) -> str:
    return ", ".join(filter(None, words))


def _few(words: Sequence[str]) -> str:
    """Return names as a list that stays short."""
    if len(words) > _FEW:
        return f"{', '.join(words[:_FEW])} and {len(words) - _FEW} more"
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _plain(text: str) -> str:
    return text.replace("\xa0", " ")
