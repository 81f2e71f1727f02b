"""Finished files, and what was noticed while they were made."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from cieprep_docs.content.nodes import Document
from cieprep_docs.content.plain import write_text
from cieprep_docs.deck.slides import Deck
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.errors import UsageError
from cieprep_docs.office.archive import read_archive
from cieprep_docs.office.package import save_bytes, write_package

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from pptx.presentation import Presentation


@dataclass(frozen=True, slots=True, order=True)
class Proposed:
    """A form of a name or term that was used, though its owner has not confirmed it."""

    language: str
    words: str
    source: str
    """How the event's source language calls the same."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A document in one language, before any file format."""

    tree: Document
    diagnostics: tuple[Diagnostic, ...] = ()
    """Warnings and notes; errors are raised."""
    untranslated: tuple[Diagnostic, ...] = ()
    """The words that no catalog translates, each once; they are among the diagnostics too."""
    proposed: tuple[Proposed, ...] = ()
    """Each once, in the order of first use."""


@dataclass(frozen=True)
class Output:
    """A finished file."""

    ending: ClassVar[str]

    draft: Draft
    data: bytes = field(repr=False)

    @property
    def tree(self) -> Document:
        """The document tree from which the file was written."""
        return self.draft.tree

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Warnings and notes; errors are raised."""
        return self.draft.diagnostics

    def to_text(self) -> str:
        """Return the words of the document as plain text, for a letter."""
        return write_text(self.tree)

    def to_bytes(self) -> bytes:
        """Return the file, with the changes that a script has made in the opened document."""
        return self.data

    def save(self, path: str | Path) -> None:
        """Write the file whole or not at all. Raises UsageError where that is impossible, or the name ends wrongly."""
        if Path(path).suffix.lower() != self.ending:
            hint = f"name it {Path(path).with_suffix(self.ending).name}"
            raise UsageError.at("CLI028", f"{path} does not end in {self.ending}", hint=hint)
        save_bytes(path, self.to_bytes())


class Report(Output):
    """A Word report."""

    ending = ".docx"

    @cached_property
    def document(self) -> WordDocument:
        """The report as a python-docx ``Document``, opened when first asked for; changes in it are saved with it."""
        import docx  # noqa: PLC0415 - only scripts that go on editing need the library

        return docx.Document(BytesIO(self.data))

    def to_bytes(self) -> bytes:
        """Return the .docx."""
        return _rewritten(self.document) if "document" in vars(self) else self.data


@dataclass(frozen=True)
class SlideDeck(Output):
    """A PowerPoint deck."""

    ending = ".pptx"

    plan: Deck
    """The slides as they were laid out."""

    @cached_property
    def presentation(self) -> Presentation:
        """The deck as a python-pptx ``Presentation``, opened when first asked for; changes in it are saved with it."""
        import pptx  # noqa: PLC0415 - only scripts that go on editing need the library

        return pptx.Presentation(BytesIO(self.data))

    def to_bytes(self) -> bytes:
        """Return the .pptx."""
        return _rewritten(self.presentation) if "presentation" in vars(self) else self.data


def _rewritten(opened: Any) -> bytes:
    """The libraries stamp the time of saving into the package; ours has none."""
    saved = BytesIO()
    opened.save(saved)
    package = read_archive(saved.getvalue())
    return write_package(None, {name: package.read(name) for name in package.members})
