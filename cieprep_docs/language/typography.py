"""The typographic pass: spaces, quotation marks and dashes of running text by the rules of its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cieprep_docs.errors import UsageError
from cieprep_docs.language.facts import Typography
from cieprep_docs.language.languages import load_language

_STOPS = r"\s\u00A0\u2000-\u200A<>\"'`«»“”„‘’\u2E80-\u9FFF\u3000-\u303F\uFF00-\uFFEF"
_KEPT = re.compile(
    rf"""`[^`]*`
    | (?:https?|ftp)://[^{_STOPS}]+ | (?:www\.|mailto:)[^{_STOPS}]+
    | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | (?<![A-Za-z0-9_~./\\:-])[A-Za-z0-9~/\\][A-Za-z0-9_~./\\:-]*\.[A-Za-z]{{2,}}(?![A-Za-z])(?:[/?\#][^{_STOPS}]*)?
    | (?<![A-Za-z0-9_])[A-Za-z0-9]*(?:_[A-Za-z0-9]+)+
    | [\uE000-\uF8FF]""",
    re.VERBOSE | re.ASCII,
)
"""Code, addresses, file names, identifiers: no rule may see their inside. Private-use characters stand for them."""

_PLACE = "\ue000"
_BRACKETS = frozenset("([{（《〈【—–/")
_MOST_PASSES = 16
_ENDS = frozenset(".,:;!?)]}，。；：？！、）》〉】")


def set_typography(text: str, tag: str, *folders: Path) -> str:
    r"""Return running text of the language ``tag`` (BCP 47) as that language sets it.

    Addresses, e-mail addresses, file names and identifiers stay as they are. Running it twice changes nothing. In a
    language without a language file only U+202F, which Word and LibreOffice draw badly, becomes a no-break space.

    >>> set_typography("в Парке \"Шёлковый путь\" - 5 проектов", "ru-RU")
    'в\xa0Парке «Шёлковый путь»\xa0— 5\xa0проектов'
    """
    text = text.replace("\u202f", "\u00a0")
    setter = _setter(tag, folders)
    return setter.set(text) if setter else text


@dataclass(frozen=True, slots=True)
class _Setter:
    """The rules of one language, compiled."""

    tag: str
    quotes: tuple[str, str, str, str]
    rules: tuple[tuple[re.Pattern[str], str], ...]

    def set(self, text: str) -> str:
        kept = _KEPT.findall(text)
        text = self._settle(_KEPT.sub(_PLACE, text) if kept else text)
        return _restore(text, kept) if kept else text

    def _settle(self, text: str) -> str:
        """Apply the rules until they change nothing, as one may make room for another."""
        for _ in range(_MOST_PASSES):
            before, text = text, self._apply(text)
            if text == before:
                return text
        message = f"the typographic rules of {self.tag} never come to rest on {text[:40]!r}"
        raise UsageError.at("LNG016", message, hint="no rule may undo another")

    def _apply(self, text: str) -> str:
        text = _set_quotes(text, self.quotes)
        for pattern, put in self.rules:
            text = pattern.sub(put, text)
        return text


@cache
def _setter(tag: str, folders: tuple[Path, ...]) -> _Setter | None:
    try:
        facts: Typography = load_language(tag, *folders).facts.typography
    except UsageError:
        return None
    return _Setter(tag, facts.quotes, tuple((re.compile(rule.find), rule.put) for rule in facts.rules))


def _restore(text: str, kept: list[str]) -> str:
    first, *rest = text.split(_PLACE)
    return first + "".join(each + part for each, part in zip(kept, rest, strict=True))


def _set_quotes(text: str, quotes: tuple[str, str, str, str]) -> str:
    """Return the text with straight quotation marks that have a partner made typographic, by depth."""
    if '"' not in text:
        return text
    marks = list(text)
    pairs = sorted(_pairs(text, quotes))
    for start, end in pairs:
        inner = 2 * (sum(left < start and end < right for left, right in pairs) % 2)
        for place, mark in ((start, quotes[inner]), (end, quotes[inner + 1])):
            marks[place] = mark if text[place] == '"' else text[place]
    return "".join(marks)


def _pairs(text: str, quotes: tuple[str, str, str, str]) -> Iterator[tuple[int, int]]:
    """Yield where quotations begin and end, straight and typographic marks alike."""
    openers, closers = set(quotes[::2]), set(quotes[1::2])
    opened: list[int] = []
    last_opened = -1
    for place, sign in enumerate(text):
        if sign in openers or (sign == '"' and _opens(text, place, openers, last_opened, inside=bool(opened))):
            opened.append(place)
            last_opened = place
        elif opened and (sign == '"' or sign in closers):
            yield opened.pop(), place


def _opens(text: str, place: int, openers: set[str], last_opened: int, *, inside: bool) -> bool:
    """Tell whether a straight mark opens: at the start of a word, or in running Chinese where none is open."""
    before, after = text[place - 1 : place] or " ", text[place + 1 : place + 2] or " "
    if after.isspace() or after in _ENDS:
        return False
    at_start = before.isspace() or before in _BRACKETS or before in openers or last_opened == place - 1 >= 0
    return at_start or not inside
