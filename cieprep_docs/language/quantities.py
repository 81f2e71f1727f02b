"""Counted things: a number, how exactly it is known, and the noun."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cieprep_docs.errors import UsageError
from cieprep_docs.language.facts import QualifierForm
from cieprep_docs.language.forms import choose_form
from cieprep_docs.language.languages import Language
from cieprep_docs.language.numbers import shorten, write_figures
from cieprep_docs.language.translator import Translator
from cieprep_docs.language.words import Mark, Words
from cieprep_docs.model.quantity import Quantity

_FORMS = {"": "text", "figure": "figure", "number": "number", "noun": "noun", "qualifier": "before"}
_NUMBER = "%(n)s"
_TEN = 10


@dataclass(frozen=True, slots=True)
class CardWords:
    """A quantity taken apart for a key figure: ``before`` ``number`` ``after`` over ``noun``."""

    before: str
    """``more than``, ``более``, ``超过``; empty where the qualifier stands after the number."""
    number: str
    """Figures with the word that shortens them: ``500``, ``1.2 million``."""
    after: str
    """What belongs to the number but follows it, in Chinese ``多名``, ``万名``."""
    noun: str
    lang: str
    mark: Mark = ""


@dataclass(frozen=True, slots=True)
class _Parts:
    before: str
    number: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.number}{self.after}"


def say_quantity(translator: Translator, quantity: Quantity, form: str = "") -> Words:
    """Return a quantity.

    Forms: ``""`` running text, ``figure`` (never number words), and the parts of a card: ``qualifier``, ``number``,
    ``noun``.
    """
    name = choose_form(form, _FORMS, "a quantity")
    if name in {"text", "figure"}:
        language, unit = _speak(translator, quantity)
        number = str(_qualify(language, quantity, words=name == "text"))
        return Words(_fill(language, unit.text, number), unit.lang, unit.mark)
    card = say_card(translator, quantity)
    text = card.number + card.after if name == "number" else getattr(card, name)
    return Words(text, card.lang, card.mark)


def say_card(translator: Translator, quantity: Quantity) -> CardWords:
    """Return the parts of a quantity; a measure word goes with the number."""
    language, unit = _speak(translator, quantity)
    parts = _qualify(language, quantity, words=False)
    before, _, counted = unit.text.partition(_NUMBER)
    measure, noun = _split_measure(language, counted.strip())
    figures, scale = _split_scale(parts.number)
    after = scale + parts.after.strip() + measure
    return CardWords((before + parts.before).strip(), figures, after, noun, unit.lang, unit.mark)


def _split_scale(number: str) -> tuple[str, str]:
    """Return the figures and the character that shortens them and stands close: 80 and 万."""
    figures = re.match(r".*\d", number)
    rest = number[figures.end() :] if figures else ""
    return (number.removesuffix(rest), rest) if rest and not rest[0].isspace() else (number, "")


def _speak(translator: Translator, quantity: Quantity) -> tuple[Language, Words]:
    """Return what is counted and the language in which to say all of it: that of the noun."""
    genitive = _qualifier(translator.language, quantity.qualifier).genitive
    unit = translator.unit(quantity.unit, quantity.value, genitive=genitive)
    return (translator.source if unit.mark == "untranslated" else translator.language), unit


def _qualifier(language: Language, name: str) -> QualifierForm:
    qualifiers = language.facts.quantities.qualifiers
    if name not in qualifiers:
        hint = f"there are {', '.join(qualifiers)}"
        raise UsageError.at("LNG011", f"{language.key} has no words for the qualifier {name!r}", hint=hint)
    return qualifiers[name]


def _qualify(language: Language, quantity: Quantity, *, words: bool) -> _Parts:
    """Return the number with its qualifier before or after it."""
    numbers, form = language.facts.numbers, _qualifier(language, quantity.qualifier)
    short = shorten(numbers, quantity.value)
    amount = write_figures(numbers, short.amount)
    if words and quantity.value in range(len(numbers.words)):
        amount = numbers.words[int(quantity.value)]
    scale, whole = short.scale or _NUMBER, short.amount == int(short.amount)
    if form.round and whole and short.amount >= _TEN and short.amount % _TEN == 0:
        return _take_apart(scale % {"n": form.round}, amount)
    scaled = scale % {"n": amount}
    if form.round and whole and short.scale and short.amount < _TEN:
        return _take_apart(form.round, scaled)
    special = next((each.text for each in form.special if re.search(each.numbers, scaled)), form.text)
    return _take_apart(special, scaled)


def _take_apart(pattern: str, number: str) -> _Parts:
    before, _, after = pattern.partition(_NUMBER)
    return _Parts(before, number, after)


def _split_measure(language: Language, counted: str) -> tuple[str, str]:
    words = sorted(language.facts.quantities.measure_words, key=len, reverse=True)
    measure = next((word for word in words if counted.startswith(word) and counted != word), "")
    return measure, counted.removeprefix(measure)


def _fill(language: Language, pattern: str, number: str) -> str:
    """Return the pattern with its number; after figures stands the language's own kind of blank."""
    blank = language.facts.quantities.space if number[-1:].isdigit() else " "
    return pattern.replace(f"{_NUMBER} ", f"{number}{blank}").replace(_NUMBER, number)
