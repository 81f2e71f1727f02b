"""Which name a person goes by in a language: given in the event file, made by rule, or left in another script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache

from cieprep_docs.errors import UsageError
from cieprep_docs.language.languages import Language, load_language
from cieprep_docs.language.transliteration import (
    is_han,
    join_palladius,
    join_passport,
    join_pinyin,
    palladius_from_pinyin,
    read_han,
    read_surname,
    romanise,
    split_chinese_name,
)
from cieprep_docs.language.words import Mark
from cieprep_docs.model.people import NameForm, Person, Tradition

_PATRONYMIC = re.compile(r".*(?:ич|вна|чна|инична|vich|vna|chna)")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as it stands in one language; parts that are not known are empty."""

    full: str
    """The whole in running order, if it is given as such."""
    family: str
    given: str
    patronymic: str
    language: Language
    """The language in which it stands: another one than asked for where the mark is ``untranslated``."""
    mark: Mark = ""
    source: NameForm | None = None
    """The form in the event file, None where the name is made by rule."""


def find_name(person: Person, language: Language, *, badge: bool = False) -> Name:
    """Return the name by which a person goes in a language, with the mark of how it came about.

    ``badge`` asks a rule for the spelling of passports instead of the readable one.
    """
    given = person.name.get(language.key)
    if given is not None:
        return _from_form(given, person.tradition, language)
    return (
        _in_same_script(person, language)
        or _by_rule(person, language, badge=badge)
        or _in_latin(person, language, badge=badge)
        or _as_it_is(person, language)
    )


def _from_form(form: NameForm, tradition: Tradition, language: Language) -> Name:
    parts = (form.family, form.given, form.patronymic)
    known = parts if form.family else split_name(form.full, tradition)
    return Name(form.full, *known, language=language, mark="proposed" if form.status == "proposed" else "", source=form)


def _in_same_script(person: Person, language: Language) -> Name | None:
    """Return the form of another language that shares the script: a Latin spelling serves a French document too."""
    for other, form in _readable_forms(person, language):
        if _script(other) == _script(language):
            return replace(_from_form(form, person.tradition, language), mark="proposed", source=None)
    return None


def _readable_forms(person: Person, language: Language) -> Iterator[tuple[Language, NameForm]]:
    """Yield the forms whose language has a language file, in the order of the event file."""
    for key, form in person.name.items():
        with suppress(UsageError):
            yield load_language(key, *language.folders), form


def _by_rule(person: Person, language: Language, *, badge: bool) -> Name | None:
    script = _script(language)
    if script == "Latn":
        parts = _latin_parts(person, badge=badge)
    elif script == "Cyrl" and person.tradition == "chinese":
        parts = _palladius_parts(person)
    else:
        return None
    return Name("", *parts, language=language, mark="proposed") if parts else None


def _latin_parts(person: Person, *, badge: bool) -> tuple[str, str, str] | None:
    if person.tradition == "chinese":
        return _pinyin_parts(person, badge=badge)
    russian = person.name.get("ru")
    if russian is None:
        return None
    family, given, _ = _parts_of(russian, person.tradition)
    scheme = "icao" if badge else "readable"
    parts = (romanise(family, scheme), romanise(given, scheme), "")
    return parts if all(parts[:2]) else None


def _pinyin_parts(person: Person, *, badge: bool) -> tuple[str, str, str] | None:
    syllables = _syllables(person)
    if syllables is None:
        return None
    family, given = syllables
    if badge:
        return join_passport(family), join_passport(given).capitalize(), ""
    return join_pinyin(family), join_pinyin(given), ""


def _palladius_parts(person: Person) -> tuple[str, str, str] | None:
    syllables = _syllables(person)
    if syllables is not None:
        return join_palladius(syllables[0]), join_palladius(syllables[1]), ""
    for form in person.name.values():
        family, given, _ = _parts_of(form, person.tradition)
        parts = (palladius_from_pinyin(family), palladius_from_pinyin(given), "")
        if all(parts[:2]):
            return parts
    return None


def _syllables(person: Person) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    chinese = person.name.get("zh")
    if chinese is None:
        return None
    family, given, _ = _parts_of(chinese, person.tradition)
    syllables = read_surname(family), read_han(given)
    return syllables if all(syllables) else None


def _in_latin(person: Person, language: Language, *, badge: bool) -> Name | None:
    """Return the Latin form for a language into whose script nobody may convert by rule."""
    english = load_language("en", *language.folders)
    if _script(language) == "Latn":
        return None
    given = person.name.get("en")
    name = _from_form(given, person.tradition, english) if given else _in_same_script(person, english)
    name = name or _by_rule(person, english, badge=badge)
    return replace(name, mark="untranslated") if name else None


def _as_it_is(person: Person, language: Language) -> Name:
    other, form = next(_readable_forms(person, language))
    return replace(_from_form(form, person.tradition, other), mark="untranslated")


def _parts_of(form: NameForm, tradition: Tradition) -> tuple[str, str, str]:
    return (form.family, form.given, form.patronymic) if form.family else split_name(form.full, tradition)


@lru_cache(maxsize=4096)
def split_name(full: str, tradition: Tradition) -> tuple[str, str, str]:
    """Return family name, given name and patronymic of a name in running order; empty where they cannot be told.

    >>> split_name("黄卫", "chinese"), split_name("纳塔利娅·鲍里索娃", "russian")
    (('黄', '卫', ''), ('鲍里索娃', '纳塔利娅', ''))
    >>> split_name("Наталья Алексеевна Борисова", "russian")
    ('Борисова', 'Наталья', 'Алексеевна')
    """
    if any(map(str.isdigit, full)):
        return "", "", ""  # «Делегат 012» has no family name
    if is_han(full):
        return (*split_chinese_name(full), "") if tradition == "chinese" else ("", "", "")
    parts = re.split(r"[\s·]+", full)
    if tradition == "chinese":
        return parts[0], " ".join(parts[1:]), ""
    if len(parts) == 2:  # noqa: PLR2004 - given and family name
        return parts[1], parts[0], ""
    if tradition == "russian" and len(parts) == 3:  # noqa: PLR2004 - with a patronymic
        return _split_with_patronymic(*parts)
    return "", "", ""


def _split_with_patronymic(first: str, second: str, third: str) -> tuple[str, str, str]:
    if _PATRONYMIC.fullmatch(third) and not _PATRONYMIC.fullmatch(second):
        return first, second, third
    return third, first, second


@lru_cache(maxsize=64)
def _script(language: Language) -> str:
    from babel.core import get_global  # noqa: PLC0415 - Babel loads with the first language

    likely: str = get_global("likely_subtags").get(language.locale.split("_")[0], "")
    subtags = [*language.locale.split("_"), *likely.split("_")]
    return next((subtag for subtag in subtags if len(subtag) == 4), "")  # noqa: PLR2004 - an ISO 15924 code
