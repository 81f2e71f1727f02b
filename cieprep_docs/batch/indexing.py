"""The pages that lead to the files of a build: written where something has changed that they tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial

from cieprep_docs.batch.digests import combine, digest_bytes
from cieprep_docs.batch.manifest import Entry, Manifest, entries_for
from cieprep_docs.batch.stores import Store
from cieprep_docs.batch.writing import stands, write_own
from cieprep_docs.choices import Choices
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.errors import CieprepError
from cieprep_docs.index import make_delegation_pages, make_secretariat_pages
from cieprep_docs.model.audience import SECRETARIAT
from cieprep_docs.model.event import Event
from cieprep_docs.office.thumbnails import Poppler

INDEX = "index"
"""The kind of a page that leads to others."""
_PICTURED = 400
"""A page with more first pages than this would be slow to open; it has none."""
_WIDTH = 200
"""Pixels: twice what the pages show, for screens that can."""


@dataclass(frozen=True, slots=True)
class Indexer:
    """What makes the pages of an output."""

    read: Callable[[], Event]
    surroundings: str
    """Digest of all that pages are made of besides the files that they list."""
    store: Store
    manifest: Manifest
    choices: Choices
    poppler: Poppler | None
    """Without it no first pages are shown."""
    workers: int
    force: bool
    """Whether a page is overwritten that a person has changed."""
    drawn: dict[str, bytes] = field(default_factory=dict)
    """First pages by the PDFs that they are of."""
    faults: list[Diagnostic] = field(default_factory=list)
    """Of first pages that could not be drawn."""

    def write(self, listed: Sequence[Entry]) -> Iterator[Entry | Diagnostic]:
        """Write the secretariat's pages and those of each delegation that has files; yield an entry or a fault each."""
        pages = _by_reader(each for each in self.manifest.entries if each.kind == INDEX)
        packs = _by_reader(each for each in listed if each.audience == each.delegation)
        yield from self._write(pages.get(SECRETARIAT, ()), SECRETARIAT, "", listed, make_secretariat_pages)
        for reader in sorted(packs):
            own = tuple(entries_for(packs[reader], reader))
            yield from self._write(pages.get(reader, ()), reader, f"{reader}/", own, partial(_make_for, reader))
        yield from dict.fromkeys(self.faults)

    def _write(
        self,
        known: Sequence[Entry],
        reader: str,
        folder: str,
        listed: Sequence[Entry],
        make: Callable[..., Mapping[str, bytes]],
    ) -> Iterator[Entry | Diagnostic]:
        inputs = combine(self.surroundings, str(self.poppler is not None), *map(repr, listed))
        if known and not self.force and all(each.inputs == inputs and stands(self.store, each) for each in known):
            yield from known
            return
        pages = make(self.read(), listed, self.choices, self._draw_first_pages(listed, folder))
        for name, data in pages.items():
            delegation = None if reader == SECRETARIAT else reader
            file, digest = f"{folder}{name}", digest_bytes(data)
            entry = Entry(file, INDEX, (), delegation, reader, inputs, digest, len(data))
            yield self._save(next((each for each in known if each.file == file), None), entry, data)

    def _save(self, known: Entry | None, entry: Entry, data: bytes) -> Entry | Diagnostic:
        try:
            write_own(self.store, known, entry, data, force=self.force)
        except CieprepError as error:
            return error.diagnostics[0]
        return entry

    def _draw_first_pages(self, listed: Sequence[Entry], folder: str) -> dict[str, bytes]:
        """Return the first pages of the PDFs that are listed, by their paths from the page."""
        files = [each.file for each in listed if each.file.endswith(".pdf")]
        if self.poppler is None or len(files) > _PICTURED:
            return {}
        missing = [file for file in files if f"{folder}{file}" not in self.drawn]
        with ThreadPoolExecutor(self.workers) as pool:
            for file, picture in zip(
                missing, pool.map(partial(self._draw, self.poppler, folder), missing), strict=True
            ):
                self.drawn[f"{folder}{file}"] = picture
        return {file: self.drawn[f"{folder}{file}"] for file in files if self.drawn[f"{folder}{file}"]}

    def _draw(self, poppler: Poppler, folder: str, file: str) -> bytes:
        """Return the first page of a PDF; nothing where it cannot be drawn, for the page is of use without it."""
        try:
            return poppler.draw_first_page(self.store.read(f"{folder}{file}") or b"", _WIDTH)
        except CieprepError as error:
            self.faults.extend(error.diagnostics)
            return b""


def _by_reader(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for each in entries:
        found.setdefault(each.audience, []).append(each)
    return found


def _make_for(
    delegation: str, event: Event, listed: Sequence[Entry], choices: Choices, pictures: Mapping[str, bytes]
) -> Mapping[str, bytes]:
    return make_delegation_pages(event, delegation, listed, choices, pictures)
