"""PDFs of the documents of a build, beside them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from threading import Event as Flag

from cieprep_docs.batch.digests import combine, digest_bytes
from cieprep_docs.batch.manifest import Entry, Manifest
from cieprep_docs.batch.stores import Store, digest_of
from cieprep_docs.batch.writing import stands, write_own
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.errors import CieprepError
from cieprep_docs.language.languages import load_language
from cieprep_docs.language.tags import folders_beside
from cieprep_docs.model.event import Event
from cieprep_docs.office.libreoffice import Drawable, LibreOffice
from cieprep_docs.office.pdf import Pdf, settle_pdf

_DRAWN = {".docx", ".pptx"}
_TOGETHER = 24
"""Documents in one run of LibreOffice: its start costs little then, and its memory stays small."""


def name_pdf(file: str) -> str:
    """Return the path of the PDF of a document.

    >>> name_pdf("russia/report.ru.docx")
    'russia/report.ru.pdf'
    """
    return str(PurePosixPath(file).with_suffix(".pdf"))


def find_pdfs(store: Store, manifest: Manifest) -> Iterator[Entry]:
    """Yield the PDFs of earlier builds that still show their documents."""
    known = {each.file: each for each in manifest.entries if each.file.endswith(".pdf")}
    for each in manifest.entries if known else ():
        pdf = known.get(name_pdf(each.file)) if _is_drawn(each) else None
        if pdf and pdf.inputs == _digest_inputs(digest_of(store, each.file)) and stands(store, pdf):
            yield pdf


@dataclass(frozen=True, slots=True)
class Press:
    """What draws PDFs for a build."""

    read: Callable[[], Event]
    store: Store
    known: Mapping[str, Entry]
    """Entries of this build and of earlier ones, by their files."""
    office: LibreOffice
    workers: int
    """So many runs of LibreOffice go on at a time."""
    force: bool
    """Whether a PDF is overwritten that a person has changed."""
    stopped: Flag = field(default_factory=Flag)

    def draw(self, documents: Collection[str], kept: Collection[str]) -> Iterator[Entry | Diagnostic]:
        """Draw documents but for the PDFs that are ``kept``, and write them.

        Yield an entry or a fault for each. However it ends, no run of LibreOffice goes on afterwards.
        """
        missing = [self.known[file] for file in documents if name_pdf(file) not in kept and file in self.known]
        entries = [each for each in missing if _is_drawn(each)]
        size = min(_TOGETHER, -(-len(entries) // self.workers)) or 1
        batches = [entries[start : start + size] for start in range(0, len(entries), size)]
        with ThreadPoolExecutor(self.workers) as pool:
            try:
                for found in pool.map(self._draw, batches):
                    yield from found
            finally:
                self.stopped.set()

    def _draw(self, entries: Sequence[Entry]) -> list[Entry | Diagnostic]:
        """Return what became of some documents; nothing is begun once all is stopped."""
        if self.stopped.is_set():
            return []
        read = [(each, self.store.read(each.file)) for each in entries]
        there = [(each, data) for each, data in read if data is not None]
        drawn = self.office.draw_all([Drawable(each.file, data) for each, data in there], self.stopped.is_set)
        pairs = zip(there, drawn, strict=True)
        return [pdf if isinstance(pdf, Diagnostic) else self._save(each, data, pdf) for (each, data), pdf in pairs]

    def _save(self, document: Entry, data: bytes, drawn: bytes) -> Entry | Diagnostic:
        language = load_language(document.languages[0], *folders_beside(self.read().folder)).tag
        try:
            pdf = settle_pdf(drawn, language)
            entry = _entry(document, _digest_inputs(digest_bytes(data)), pdf)
            write_own(self.store, self.known.get(entry.file), entry, pdf.data, force=self.force)
        except CieprepError as error:
            return error.diagnostics[0]
        return entry


def _is_drawn(entry: Entry) -> bool:
    return PurePosixPath(entry.file).suffix in _DRAWN


def _digest_inputs(document: str | None) -> str:
    return combine("pdf", document or "")


def _entry(document: Entry, inputs: str, pdf: Pdf) -> Entry:
    return Entry(
        file=name_pdf(document.file),
        kind=document.kind,
        languages=document.languages,
        delegation=document.delegation,
        audience=document.audience,
        inputs=inputs,
        digest=digest_bytes(pdf.data),
        size=len(pdf.data),
        pages=pdf.pages,
    )
