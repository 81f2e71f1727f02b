"""Which column of a reviewed table holds what, told by its head, and what stands in its rows.

A column may have moved or gone, so none is counted; a row whose hidden words are gone names nothing and is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cieprep_docs.catalogs.review.heads import heads_of
from cieprep_docs.catalogs.review.rows import HIDDEN, Answer, read_answer
from cieprep_docs.diagnostics import Location
from cieprep_docs.errors import UsageError

Cells = Mapping[int, str]
"""The words of a row by column, counted from 0."""

_WORDS, _REMARKS = 4, 7
_KEEP = "the heads must stay as the review was made; take a copy of it in which only cells are changed"


class Stray(NamedTuple):
    """Words in a row that does not say of which message they are."""

    row: str
    """Its number, as the reader sees it."""
    words: str


class Reviewed(NamedTuple):
    """What came back in the rows of a review, in their order."""

    answers: tuple[Answer, ...]
    strays: tuple[Stray, ...] = ()


@dataclass(frozen=True, slots=True)
class _Columns:
    words: int
    remarks: int | None


def read_rows(tables: Sequence[Sequence[Cells]], file: str = "") -> Reviewed:
    """Return what the rows of tables say. A table without heads is the rest of the one before it.

    Raises UsageError where no row is of a review, or where no column, or more than one, is headed as the translations.
    """
    columns: _Columns | None = None
    answers, strays = list[Answer](), list[Stray]()
    for rows in tables:
        columns = _find_columns(rows, file) or columns
        for number, row in enumerate(rows, 1):
            found = _read_row(row, columns, number, file)
            if isinstance(found, Answer):
                answers.append(found)
            elif found:
                strays.append(found)
    if not answers:
        message = "is no review: no row carries a hidden message id"
        raise UsageError.at("CAT041", message, location=Location(file), hint="make one with catalog review")
    return Reviewed(tuple(answers), tuple(strays))


def _find_columns(rows: Sequence[Cells], file: str) -> _Columns | None:
    """Return the columns of a table; None where it has no head."""
    for row in rows:
        words, remarks = (list(_headed(row, heads_of(column))) for column in (_WORDS, _REMARKS))
        if not (words or remarks) or _is_named(row):
            continue
        if len(words) != 1 or len(remarks) > 1:
            name, found = ("Translation", words) if len(words) != 1 else ("Remarks", remarks)
            message = f"has {len(found)} columns headed “{name}”" if found else f"has no column headed “{name}”"
            raise UsageError.at("CAT042", message, location=Location(file), hint=_KEEP)
        return _Columns(words[0], remarks[0] if remarks else None)
    return None


def _headed(row: Cells, names: frozenset[str]) -> Iterator[int]:
    return (column for column, text in row.items() if " ".join(text.split()) in names)


def _read_row(row: Cells, columns: _Columns | None, number: int, file: str) -> Answer | Stray | None:
    if columns is None:
        if _is_named(row):
            message = "has no head that says which column holds the translations"
            raise UsageError.at("CAT042", message, location=Location(file), hint=_KEEP)
        return None
    words = row.get(columns.words, "")
    remark = row.get(columns.remarks, "") if columns.remarks is not None else ""
    if _is_named(row) and columns.words in row:
        return read_answer(_hidden(row), words, remark)
    said = " ".join(each.strip() for each in (words, remark) if each.strip())
    is_head = " ".join(words.split()) in heads_of(_WORDS)
    if (not said or is_head) and not _is_named(row):
        return None
    shown = HIDDEN.sub("", row.get(0, "")).strip()
    return Stray(shown if shown.isdecimal() else f"row {number} of the table", said or _hidden(row))


def _is_named(row: Cells) -> bool:
    return bool(_hidden(row))


def _hidden(row: Cells) -> str:
    return next((found[0] for text in row.values() if (found := HIDDEN.search(text))), "")
