"""Numbered headings and lists: the levels a house style defines, and a fresh count for each list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, islice
from typing import NamedTuple, Self

from immutabledict import immutabledict
from lxml import etree
from lxml.etree import _Element as Element

from cieprep_docs.office.xml import DECLARATION, declare, plain_xml, qualified, read_xml

PART = "word/numbering.xml"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
BULLETS, NUMBERS = "-1", "-2"
"""Instances of our own, which serve where a house style has no list: their definitions are added to its file."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of numbering: ``decimal`` and ``%1.%2``, as the Word file names them."""

    kind: str
    text: str
    suffix: str = "tab"
    """Behind the number: ``tab``, ``space`` or ``nothing``."""


class Started(NamedTuple):
    """A list that begins: a new instance of one of the house style's lists."""

    instance: str
    """The ``w:numId`` whose looks it has."""
    level: int
    number: int
    """What its first item counts as."""
    apart: bool = False
    """Whether its items count by themselves, though those of other lists with the same looks stand between them."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """The lists of a house style's file."""

    xml: str
    """The part without its closing tag, so that instances can be added."""
    abstract: Mapping[str, str]
    """The definition (``w:abstractNumId``) of each instance (``w:numId``)."""
    levels: Mapping[str, tuple[Level, ...]]
    """The levels of each definition."""

    def completed(self) -> Self:
        """Return the lists with ours behind them: ``BULLETS`` and ``NUMBERS``, each of all nine levels."""
        free = max((int(number) for number in self.levels), default=0) + 1
        levels = {str(free + n): own for n, own in enumerate(_OWN)}
        definitions, mark, instances = self.xml.partition("<w:num ")
        added = "".join(_definition(name, own) for name, own in levels.items())
        abstract = {**self.abstract, **dict(zip((BULLETS, NUMBERS), levels, strict=True))}
        return replace(
            self,
            xml=f"{definitions}{added}{mark}{instances}",
            abstract=immutabledict(abstract),
            levels=immutabledict({**self.levels, **levels}),
        )

    @property
    def next(self) -> int:
        """The first instance number that is free."""
        return max((*map(int, self.abstract), 0)) + 1

    def levels_of(self, instance: str) -> tuple[Level, ...]:
        """Return the levels of a numbering instance, none where there is none."""
        return self.levels.get(self.abstract.get(instance, ""), ())

    def with_lists(self, started: Mapping[int, Started]) -> bytes:
        """Return the part with new instances by their ``w:numId``; those that count apart have a definition each."""
        free = max((int(number) for number in self.levels), default=0)
        own = {number: str(free + number) for number, each in started.items() if each.apart}
        new = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{own.get(number, self.abstract[each.instance])}"/>'
            f'<w:lvlOverride w:ilvl="{each.level}"><w:startOverride w:val="{each.number}"/></w:lvlOverride></w:num>'
            for number, each in started.items()
        )
        definitions, mark, instances = self.xml.partition("<w:num ")
        copies = "".join(self._copy_definition(started[number].instance, name) for number, name in own.items())
        return f"{definitions}{copies}{mark}{instances}{new}</w:numbering>".encode()

    def _copy_definition(self, instance: str, name: str) -> str:
        """Return a definition under another name; styles and Word's own marks stay with the first."""
        root = read_xml(f"{self.xml}</w:numbering>".encode(), PART)
        found = next(
            each
            for each in root.iter(qualified("w:abstractNum"))
            if each.get(qualified("w:abstractNumId")) == self.abstract[instance]
        )
        for child in list(found.iter(*map(qualified, ("w:pStyle", "w:nsid", "w:tmpl", "w:styleLink")))):
            parent = child.getparent()
            if parent is not None:
                parent.remove(child)
        found.set(qualified("w:abstractNumId"), name)
        return plain_xml(found)


# Word counts in all letters but ё, й, ъ and ь; Russian papers leave out з, о, ч and ы as well: they look like others.
_LEFT_OUT = {"russianLower": frozenset({8, 14, 23, 26})}


def item_numbers(kind: str, items: int) -> list[int]:
    """Return what the items of a list count as, where letters that are not used for counting are left out.

    >>> item_numbers("russianLower", 9)
    [1, 2, 3, 4, 5, 6, 7, 9, 10]
    """
    left_out = _LEFT_OUT.get(kind, frozenset())
    return list(islice((number for number in count(1) if number not in left_out), items))


NO_LISTS = Numbering(f"{DECLARATION}<w:numbering{declare('w')}>", immutabledict(), immutabledict())
_INDENT = 360
"""Twips from level to level, as in Word's own lists."""
_OWN = (
    tuple(Level("bullet", mark) for mark in "•–•–•–•–•"),
    tuple(Level(("decimal", "lowerLetter", "lowerRoman")[n % 3], f"%{n + 1}.") for n in range(9)),
)


def _definition(name: str, levels: Sequence[Level]) -> str:
    rows = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{level.kind}"/><w:lvlText w:val="{level.text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{_INDENT * (n + 1)}" w:hanging="{_INDENT}"/></w:pPr></w:lvl>'
        for n, level in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{name}"><w:multiLevelType w:val="multilevel"/>{rows}</w:abstractNum>'


def read_numbering(data: bytes) -> Numbering:
    """Return the lists of ``word/numbering.xml``."""
    root = read_xml(data, PART)
    for extra in root.findall(qualified("w:numIdMacAtCleanup")):
        root.remove(extra)
    abstract = {
        each.get(qualified("w:numId"), ""): _value(each, "w:abstractNumId") for each in root.iter(qualified("w:num"))
    }
    levels = {
        each.get(qualified("w:abstractNumId"), ""): tuple(
            Level(_value(level, "w:numFmt"), _value(level, "w:lvlText"), _value(level, "w:suff") or "tab")
            for level in each.iter(qualified("w:lvl"))
        )
        for each in root.iter(qualified("w:abstractNum"))
    }
    xml = etree.tostring(root, encoding="unicode").rpartition("</")[0]
    return Numbering(DECLARATION + xml, immutabledict(abstract), immutabledict(levels))


def number_words(levels: tuple[Level, ...], counts: tuple[int, ...]) -> str:
    """Return the number that Word sets before a heading, for example ``2.1`` for counts (2, 1)."""
    if len(counts) > len(levels):
        return ""
    text = levels[len(counts) - 1].text
    for place, number in enumerate(counts):
        text = text.replace(f"%{place + 1}", _numeral(levels[place].kind, number))
    return text


_DIGITS = "零一二三四五六七八九"
_TEN, _HUNDRED = 10, 100


def _numeral(kind: str, number: int) -> str:
    if kind in {"chineseCounting", "chineseCountingThousand", "ideographDigital"}:
        return _han_numeral(number)
    if kind in {"upperLetter", "lowerLetter"}:
        letter = chr(ord("A") + (number - 1) % 26)
        return letter if kind == "upperLetter" else letter.lower()
    return str(number)


def _han_numeral(number: int) -> str:
    """Return 一 … 九百九十九, as GB/T 15835-2011 counts; headings that count further do not occur."""
    hundreds, rest = divmod(number, _HUNDRED)
    tens, ones = divmod(rest, _TEN)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


def _value(element: Element, child: str) -> str:
    found = element.find(qualified(child))
    return "" if found is None else found.get(qualified("w:val"), "")
