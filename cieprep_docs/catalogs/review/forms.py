"""Plural forms for people who know no rule: each by the numbers that take it in the catalog at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from immutabledict import immutabledict

from cieprep_docs.catalogs.entries import Entry
from cieprep_docs.language.catalog import read_catalog

_MOST_COUNTS = 5
_COUNTED = range(1, 1001)
# What stands before the numbers, between two, and for a form that no whole number takes.
_ENGLISH = ("for ", ", ", "for fractions")
_SAID: Mapping[str, tuple[str, str, str]] = immutabledict(
    {"ru": ("для чисел ", ", ", "для дробей"), "zh": ("用于", "、", "用于小数")}
)


def numbers_of_forms(po: bytes, language: str) -> Callable[[Entry, int], str]:
    """Return what names a form of an entry by the numbers that take it, by the rule in the header of its catalog.

    In the words of a language, English where it has none here; empty for a message without plural.
    """
    rule = read_catalog(po.decode("utf-8")).plural_form if po else int
    before, between, none = _SAID.get(language, _ENGLISH)

    def numbers(entry: Entry, form: int) -> str:
        if not entry.plural:
            return ""
        found = [str(number) for number in _COUNTED if rule(number) == form][:_MOST_COUNTS]
        return before + between.join(found) if found else none

    return numbers
