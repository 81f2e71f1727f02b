"""What a stage has to tell the user: where, what is wrong, what would be right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

T = TypeVar("T")

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Location:
    """A place in an input file. Lines and columns count from 1; 0 means not known."""

    file: str = ""
    line: int = 0
    column: int = 0
    path: str = ""
    """The field inside the file, for example ``delegations.russia.members[3].person``."""
    cell: str = ""
    """In a workbook, for example ``Sheet1!C17``; it is shown instead of line and column, which it also has."""

    def __str__(self) -> str:
        place = self.file
        if self.cell:
            return f"{place}:{self.cell} {self.path}".strip()
        if self.line:
            place += f":{self.line}"
        if self.line and self.column:
            place += f":{self.column}"
        return f"{place} {self.path}".strip()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. Only ``error`` stops a build; ``--strict`` turns some warnings into errors."""

    code: str
    """Stable, for scripts and tests: three letters of the room and three digits, for example ``EVT014``."""
    message: str
    location: Location = Location()
    hint: str = ""
    """What would be right, without brackets."""
    severity: Severity = "error"

    def __str__(self) -> str:
        place = str(self.location)
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}: {self.code} {self.message}{hint}" if place else f"{self.code} {self.message}{hint}"


@dataclass(frozen=True, slots=True)
class Result(Generic[T]):
    """A value together with what was noticed while making it; errors are raised instead."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()
