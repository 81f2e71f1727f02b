"""The names and terms of an event: how each reads in every language, what is proposed, and what is missing.

What ``cieprep-docs names`` prints: a table to look at, and YAML to correct and paste into the event file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from cieprep_docs.language.cases import decline_person, draft_case
from cieprep_docs.language.naming import Name, find_name
from cieprep_docs.language.people import say_name
from cieprep_docs.language.russian import CASES, decline_city
from cieprep_docs.language.translator import Translator
from cieprep_docs.language.transliteration import readings_of_surname
from cieprep_docs.language.words import plain
from cieprep_docs.model.base import Record
from cieprep_docs.model.event import Event
from cieprep_docs.model.people import Person
from cieprep_docs.model.programme import City
from cieprep_docs.model.text import Case, Cases, Text
from cieprep_docs.model.texts import texts

State = Literal["confirmed", "proposed", "by rule", "missing"]
"""Agreed by the owner of the name; given but not agreed; made by rule; neither given nor to be made."""

_DECLINED = ("person.post", "organisation.name", "organisation.short_name", "city.name", "delegation.name")
_ALWAYS_LISTED = (*_DECLINED, "person.honorific", "venue.name", "field.name")


@dataclass(frozen=True, slots=True)
class NameEntry:
    """How one name or term reads in one language."""

    path: tuple[str | int, ...]
    """The field of the event file: ``("people", "huang-wei", "name")``."""
    language: str
    """The language's key."""
    text: str
    """The words in the nominative, empty where they are missing."""
    state: State
    cases: Mapping[Case, str] = field(default_factory=dict)
    """Oblique forms, in a language that has them."""
    drafts: frozenset[Case] = frozenset()
    """Which of the cases are made by rule and have to be checked."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """The form as the event file writes it."""
    note: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether nobody has to look at it."""
        return self.state == "confirmed" and not self.drafts and not self.note


def list_names(event: Event, translators: Sequence[Translator]) -> tuple[NameEntry, ...]:
    """Return every name and term of the event in each language, in the order of the event file.

    People and bodies are always listed, other texts where the event file gives forms of them.
    """
    named = ((path, text) for path, text in texts(event) if text.forms or text.role in _ALWAYS_LISTED)
    entries = [_text_entry(path, text, translator, event) for path, text in named for translator in translators]
    people = (_person_entry(person, translator) for person in event.people.values() for translator in translators)
    return tuple(_in_order_of_records((*entries, *people), event))


def _in_order_of_records(entries: Iterable[NameEntry], event: Event) -> list[NameEntry]:
    fields = list(type(event).model_fields)
    people = list(event.people)
    return sorted(
        entries,
        key=lambda entry: (
            fields.index(str(entry.path[0])),
            people.index(str(entry.path[1])) if entry.path[0] == "people" else 0,
            entry.path[0] == "people" and entry.path[2] != "name",
        ),
    )


def _person_entry(person: Person, translator: Translator) -> NameEntry:
    name = find_name(person, translator.language)
    path = ("people", person.id, "name")
    if name.mark == "untranslated":
        return NameEntry(path, translator.language.key, "", "missing", note=_advice(person, translator))
    cases, drafts = _cases_of_person(person, name, translator)
    return NameEntry(
        path=path,
        language=translator.language.key,
        text=plain(say_name(person, name, translator, "running")),
        state=_state_of(name),
        cases=cases,
        drafts=drafts,
        parts=_parts(name),
        note=_doubt(person, name),
    )


def _state_of(name: Name) -> State:
    if not name.mark:
        return "confirmed"
    return "proposed" if name.source else "by rule"


def _parts(name: Name) -> dict[str, str]:
    """Return a name as the event file writes it: as it does where it is given, else in parts."""
    known = name.source or name
    parts = {key: getattr(known, key) for key in ("full", "family", "given", "patronymic")}
    return {key: part for key, part in parts.items() if part}


def _advice(person: Person, translator: Translator) -> str:
    latin = say_name(person, find_name(person, translator.language), translator, "running")
    return f"prints as {plain(latin)}"


def _doubt(person: Person, name: Name) -> str:
    """Return a question that only the bearer of the name can answer."""
    if name.source or person.tradition != "chinese" or "zh" not in person.name:
        return ""
    family = person.name["zh"].family or person.name["zh"].full[:1]
    readings = readings_of_surname(family)
    return f"{family} may be read {' or '.join(readings)}" if readings else ""


