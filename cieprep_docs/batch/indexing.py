"""The pages that lead to the files of a build: written where something has changed that they tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial

from cieprep_docs.batch.digests import combine
from cieprep_docs.batch.making import Order
from cieprep_docs.batch.manifest import Entry, Manifest, entries_for
from cieprep_docs.batch.pages import INDEX, PageTask
from cieprep_docs.batch.running import run_jobs
from cieprep_docs.batch.stores import Store
from cieprep_docs.batch.writing import stands
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.errors import CieprepError
from cieprep_docs.model.audience import SECRETARIAT
from cieprep_docs.office.thumbnails import Poppler

_PICTURED = 400
"""A page with more first pages than this would be slow to open; it has none."""
_WIDTH = 200
"""Pixels: twice what the pages show, for screens that can."""


@dataclass(frozen=True, slots=True)
class Indexer:
    """What makes the pages of an output."""

    order: Callable[[], Order]
    """Called only where something must be made."""
    surroundings: str
    """Digest of all that pages are made of besides the files that they list."""
    store: Store
    manifest: Manifest
    executor: Executor | None
    """Makes the pages of the delegations; without it they are made here."""
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
        tasks = tuple(self._tasks(listed))
        made = self._run([task for task in tasks if not self._stands(task)])
        for task in tasks:
            yield from made.get(task.reader, task.known)
        yield from dict.fromkeys(self.faults)

    def _tasks(self, listed: Sequence[Entry]) -> Iterator[PageTask]:
        known = _by_reader(each for each in self.manifest.entries if each.kind == INDEX)
        packs = _by_reader(each for each in listed if each.audience == each.delegation)
        own = {reader: tuple(entries_for(packs[reader], reader)) for reader in sorted(packs)}
        for reader, files in {SECRETARIAT: tuple(listed), **own}.items():
            inputs = combine(self.surroundings, str(self.poppler is not None), *_shown(files))
            yield PageTask(reader, inputs, files, tuple(known.get(reader, ())))

    def _stands(self, task: PageTask) -> bool:
        if self.force or not task.known:
            return False
        return all(each.inputs == task.inputs and stands(self.store, each) for each in task.known)

    def _run(self, tasks: Sequence[PageTask]) -> dict[str, tuple[Entry | Diagnostic, ...]]:
        """Return what became of pages, by their readers."""
        if not tasks:
            return {}
        ready = [replace(task, pictures=self._draw_first_pages(task)) for task in tasks]
        made = run_jobs(self.order(), ready, self.executor)
        return {each.reader: (*each.entries, *each.faults) for each in made}

    def _draw_first_pages(self, task: PageTask) -> dict[str, bytes]:
        """Return the first pages of the PDFs that are listed, by their paths from the page."""
        files = {each.file: f"{task.folder}{each.file}" for each in task.listed if each.file.endswith(".pdf")}
        if self.poppler is None or len(files) > _PICTURED:
            return {}
        missing = [path for path in files.values() if path not in self.drawn]
        with ThreadPoolExecutor(self.workers) as pool:
            self.drawn.update(zip(missing, pool.map(partial(self._draw, self.poppler), missing), strict=True))
        return {file: self.drawn[path] for file, path in files.items() if self.drawn[path]}

    def _draw(self, poppler: Poppler, file: str) -> bytes:
        """Return the first page of a PDF; nothing where it cannot be drawn, for the page is of use without it."""
        try:
            return poppler.draw_first_page(self.store.read(file) or b"", _WIDTH)
        except CieprepError as error:
            self.faults.extend(error.diagnostics)
            return b""


def _by_reader(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for each in entries:
        found.setdefault(each.audience, []).append(each)
    return found


def _shown(files: Sequence[Entry]) -> Iterator[str]:
    """Yield what pages say of files."""
    for each in files:
        yield f"{each.file}|{each.kind}|{'+'.join(each.languages)}|{each.delegation}|{each.audience}|{each.digest}"
        yield f"{each.size}|{each.slides}|{each.pages}|{each.untranslated}|{each.proposed}"
