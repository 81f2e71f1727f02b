"""Catalogs with faults on purpose, each with the code that has to be found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cieprep_docs.catalogs.boxes import Boxes
from cieprep_docs.catalogs.checks.catalog import Checker
from cieprep_docs.catalogs.entries import Entry, PoFile, read_po, write_po
from cieprep_docs.catalogs.glossary_table import read_glossary
from cieprep_docs.catalogs.po import update_po
from cieprep_docs.language.languages import load_language
from tests.support.command import CHECKOUT
from tests.support.vectors import read_vectors

GLOSSARY = read_glossary(
    "term,zh,ru,note,forbidden\nCIEP,大会,CIEP,,交流会|КИЕП\nguest of honour,主宾国,почётный гость,,\n".encode()
)
NO_FAULT = "-"
_ROWS = read_vectors(CHECKOUT / "tests" / "catalogs", "planted")


def judge_planted(boxes: Boxes) -> Iterator[tuple[str, str, set[str]]]:
    """Yield for each row its words, the code that has to be found (``-`` for none), and the codes that are."""
    for language in ("ru", "zh"):
        rows = [each for each in _ROWS if each["language"] == language]
        header = read_po(update_po((), load_language(language).locale, "planted")).entries
        data = write_po(PoFile((*header, *(_entry(each, number) for number, each in enumerate(rows)))))
        found = Checker(language, GLOSSARY, boxes).check_po(data)
        for row, message in zip(rows, read_po(data).messages, strict=True):
            yield row["words"], row["code"], {each.code for each in found if each.location.line == message.line}


def count_planted(boxes: Boxes) -> tuple[int, int]:
    """Return how many of the planted faults are found, and how many there are."""
    faults = [(code, codes) for _, code, codes in judge_planted(boxes) if code != NO_FAULT]
    return sum(code in codes for code, codes in faults), len(faults)


def _entry(row: dict[str, str], number: int) -> Entry:
    context, source = re.fullmatch(r"(?:\[(.+)\] )?(.+)", row["source"]).groups()  # type: ignore[union-attr]
    words = row["words"].encode("raw_unicode_escape").decode("raw_unicode_escape")
    # No two messages of a catalog may be the same, so each has a context of its own.
    return Entry(msgid=source, context=context or f"case {number}", forms=(words,))