def _cases_of_person(person: Person, name: Name, translator: Translator) -> tuple[dict[Case, str], frozenset[Case]]:
    if not translator.language.facts.cases.rule:
        return {}, frozenset()
    declined = {case: decline_person(person, name, case) for case in CASES}
    forms = {case: plain(say_name(person, each, translator, "running")) for case, each in declined.items()}
    given = name.source.cases if name.source else {}
    return forms, frozenset(case for case in CASES if case not in given)


def _text_entry(path: tuple[str | int, ...], text: Text, translator: Translator, event: Event) -> NameEntry:
    words = translator.text(text)
    key = translator.language.key
    if words.mark == "untranslated":
        return NameEntry(path, key, "", "missing")
    given = text.forms[key].cases if key in text.forms else {}
    cases, drafts = _cases_of_text(words.text, given, text.role, translator, _record_at(path, event))
    state: State = "proposed" if words.mark else "confirmed"
    return NameEntry(path, key, words.text, state, cases, drafts, {"text": words.text})


def _record_at(path: tuple[str | int, ...], event: Event) -> Record | None:
    collection = getattr(event, str(path[0]))
    return collection.get(path[1]) if isinstance(collection, Mapping) and len(path) > 1 else None


def _cases_of_text(
    words: str, given: Cases | dict[Case, str], role: str, translator: Translator, record: Record | None
) -> tuple[dict[Case, str], frozenset[Case]]:
    if not translator.language.facts.cases.rule or role not in _DECLINED:
        return dict(given), frozenset()
    city = record if isinstance(record, City) else None
    forms, drafts = dict(given), set[Case]()
    for case in CASES:
        checked = decline_city(words, case) if city else ""
        draft = checked or draft_case(words, case, role, city)
        if case not in forms and draft:
            forms[case] = draft
        if case not in given and not checked:
            drafts.add(case)
    return forms, frozenset(drafts)


HEADINGS = ("name", "language", "form", "state", *CASES, "note")


def tabulate_names(entries: Iterable[NameEntry]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table under ``HEADINGS``; a case made by rule ends in ``?``, one that is missing is ``?``."""
    for entry in entries:
        cases = (_cell(entry, case) for case in CASES)
        yield (_path(entry), entry.language, entry.text or "–", entry.state, *cases, entry.note)


def _cell(entry: NameEntry, case: Case) -> str:
    return entry.cases.get(case, "") + ("?" if case in entry.drafts else "")


def _path(entry: NameEntry) -> str:
    return ".".join(str(key) for key in entry.path)


def write_names(entries: Iterable[NameEntry]) -> str:
    """Return what is not settled as YAML in the shape of the event file, all languages of a name together.

    A form or case made by rule is marked to be checked, and so is one that is missing: a comment, not an empty value.
    Names inside lists stand in the table only, for a list cannot be pasted in part.
    """
    lines: list[str] = []
    opened: tuple[str | int, ...] = ()
    for path, group in groupby(entries, key=lambda entry: entry.path):
        forms = list(group)
        if all(form.is_settled for form in forms) or any(isinstance(key, int) for key in path):
            continue
        shared = _length_shared(opened, path)
        lines += [f"{'  ' * depth}{path[depth]}:" for depth in range(shared, len(path))]
        lines += [f"{'  ' * len(path)}{line}" for form in forms for line in _yaml_of(form)]
        opened = path
    return "\n".join((*lines, "")) if lines else ""


def _length_shared(left: tuple[str | int, ...], right: tuple[str | int, ...]) -> int:
    pairs = zip(left, right, strict=False)
    return next((place for place, (one, other) in enumerate(pairs) if one != other), min(len(left), len(right)))


def _yaml_of(entry: NameEntry) -> Iterator[str]:
    note = f" ({entry.note})" if entry.note else ""
    if entry.state == "missing":
        yield f"# {entry.language}: missing{note}"
        return
    check = "  # made by rule, check" if entry.state == "by rule" else ""
    yield f"{entry.language}:{check}{note if check else ''}"
    yield from (f"  {key}: {_quoted(part)}" for key, part in entry.parts.items())
    if entry.state != "confirmed":
        yield "  status: proposed"
    if entry.cases:
        yield "  cases:" + ("  # check" if entry.drafts else "")
        yield from (f"    {case}: {_quoted(form)}" for case, form in entry.cases.items())


def _quoted(text: str) -> str:
    # A JSON string is a YAML string, whatever stands in it.
    return json.dumps(text, ensure_ascii=False)
