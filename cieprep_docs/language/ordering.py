"""The order of people and delegations: by rank and post, then by the alphabet of a language, without ICU."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import Any

from cieprep_docs.errors import UsageError
from cieprep_docs.language.countries import say_country
from cieprep_docs.language.languages import Language
from cieprep_docs.language.naming import find_name
from cieprep_docs.language.tables import load_table
from cieprep_docs.language.transliteration import is_han, read_han, read_surname
from cieprep_docs.language.words import plain
from cieprep_docs.model.event import Event
from cieprep_docs.model.people import Delegation, Person
from cieprep_docs.model.text import Text

Key = tuple[Any, ...]
"""Compares with the other keys of one order only."""

LAST = 10_000
"""Where those stand who have no rank or post that the tables know."""


def order_people(people: Iterable[Person], language: Language, collation: str = "") -> tuple[Person, ...]:
    """Return people by given rank, then by post, then by name in the alphabet of the language.

    ``collation`` is ``strokes``, ``pinyin`` or ``alphabet``; without it the language file's own.
    """
    key = _PERSON_KEYS[check_collation(collation, language)]
    return tuple(sorted(people, key=lambda person: (person.rank or LAST, rank_of_post(person), key(person, language))))


def check_collation(collation: str, language: Language) -> str:
    """Return the collation meant, or raise UsageError listing what there is."""
    if collation and collation not in _PERSON_KEYS:
        known = ", ".join(sorted(_PERSON_KEYS))
        raise UsageError.at("LNG105", f"there is no order {collation!r} of names", hint=f"there are {known}")
    return collation or language.facts.order.collation


def order_delegations(
    event: Event, language: Language, rule: str = "protocol", own: str = ""
) -> tuple[Delegation, ...]:
    """Return the event's delegations in order.

    ``protocol``: by given rank, then by the alphabet of the language, the host last. ``alphabet``: by the alphabet
    alone. ``file``: as in the event file. ``own`` is the id of a delegation that stands first in its own copy.
    """
    rules: dict[str, Callable[[Delegation], Key]] = {
        "protocol": lambda each: (each.rank or LAST, _is_host(each, event), _name_key(each, language)),
        "alphabet": lambda each: _name_key(each, language),
        "file": lambda _: (),
    }
    if rule not in rules:
        raise UsageError.at(
            "LNG106", f"there is no order {rule!r} of delegations", hint=f"there are {', '.join(sorted(rules))}"
        )
    return tuple(sorted(event.delegations.values(), key=lambda each: (each.id != own, rules[rule](each))))


def _is_host(delegation: Delegation, event: Event) -> bool:
    return delegation.host or delegation.id == event.host


def _name_key(delegation: Delegation, language: Language) -> Key:
    given = delegation.name.forms.get(language.key) if delegation.name else None
    name = given.text if given else plain(say_country(delegation.country, language))
    return sort_key(name, language)


def sort_key(words: str, language: Language) -> Key:
    """Return what sorts words in the alphabet of a language; Chinese characters sort by Pinyin.

    >>> from cieprep_docs.language.languages import load_language
    >>> sorted(["Ёлкин", "Жуков", "Ершов"], key=lambda word: sort_key(word, load_language("ru")))
    ['Ершов', 'Ёлкин', 'Жуков']
    """
    spelled = " ".join(read_han(words)) if is_han(words) else words
    return _letters(spelled, language.facts.order.alphabet), words


@lru_cache(maxsize=4096)
def _letters(words: str, alphabet: str) -> tuple[tuple[int, str], ...]:
    places = _places(alphabet)
    return tuple(place for letter in words.casefold() if (place := _place(letter, places)))


def _place(letter: str, places: dict[str, int]) -> tuple[int, str] | None:
    """Return where a letter stands; blanks stand before letters, other marks do not count."""
    if letter.isspace():
        return (-1, "")
    if letter in places:
        return (places[letter], "")
    bare = unicodedata.normalize("NFD", letter)[0]
    if not bare.isalnum():
        return None
    return (places[bare], "") if bare in places else (LAST, bare)


@cache
def _places(alphabet: str) -> dict[str, int]:
    return {letter: place for place, letter in enumerate(alphabet)}


def _by_alphabet(person: Person, language: Language) -> Key:
    name = find_name(person, language)
    family = name.family or name.full
    return (sort_key(family, language), sort_key(f"{name.given} {name.patronymic}", language))


def _by_pinyin(person: Person, language: Language) -> Key:
    """Return the key of Chinese lists; foreign names stand between the syllables by their own letters."""
    name = find_name(person, language)
    family = name.family or name.full
    syllables = read_surname(family) if person.tradition == "chinese" else read_han(family)
    return _syllables(syllables or (family,)), _syllables(read_han(name.given) or (name.given,)), family, name.given


def _syllables(spelled: tuple[str, ...]) -> Key:
    # As in dictionaries, ü stands beside u: lu, lü, luan.
    return tuple((each.casefold().replace("ü", "u"), each.casefold()) for each in spelled)


def _by_strokes(person: Person, language: Language) -> Key:
    """Return the key 按姓氏笔画: strokes of the family name, a single given name before a double one, then Pinyin."""
    name = find_name(person, language)
    first = (name.family or name.full)[:1]
    return (_stroke_places().get(first, (LAST, 0)), len(name.given), _by_pinyin(person, language))


@cache
def _stroke_places() -> dict[str, tuple[int, int]]:
    counts = load_table("strokes")["surnames"]
    return {each: (int(count), place) for count, row in counts.items() for place, each in enumerate(row)}


_PERSON_KEYS: dict[str, Callable[[Person, Language], Key]] = {
    "alphabet": _by_alphabet,
    "pinyin": _by_pinyin,
    "strokes": _by_strokes,
}


def rank_of_post(person: Person) -> int:
    """Return the level of a person's post by ``data/names/posts.toml``, 1 highest; ``LAST`` for an unknown one."""
    if person.post is None:
        return LAST
    return min((_level(words) for words in _words_of(person.post)), default=LAST)


def _words_of(text: Text) -> tuple[str, ...]:
    return (text.source, *(form.text for form in text.forms.values()))


@lru_cache(maxsize=4096)
def _level(words: str) -> int:
    """Return the level of the longest title with which the words begin, or in Chinese end."""
    found = [
        (len(title), level)
        for title, level in _levels()
        if words.endswith(title) or words.casefold().startswith(title.casefold())
    ]
    return max(found)[1] if found else LAST


@cache
def _levels() -> tuple[tuple[str, int], ...]:
    levels = load_table("posts")["levels"]
    return tuple((title, number) for number, titles in enumerate(levels, start=1) for title in titles)
