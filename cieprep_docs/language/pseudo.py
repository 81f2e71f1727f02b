"""Pseudo-languages: every word of ours comes out disguised and in brackets.

What stands outside brackets is data, a number or a date, or it was written into the code; what does not fit would not
fit in a real language either.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from cieprep_docs.language.translator import Translator
from cieprep_docs.language.words import Words
from cieprep_docs.model.quantity import Unit
from cieprep_docs.model.text import Text

_PLACEHOLDER = re.compile(r"(%\(\w*\)s|%%)")
_CONSONANTS = str.maketrans("bcdghjklnrstwyzBCDGHJKLNRSTWYZ", "ƀçďĝĥĵķľñřšťŵýžƁÇĎĜĤĴĶĽÑŘŠŤŴÝŽ")
_VOWELS = {ord(plain): accent * 2 for plain, accent in zip("aeiouAEIOU", "áéíóúÁÉÍÓÚ", strict=True)}
_WIDE = {sign: chr(sign + 0xFEE0) for sign in range(0x21, 0x7F)} | dict.fromkeys(map(ord, "aeiou "), "")

_LETTERS: Mapping[str, Mapping[int, int | str]] = {"accented": {**_CONSONANTS, **_VOWELS}, "wide": _WIDE}
_BRACKETS: Mapping[str, str] = {"accented": "[%s]", "wide": "［%s］"}


def disguise(words: str, as_: str) -> str:
    """Return English words accented and longer by about two fifths, or in letters as wide as Han characters.

    Wide words have no blanks and no small vowels, or they would be far longer than any Chinese ones. Placeholders stay,
    and so do letters of other scripts.

    >>> disguise("Round table of %(city)s", "accented"), disguise("City", "wide")
    ('[Řóóúúñď ťááƀľéé óóf %(city)s]', '［Ｃｔｙ］')
    """
    pieces = _PLACEHOLDER.split(words)
    letters = _LETTERS[as_]
    text = "".join(piece if place % 2 else piece.translate(letters) for place, piece in enumerate(pieces))
    return _BRACKETS[as_].replace("%s", text)


class PseudoTranslator(Translator):
    """Finds the source words of everything, and disguises them as its language file says."""

    def text(self, text: Text) -> Words:
        """Return the words of the event's source language in disguise."""
        return self._disguised(text.source)

    def message(self, source: str, context: str = "") -> Words:  # noqa: ARG002 - a disguise needs no context
        """Return a message of a template in disguise."""
        return self._disguised(source)

    def plural(self, one: str, other: str, count: int, context: str = "") -> Words:  # noqa: ARG002 - as above
        """Return a message of a template by number, in disguise."""
        return self._disguised(one if count == 1 else other)

    def unit(self, unit: Unit, count: Decimal, *, genitive: bool = False) -> Words:  # noqa: ARG002 - as above
        """Return the noun in disguise; the number stands before its bracket, so that a key figure can be cut there."""
        noun = self._disguised(unit.one if count == 1 else unit.other)
        return Words(f"%(n)s{noun.text}", noun.lang)

    def _disguised(self, words: str) -> Words:
        return Words(disguise(words, self.language.facts.disguise), self.language.tag)
