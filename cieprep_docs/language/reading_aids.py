"""How names are said, for those who interpret: Pinyin with tone marks, Russian in Latin letters.

A reading that the event file gives wins over every rule.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from cieprep_docs.language.languages import Language
from cieprep_docs.language.naming import find_name
from cieprep_docs.language.transliteration import is_han, join_pinyin, read_han, read_surname, romanise
from cieprep_docs.language.words import Phrase, Words
from cieprep_docs.model.people import Person

_PINYIN = "zh-Latn"
_TONES = frozenset("\u0300\u0301\u0304\u030c")
"""Combining grave, acute, macron and caron; the dots of ü are no tone."""


def reading_of(person: Person, language: Language) -> Phrase:
    """Return how the name reads that a person has in a language, or nothing where its letters say it.

    Chinese names read in Pinyin, Russian ones in Latin letters where English has no form of them. Stress in Russian is
    known only where the event file gives it.
    """
    form = person.name.get(language.key)
    if form is None:
        return ()
    if form.reading:
        return (Words(form.reading, language.tag),)
    name = find_name(person, language)
    if person.tradition == "chinese":
        parts = (tones_of(name.family, read_surname(name.family)), tones_of(name.given, read_han(name.given)))
        return (Words(" ".join(parts), _PINYIN),) if all(parts) else ()
    if person.tradition != "russian" or language.key != "ru" or "en" in person.name or not name.family:
        return ()
    return (Words(romanise(f"{name.given} {name.family}", "readable"), "ru-Latn"),)


def reading_of_words(words: str) -> Phrase:
    """Return Chinese characters in Pinyin with tones, nothing for other words."""
    said = tones_of(words, read_han(words))
    return (Words(said, _PINYIN),) if said else ()


@lru_cache(maxsize=4096)
def tones_of(han: str, syllables: Sequence[str]) -> str:
    """Return Chinese characters as one word of Pinyin with tone marks, or "" where they have no such reading.

    ``syllables`` are the readings without tones, of which surnames have their own.

    >>> tones_of("单", ("shan",)), tones_of("建安", ("jian", "an")), tones_of("吕", ("lü",))
    ('Shàn', "Jiàn'ān", 'Lǚ')
    """
    if not is_han(han) or len(han) != len(syllables):
        return ""
    from pypinyin import Style, pinyin  # noqa: PLC0415 - a quarter of a second

    usual = pinyin(han, style=Style.TONE)
    every = [pinyin(each, style=Style.TONE, heteronym=True)[0] for each in han]
    toned = [
        next((each for each in (*first, *others) if _without_tone(each) == wanted), "")
        for first, others, wanted in zip(usual, every, syllables, strict=True)
    ]
    return join_pinyin(toned) if all(toned) else ""


def _without_tone(syllable: str) -> str:
    letters = (each for each in unicodedata.normalize("NFD", syllable) if each not in _TONES)
    return unicodedata.normalize("NFC", "".join(letters))
