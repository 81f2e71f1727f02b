"""What is made of the documents of a build once they stand there: PDFs of them, and the pages that lead to all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cache

from cieprep_docs.batch.indexing import Indexer
from cieprep_docs.batch.making import Order
from cieprep_docs.batch.manifest import Entry, Manifest, with_entries
from cieprep_docs.batch.pages import INDEX
from cieprep_docs.batch.pdfs import Press, find_pdfs, name_pdf
from cieprep_docs.batch.stores import Store
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.errors import UsageError
from cieprep_docs.office.libreoffice import LibreOffice
from cieprep_docs.office.thumbnails import Poppler


@dataclass(frozen=True, slots=True)
class Drawing:
    """The programs that draw pages; each is of use without the other."""

    office: LibreOffice | None = None
    """Without it no PDFs are made."""
    poppler: Poppler | None = None
    """Without it the index shows no first pages."""


@dataclass(frozen=True, slots=True)
class Further:
    """The last step of a build."""

    order: Callable[[], Order]
    """Called only where something must be made."""
    surroundings: str
    """Digest of all that the pages of the index are made of besides the files that they list."""
    drawing: Drawing
    workers: int
    force: bool
    executor: Executor | None
    """Makes the pages of the index; without it they are made here."""

    def __call__(self, store: Store, manifest: Manifest) -> Iterator[Entry]:
        """Make what is missing or out of date; yield the entries of all that stands there.

        ``manifest.latest`` are the documents that the build was asked for. Raises UsageError at the end, with all
        that could not be made.
        """
        faults: list[Diagnostic] = []
        order = cache(self.order)
        pdfs = list[Entry]()
        for each in self._draw(order, store, manifest):
            (pdfs if isinstance(each, Entry) else faults).append(each)  # type: ignore[arg-type] # one or the other
        yield from pdfs
        listed = tuple(each for each in _current(manifest, pdfs) if store.size(each.file) is not None)
        indexer = Indexer(
            order, self.surroundings, store, manifest, self.executor, self.drawing.poppler, self.workers, self.force
        )
        for each in indexer.write(listed):
            if isinstance(each, Entry):
                yield each
            else:
                faults.append(each)
        if faults:
            raise UsageError(*dict.fromkeys(faults))

    def _draw(self, order: Callable[[], Order], store: Store, manifest: Manifest) -> Iterator[Entry | Diagnostic]:
        drawn = manifest.latest if self.drawing.office else ()
        store.sweep([*map(name_pdf, drawn), *(each.file for each in manifest.entries if _is_further(each))])
        kept = () if self.force else tuple(find_pdfs(store, manifest))
        yield from kept
        if self.drawing.office:
            press = Press(lambda: order().event, store, manifest.by_file, self.drawing.office, self.workers, self.force)
            yield from press.draw(manifest.latest, {each.file for each in kept})


def _current(manifest: Manifest, pdfs: list[Entry]) -> Iterator[Entry]:
    """Yield the documents, and of the PDFs those that show them as they are."""
    documents = Manifest(tuple(each for each in manifest.entries if not _is_further(each)))
    yield from with_entries(documents, pdfs).entries


def _is_further(entry: Entry) -> bool:
    return entry.kind == INDEX or entry.file.endswith(".pdf")
