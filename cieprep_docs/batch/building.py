"""One build: what is asked for, made where it is missing or out of date, and put on record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Unpack, cast

from immutabledict import immutabledict

from cieprep_docs.batch.cluster import open_cluster
from cieprep_docs.batch.digests import combine, digest_event, digest_folder, digest_surroundings
from cieprep_docs.batch.further import Drawing, Further
from cieprep_docs.batch.indexing import INDEX
from cieprep_docs.batch.jobs import Job, plan_jobs
from cieprep_docs.batch.making import Order, Outcome, Result, Task, make_order
from cieprep_docs.batch.manifest import FILE, Entry, Manifest
from cieprep_docs.batch.processes import Processes
from cieprep_docs.batch.record import Record, find_standing
from cieprep_docs.batch.running import run_jobs
from cieprep_docs.batch.stores import Store, hold, open_store
from cieprep_docs.choices import AllChoices, Choices, make_choices
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.drafts import make_translator
from cieprep_docs.errors import CieprepError, UsageError
from cieprep_docs.kinds import USUAL
from cieprep_docs.language.languages import load_language
from cieprep_docs.language.tags import folders_beside
from cieprep_docs.model.event import Event
from cieprep_docs.outputs import Proposed
from cieprep_docs.pipeline import refuse_untranslated
from cieprep_docs.source import LoadedEvent, read_event

_FEW = 5
_NOTHING_DRAWN = Drawing()
_WORTH = 8
"""A further process is worth its start from so many documents."""

Watch = Callable[[int, Iterator[Result]], Iterator[Result]]
"""Passes results on as they come, told how many there will be."""
Step = Callable[[Store, Manifest], Iterable[Entry]]
"""Makes further files of the documents, once these stand in the store, and returns their entries.

``latest`` of the manifest are the documents that this build was asked for."""


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build."""

    entries: tuple[Entry, ...] = ()
    """Of the documents asked for that stand there, in the order of the jobs, and of what further steps made."""
    index: tuple[Entry, ...] = ()
    """The pages that lead to all files, the secretariat's first."""
    outcomes: Mapping[str, Outcome] = immutabledict()
    """What became of each document asked for, by its file."""
    failures: tuple[Diagnostic, ...] = ()
    """Each once, with the files that it cost."""
    older: tuple[str, ...] = ()
    """Files of earlier builds that stand there and that this one was not asked for."""
    proposed: tuple[Proposed, ...] = ()
    """In the documents that were made now."""
    loaded: LoadedEvent | None = None
    """The event as it was read, if it had to be."""
    left_by: str = ""
    """Who died while building into the folder before."""

    def files(self, outcome: Outcome) -> tuple[str, ...]:
        """Return the documents of which this became."""
        return tuple(file for file, each in self.outcomes.items() if each == outcome)


class BuildError(CieprepError):
    """Some documents could not be made or written; ``built`` tells of all, and every other one is there."""

    def __init__(self, built: Built) -> None:
        super().__init__(*built.failures)
        self.built = built


def _unwatched(_count: int, results: Iterator[Result]) -> Iterator[Result]:
    return results


