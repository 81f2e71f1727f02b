"""One build: what is asked for, made where it is missing or out of date, and put on record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Unpack

from immutabledict import immutabledict

from cieprep_docs.batch.cluster import open_cluster
from cieprep_docs.batch.further import Drawing, Further
from cieprep_docs.batch.jobs import Job
from cieprep_docs.batch.making import Order, Result, Task, make_order
from cieprep_docs.batch.manifest import FILE, Entry, Manifest
from cieprep_docs.batch.outcome import BuildError, Built, fold_failures
from cieprep_docs.batch.pages import INDEX
from cieprep_docs.batch.planning import Plan, Wish, listed, make_plan, refuse_useless
from cieprep_docs.batch.processes import Processes
from cieprep_docs.batch.record import Record
from cieprep_docs.batch.running import run_jobs
from cieprep_docs.batch.stores import Store, hold, open_store
from cieprep_docs.choices import AllChoices, Choices, make_choices
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.errors import CieprepError
from cieprep_docs.model.event import Event
from cieprep_docs.pipeline import refuse_untranslated
from cieprep_docs.source import LoadedEvent, read_event

_NOTHING_DRAWN = Drawing()
_WORTH = 8
"""A further process is worth its start from so many documents."""

Watch = Callable[[int, Iterator[Result]], Iterator[Result]]
"""Passes results on as they come, told how many there will be."""
Step = Callable[[Store, Manifest], Iterable[Entry]]
"""Makes further files of the documents, once these stand in the store, and returns their entries.

