"""The pages that lead one reader to its files: what a worker makes when all documents are there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from immutabledict import immutabledict

from cieprep_docs.batch.digests import digest_bytes
from cieprep_docs.batch.making import Order, name_defect
from cieprep_docs.batch.manifest import Entry
from cieprep_docs.batch.writing import write_own
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.errors import CieprepError
from cieprep_docs.index import make_delegation_pages, make_secretariat_pages
from cieprep_docs.model.audience import SECRETARIAT

INDEX = "index"
"""The kind of a page that leads to others."""
_NO_PICTURES: Mapping[str, bytes] = immutabledict()


@dataclass(frozen=True, slots=True)
class Pages:
    """What became of the pages of a reader."""

    reader: str
    entries: tuple[Entry, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class PageTask:
    """The pages of one reader: of the secretariat, or of a delegation."""

    reader: str
    inputs: str
    listed: tuple[Entry, ...]
    """The files that they lead to, by their paths from the page."""
    known: tuple[Entry, ...]
    """The pages of an earlier build."""
    pictures: Mapping[str, bytes] = field(default=_NO_PICTURES, repr=False)
    """First pages of PDFs by their paths from the page."""

    @property
    def name(self) -> str:
        """What tells it from others."""
        return f"{self.folder}index.html"

    @property
    def folder(self) -> str:
        """Where the pages stand, with a slash at its end."""
        return "" if self.reader == SECRETARIAT else f"{self.reader}/"

    def attempt(self, order: Order) -> Pages:
        """Make the pages and write them. Whatever goes wrong comes back as a value: it is these pages' alone."""
        try:
            made = self._make(order)
        except CieprepError as error:
            return self.fail(*error.diagnostics)
        except Exception as error:  # noqa: BLE001 - a defect in one page must not cost the others
            return self.fail(name_defect(error))
        found = [self._save(order, f"{self.folder}{name}", data) for name, data in made.items()]
        entries = tuple(each for each in found if isinstance(each, Entry))
        return Pages(self.reader, entries, tuple(each for each in found if isinstance(each, Diagnostic)))

    def fail(self, *faults: Diagnostic) -> Pages:
        """Return what became of pages that could not be made."""
        return Pages(self.reader, faults=faults)

    def _make(self, order: Order) -> Mapping[str, bytes]:
        if self.reader == SECRETARIAT:
            return make_secretariat_pages(order.event, self.listed, order.choices, self.pictures)
        return make_delegation_pages(order.event, self.reader, self.listed, order.choices, self.pictures)

    def _save(self, order: Order, file: str, data: bytes) -> Entry | Diagnostic:
        delegation = None if self.reader == SECRETARIAT else self.reader
        entry = Entry(file, INDEX, (), delegation, self.reader, self.inputs, digest_bytes(data), len(data))
        known = next((each for each in self.known if each.file == file), None)
        try:
            write_own(order.store, known, entry, data, force=order.force)
        except CieprepError as error:
            return error.diagnostics[0]
        return entry
