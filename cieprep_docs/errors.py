"""What is raised when the input is at fault. Anything else is a defect of this library.

The kinds::

CieprepError
├── EventError      the event file, a spreadsheet or a reference in it
├── CatalogError    a gettext catalog, or untranslated words under ``strict``
├── TemplateError   a template, or the markup it made
├── StyleError      the house style's .docx or .pptx
├── LayoutError     words that fit on no slide or page
└── UsageError      an argument: a language, delegation, kind, form or path that does not exist
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from cieprep_docs.diagnostics import Diagnostic, Location


class CieprepError(Exception):
    """The user's input cannot be built; ``diagnostics`` says all that was found in one pass."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*diagnostics)
        self.diagnostics: tuple[Diagnostic, ...] = diagnostics

    def __str__(self) -> str:
        return "\n".join(str(each) for each in self.diagnostics)

    @classmethod
    def at(cls, code: str, message: str, *, location: Location | None = None, hint: str = "") -> Self:
        """Return an error of this kind with a single diagnostic."""
        return cls(Diagnostic(code, message, location or Location(), hint))


class EventError(CieprepError):
    """The event file, a spreadsheet beside it, or a reference between its records."""


class CatalogError(CieprepError):
    """A gettext catalog, or untranslated words under ``strict``."""


class TemplateError(CieprepError):
    """A template, or the markup that it made."""


class StyleError(CieprepError):
    """The house style's Office file."""


class LayoutError(CieprepError):
    """Words that fit on no slide or page."""


class UsageError(CieprepError):
    """An argument that names nothing: a language, a delegation, a kind, a form, a path."""


def join_errors(errors: Sequence[CieprepError]) -> CieprepError:
    """Return one error that says what several say, each fault once; of their kind where they are of one."""
    kinds = {type(each) for each in errors}
    kind = kinds.pop() if len(kinds) == 1 else CieprepError
    return kind(*dict.fromkeys(fault for each in errors for fault in each.diagnostics))