``latest`` of the manifest are the documents that this build was asked for."""


def _unwatched(_count: int, results: Iterator[Result]) -> Iterator[Result]:
    return results


def build(  # noqa: PLR0913 - the choices of a build, each by name
    event: Event | str | Path,
    out: str | Path,
    *,
    delegations: str | Collection[str] = (),
    audience: str | None = None,
    kinds: str | Collection[str] | None = None,
    languages: str | Collection[str] = (),
    workers: int = 1,
    scheduler: str | None = None,
    strict: bool = False,
    force: bool = False,
    steps: Sequence[Step] = (),
    drawing: Drawing = _NOTHING_DRAWN,
    watch: Watch = _unwatched,
    read: Callable[[Path], LoadedEvent] = read_event,
    holder: str = "",
    **choices: Unpack[AllChoices],
) -> Built:
    """Make the documents of an event and write them into a folder, or under any URL that fsspec knows.

    ``delegations`` are ids, or ``all``; without them the set is for the public. ``audience`` may be ``secretariat``,
    whose set holds internal records too and stands in a folder of its own, ``public``, or a delegation.
    Without ``kinds`` each set holds report and briefing; an event of ``packs`` gives every delegation its pack.
    Without ``languages`` each set is in the languages of its delegation, or of the event. ``zh+ru`` stands for a report
    in both, set as ``layout`` says; a delegation's own language comes first in its copy.

    Documents are made by as many processes as there are ``workers``, one of them here, or by those of the Dask
    ``scheduler`` at an address. What is there and would be the same again is kept; what a person has changed is never
    overwritten, unless ``force``. Wrong arguments, a faulty event or catalog, and untranslated words under ``strict``
    raise a CieprepError before anything is written; a fault in one document costs no other: BuildError tells of it
    when all others are written. The other choices are those of make_report and make_deck; ``steps`` make further files
    of the documents, ``watch`` sees the results pass, ``holder`` says who builds to whoever wants to build there too.

    At the end come the index pages. ``drawing`` names the programs that draw PDFs, and first pages for the index.
    """
    refuse_useless(event, out, workers)
    chosen = make_choices(AllChoices, choices)
    asked = None if kinds is None else listed(kinds)
    wish = Wish(listed(delegations), audience, asked, listed(languages), chosen, strict, force)
    store = open_store(out)
    plan = make_plan(event, wish, store, read)
    crew = _Crew(workers, scheduler)
    if plan.order:
        _refuse_in_vain(plan, plan.order, crew, strict=strict)
    order = partial(_find_order, event, plan, read, chosen, store, force=force)
    further = partial(Further, order, plan.surroundings, drawing, workers, force)
    with hold(store, holder) as left_by, _ended(plan, store) as record:
        return _conclude(plan, record, _make_all(plan, record, store, crew, watch, steps, further), left_by)


def _find_order(  # noqa: PLR0913 - private
    event: Event | str | Path,
    plan: Plan,
    read: Callable[[Path], LoadedEvent],
    choices: Choices,
    store: Store,
    *,
    force: bool,
) -> Order:
    """Return the order of the documents; where none is to be made, the event is read for the pages alone."""
    if plan.order:
        return plan.order
    known = event if isinstance(event, Event) else read(Path(event)).event
    return make_order(known, (), choices, store, force=force)


@dataclass(frozen=True, slots=True)
class _Crew:
    """Who makes the documents."""

    workers: int
    scheduler: str | None

    def refuse_unreachable(self) -> None:
        """Raise UsageError where no scheduler answers, before anything is written."""
        if self.scheduler:
            with open_cluster(self.scheduler):
                pass

    def open(self, jobs: int) -> AbstractContextManager[Executor | None]:
        if self.scheduler:
            return open_cluster(self.scheduler)
        count = min(self.workers, -(-jobs // _WORTH))
        return Processes(count) if count > 1 else nullcontext()


def _refuse_in_vain(plan: Plan, order: Order, crew: _Crew, *, strict: bool) -> None:
    """Raise UsageError where no scheduler answers; CatalogError with all words that are untranslated, if ``strict``.

    For these all documents are drafted.
    """
    crew.refuse_unreachable()
    if strict:
        tasks = [Task(job, only_words=True) for job in plan.jobs]
        with crew.open(len(tasks)) as executor:
            results = list(run_jobs(order, tasks, executor))
        refuse_untranslated(fault for each in results if each.outcome == "made" for fault in each.faults)


@contextmanager
def _ended(plan: Plan, store: Store) -> Iterator[Record]:
    """Yield the record of a build; however it ends, nothing half written is left, and all else is on record."""
    record = Record(store)
    written = (*plan.files, FILE) if plan.order else ()
    store.sweep(written)
    try:
        yield record
    except BaseException:
        with suppress(CieprepError):  # what stopped the build is told, and its notes stay
            record.save()
        raise
    finally:
        store.sweep(written)


@dataclass(frozen=True, slots=True)
class _Made:
    """What came of the documents, and of the further steps."""

    results: tuple[Result, ...]
    further: tuple[Entry, ...]
    refused: tuple[Diagnostic, ...]


def _make_all(  # noqa: PLR0913, PLR0917 - the parts of a build, each once
    plan: Plan,
    record: Record,
    store: Store,
    crew: _Crew,
    watch: Watch,
    steps: Sequence[Step],
    further: Callable[[Executor | None], Step],
) -> _Made:
    results: tuple[Result, ...] = ()
    with crew.open(len(plan.jobs)) if plan.order else nullcontext() as executor:
        if plan.order:
            tasks = [_task(job, record.manifest) for job in plan.jobs]
            results = tuple(watch(len(tasks), map(record.take, run_jobs(plan.order, tasks, executor))))
        taken = replace(record.taken(), latest=plan.files)
        return _Made(results, *_take_steps((*steps, further(executor)), store, taken))


def _conclude(plan: Plan, record: Record, made: _Made, left_by: str) -> Built:
    """Put the end on record and return what came of the build. Raises BuildError where something could not be made."""
    failures = (*fold_failures(made.results), *made.refused)
    outcomes = {**plan.standing, **{each.job.file: each.outcome for each in made.results}}
    older, unsaved = _close(record, "" if failures else plan.request, plan.files, made.further)
    known = record.manifest.by_file
    documents = (known[file] for file in plan.files if file in known)
    built = Built(
        entries=(*documents, *(each for each in made.further if each.kind != INDEX)),
        index=tuple(each for each in made.further if each.kind == INDEX),
        outcomes=immutabledict({file: outcomes[file] for file in plan.files}),
        failures=(*failures, *unsaved),
        older=older,
        proposed=tuple(sorted({form for each in made.results for form in each.proposed})),
        loaded=plan.loaded,
        left_by=left_by,
    )
    if built.failures:
        raise BuildError(built)
    return built


def _task(job: Job, manifest: Manifest) -> Task:
    entry = manifest.by_file.get(job.file)
    return Task(job, entry.inputs, entry.digest) if entry else Task(job)


def _take_steps(
    steps: Sequence[Step], store: Store, manifest: Manifest
) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """Return the entries of what further steps made, and the faults of those that could not; one costs no other."""
    entries, faults = list[Entry](), list[Diagnostic]()
    for step in steps:
        try:
            entries += step(store, manifest)
        except CieprepError as error:
            faults += error.diagnostics
    return tuple(entries), tuple(faults)


def _close(
    record: Record, request: str, files: Sequence[str], further: Sequence[Entry]
) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    try:
        return record.close(request, files, further), ()
    except CieprepError as error:
        return (), error.diagnostics
