"""What the user sees: tables at a terminal, plain aligned lines everywhere else, messages on stderr."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from cieprep_docs.diagnostics import Diagnostic

_STYLES = {"error": "bold red", "warning": "yellow", "note": "dim"}
_FEW = 20


def print_table(head: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int] = ()) -> None:
    """Print rows under a head; ``numbers`` are the columns that are aligned to the right."""
    console = Console()
    if console.is_terminal:
        console.print(_table(head, rows, numbers))
    else:
        print(aligned([head, *rows], numbers))  # noqa: T201 - the result of the command


def print_words(text: str) -> None:
    """Print a result as it is."""
    print(text)  # noqa: T201 - the result of the command


def print_diagnostics(diagnostics: Sequence[Diagnostic], *, everything: bool = True) -> None:
    """Print findings on stderr; without ``everything`` the first twenty warnings, and no notes."""
    console = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)
    shown = [each for each in diagnostics if everything or each.severity != "note"]
    for each in shown if everything else shown[:_FEW]:
        console.print(_line(each), style=_STYLES[each.severity])
    if not everything and len(shown) > _FEW:
        console.print(f"… and {len(shown) - _FEW} more; -v shows them all")


def _line(diagnostic: Diagnostic) -> str:
    """Return a finding as a line; what stops nothing says so before its code."""
    if diagnostic.severity == "error":
        return str(diagnostic)
    return str(replace(diagnostic, code=f"{diagnostic.severity}: {diagnostic.code}"))


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "error"), counted(17, "error")
    ('1 error', '17 errors')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def print_remark(text: str) -> None:
    """Print a line about the run itself on stderr."""
    print(text, file=sys.stderr)  # noqa: T201 - a message of the command


def aligned(rows: Sequence[Sequence[str]], numbers: Sequence[int] = ()) -> str:
    """Return rows as lines whose columns stand under each other, Chinese characters counted as two."""
    widths = [max(cell_len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            _padded(cell, width, right=column in numbers)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def _padded(cell: str, width: int, *, right: bool) -> str:
    blanks = " " * (width - cell_len(cell))
    return blanks + cell if right else cell + blanks


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column, name in enumerate(head):
        table.add_column(name, justify="right" if column in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    return table