def build(  # noqa: PLR0913 - the choices of a build, each by name
    event: Event | str | Path,
    out: str | Path,
    *,
    delegations: str | Collection[str] = (),
    audience: str | None = None,
    kinds: str | Collection[str] = USUAL,
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
    Without ``languages`` each set is in the languages of its delegation, or of the event. ``zh+ru`` stands for a report
    in both, set as ``layout`` says; a delegation's own language comes first in its copy.

    Documents are made by as many processes as there are ``workers``, one of them here, or by those of the Dask
    ``scheduler`` at an address. What is there and would be the same again is kept; what a person has changed is never
    overwritten, unless ``force``. Wrong arguments, a faulty event or catalog, and untranslated words under ``strict``
    raise a CieprepError before anything is written; a fault in one document costs no other: BuildError tells of it
    when all others are written. The other choices are those of make_report and make_deck; ``steps`` make further files
    of the documents, ``watch`` sees the results pass, ``holder`` says who builds to whoever wants to build there too.

    At the end come the pages that lead to all files: ``index.html`` for the secretariat, and one in the folder of each
    delegation. ``drawing`` names the programs that draw PDFs, and first pages of them for the index.
    """
    _refuse_useless(event, out, workers)
    chosen = make_choices(AllChoices, choices)
    wish = _Wish(_listed(delegations), audience, _listed(kinds), _listed(languages), chosen, strict, force)
    store = open_store(out)
    plan = _plan(event, wish, store, read)
    crew = _Crew(workers, scheduler)
    if strict:
        _refuse_untranslated(plan, crew)
    further = Further(partial(_know, event, plan, read), plan.surroundings, chosen, drawing, workers, force)
    with hold(store, holder) as left_by:
        return _build(plan, store, crew, watch, (*steps, further), left_by)


def _know(event: Event | str | Path, plan: _Plan, read: Callable[[Path], LoadedEvent]) -> Event:
    """Return the event, read where it has not been read yet."""
    return event if isinstance(event, Event) else (plan.loaded or read(Path(event))).event


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a build is asked for."""

    delegations: tuple[str, ...] | str
    audience: str | None
    kinds: tuple[str, ...] | str
    languages: tuple[str, ...] | str
    choices: Choices
    strict: bool
    force: bool

    def jobs(self, event: Event) -> tuple[Job, ...]:
        return plan_jobs(
            event,
            delegations=self.delegations,
            audience=self.audience,
            kinds=self.kinds,
            languages=self.languages,
            mirrored=self.choices.mode == "mirrored",
        )


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a build is to make, and what it need not."""

    request: str
    surroundings: str
    """Digest of all that anything in the output is made of."""
    files: tuple[str, ...]
    standing: Mapping[str, Outcome]
    """What became of the files that need not even be looked at again."""
    jobs: tuple[Job, ...] = ()
    order: Order | None = None
    loaded: LoadedEvent | None = None


@dataclass(frozen=True, slots=True)
class _Crew:
    """Who makes the documents."""

    workers: int
    scheduler: str | None

    def open(self, jobs: int) -> AbstractContextManager[Executor | None]:
        if self.scheduler:
            return open_cluster(self.scheduler)
        count = min(self.workers, -(-jobs // _WORTH))
        return Processes(count) if count > 1 else nullcontext()


def _listed(names: str | Collection[str]) -> tuple[str, ...] | str:
    return names if isinstance(names, str) else tuple(names)


def _refuse_useless(event: Event | str | Path, out: str | Path, workers: int) -> None:
    """Raise UsageError before documents are made that cannot be made or written."""
    if workers < 1:
        raise UsageError.at("CLI026", f"workers must be 1 or more, not {workers}")
    if Path(out).is_file():
        raise UsageError.at("CLI027", f"{out} is a file", hint="name a folder")
    folder = event.folder if isinstance(event, Event) else _folder_of(Path(event))
    if folder and Path(out).resolve().is_relative_to(folder.resolve()):
        message = f"{out} is inside the folder of the event, {folder}"
        raise UsageError.at("BAT009", message, hint="documents stand apart from what they are made of")


def _folder_of(event: Path) -> Path:
    return event if event.is_dir() else event.parent


def _plan(event: Event | str | Path, wish: _Wish, store: Store, read: Callable[[Path], LoadedEvent]) -> _Plan:
    """Return what is to be made; where all is there and nothing has changed, the event is not even read."""
    surroundings = _digest_surroundings(event, wish.choices)
    request = combine(repr(wish), surroundings)
    files, standing = ((), {}) if wish.force else find_standing(store, request)
    if standing and len(standing) == len(files):
        return _Plan(request, surroundings, files, standing)
    loaded = None if isinstance(event, Event) else read(Path(event))
    known = loaded.event if loaded else cast("Event", event)
    jobs = wish.jobs(known)
    missing = tuple(each for each in jobs if each.file not in standing)
    order = make_order(known, missing, wish.choices, store, force=wish.force)
    _refuse_unreadable(order)
    return _Plan(request, surroundings, tuple(each.file for each in jobs), standing, missing, order, loaded)


def _digest_surroundings(event: Event | str | Path, choices: Choices) -> str:
    """Return the digest of all that a build depends on, found without reading the event; none where there is none."""
    around = digest_surroundings(choices)
    if isinstance(event, Event):
        return combine(around, digest_event(event), digest_folder(event.folder) if event.folder else "")
    return combine(around, Path(event).name, digest_folder(_folder_of(Path(event))))


def _refuse_unreadable(order: Order) -> None:
    """Raise one CatalogError or UsageError with the faults of all catalogs that the documents need."""
    beside = folders_beside(order.event.folder)
    faults = list[CieprepError]()
    for each in order.languages:
        try:
            make_translator(order.event, load_language(each, *beside), order.choices)
        except CieprepError as error:
            faults.append(error)
    if faults:
        raise type(faults[0])(*dict.fromkeys(fault for each in faults for fault in each.diagnostics))


def _refuse_untranslated(plan: _Plan, crew: _Crew) -> None:
    """Raise CatalogError with the untranslated words of all documents, which are drafted for that alone."""
    if plan.order:
        tasks = [Task(job, only_words=True) for job in plan.jobs]
        with crew.open(len(tasks)) as executor:
            results = list(run_jobs(plan.order, tasks, executor))
        refuse_untranslated(fault for each in results if each.outcome == "made" for fault in each.faults)


def _build(  # noqa: PLR0913, PLR0917 - the parts of a build, each once
    plan: _Plan, store: Store, crew: _Crew, watch: Watch, steps: Sequence[Step], left_by: str
) -> Built:
    record = Record(store)
    results = _make(plan, record, store, crew, watch)
    failures = _fold_failures(results)
    further, refused = _take_steps(steps, store, replace(record.manifest, latest=plan.files))
    outcomes = {**plan.standing, **{each.job.file: each.outcome for each in results}}
    request = "" if failures or refused else plan.request
    older, unsaved = _close(record, request, plan.files, further)
    known = record.manifest.by_file
    built = Built(
        entries=(
            *(known[file] for file in plan.files if file in known),
            *(each for each in further if each.kind != INDEX),
        ),
        index=tuple(each for each in further if each.kind == INDEX),
        outcomes=immutabledict({file: outcomes[file] for file in plan.files}),
        failures=(*failures, *refused, *unsaved),
        older=older,
        proposed=tuple(sorted({form for each in results for form in each.proposed})),
        loaded=plan.loaded,
        left_by=left_by,
    )
    if built.failures:
        raise BuildError(built)
    return built


def _make(plan: _Plan, record: Record, store: Store, crew: _Crew, watch: Watch) -> tuple[Result, ...]:
    """Return what became of the documents; however it ends, nothing half written is left, and all else is on record."""
    if plan.order is None:
        return ()
    written = (*plan.files, FILE)
    store.sweep(written)
    tasks = [_task(job, record.manifest) for job in plan.jobs]
    try:
        with crew.open(len(tasks)) as executor:
            return tuple(watch(len(tasks), map(record.take, run_jobs(plan.order, tasks, executor))))
    finally:
        store.sweep(written)
        with suppress(CieprepError):  # the end of the build says what it is that cannot be written
            record.save()


def _task(job: Job, manifest: Manifest) -> Task:
    entry = manifest.by_file.get(job.file)
    return Task(job, entry.inputs, entry.digest) if entry else Task(job)


def _fold_failures(results: Sequence[Result]) -> tuple[Diagnostic, ...]:
    """Return each fault once, with the documents that it cost."""
    costs: dict[Diagnostic, list[str]] = {}
    for result in results:
        for fault in result.faults if result.outcome == "failed" else ():
            costs.setdefault(fault, []).append(result.job.file)
    return tuple(
        replace(fault, message=f"{fault.message}; not written: {_few(files)}") for fault, files in costs.items()
    )


def _few(files: Sequence[str]) -> str:
    more = f" and {len(files) - _FEW} more" if len(files) > _FEW else ""
    return ", ".join(files[:_FEW]) + more


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
