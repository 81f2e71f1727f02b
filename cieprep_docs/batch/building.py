"""Many documents of one event: planned, made here or in other processes, and written only once all are made."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Unpack, cast

from cieprep_docs.choices import AllChoices, Choices, Reader, make_choices
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.drafts import split_languages
from cieprep_docs.errors import CieprepError, UsageError
from cieprep_docs.kinds import KINDS, MAKINGS, USUAL, DeckKind, Kind, ReportKind
from cieprep_docs.model.audience import PUBLIC, SECRETARIAT
from cieprep_docs.model.event import Event
from cieprep_docs.office.package import make_folder, save_bytes
from cieprep_docs.outputs import Proposed, Report, SlideDeck
from cieprep_docs.pipeline import lay_out_deck, lay_out_report, refuse_untranslated
from cieprep_docs.source import load_event


@dataclass(frozen=True, slots=True)
class Job:
    """One document to make."""

    kind: Kind
    language: str
    """Several are joined: ``zh+ru``."""
    delegation: str | None = None
    """None makes the document for the public."""
    audience: str | None = None
    """``secretariat`` where it reads the document, with all that is internal."""

    @property
    def file(self) -> str:
        """The file's path under the output folder: ``russia/report.ru.docx``, ``secretariat/report.zh-ru.docx``."""
        name = f"{self.kind}.{self.language.replace('+', '-')}.{MAKINGS[self.kind].ending}"
        return "/".join(each for each in (self.audience, self.delegation, name) if each)


@dataclass(frozen=True, slots=True)
class Made:
    """A finished document and what was noticed while it was made."""

    job: Job
    data: bytes = field(repr=False)
    slides: int | None
    """None where only Word can tell the number of pages."""
    diagnostics: tuple[Diagnostic, ...]
    untranslated: tuple[Diagnostic, ...]
    proposed: tuple[Proposed, ...]


def build(  # noqa: PLR0913 - the choices of a build, each by name
    event: Event | str | Path,
    out: str | Path,
    *,
    delegations: str | Collection[str] = (),
    audience: str | None = None,
    kinds: str | Collection[str] = USUAL,
    languages: str | Collection[str] = (),
    workers: int = 1,
    strict: bool = False,
    **choices: Unpack[AllChoices],
) -> tuple[Made, ...]:
    """Make the documents of an event and write them under a folder, which is made where it is missing.

    ``delegations`` are ids, or ``all``; without them the set is for the public. ``audience`` may be ``secretariat``,
    whose set holds internal records too and stands in a folder of its own, ``public``, or a delegation.
    Without ``languages`` each set is in the languages of its delegation, or of the event. ``zh+ru`` stands for a report
    in both, set as ``layout`` says; a delegation's own language comes first in its copy. Nothing is written unless
    everything could be made: CieprepError says all that is wrong with all documents. Under ``strict`` an untranslated
    word is wrong too. The other choices are those of make_report and make_deck.
    """
    _refuse_useless(out, workers)
    read = event if isinstance(event, Event) else load_event(event).value
    jobs = plan_jobs(read, delegations=delegations, audience=audience, kinds=kinds, languages=languages)
    made = _run_with(workers, read, jobs, make_choices(AllChoices, choices))
    refuse_untranslated(fault for each in made for fault in each.untranslated if strict)
    files = {Path(out, each.job.file): each.data for each in made}
    for folder in dict.fromkeys(path.parent for path in files):
        make_folder(folder)
    for path, data in files.items():
        save_bytes(path, data)
    return made


def plan_jobs(
    event: Event,
    *,
    delegations: str | Collection[str] = (),
    audience: str | None = None,
    kinds: str | Collection[str] = USUAL,
    languages: str | Collection[str] = (),
) -> tuple[Job, ...]:
    """Return the documents to make: for each delegation, for each kind, each language.

    Raises UsageError for every delegation, audience, kind and language that does not exist.
    """
    chosen = tuple(event.delegations) if delegations == "all" else _each_once(delegations)
    asked = _each_once(kinds)
    faults = [
        *_unknown("delegation", chosen, event.delegations),
        *_unknown("audience", (audience or PUBLIC,), (SECRETARIAT, PUBLIC, *event.delegations)),
        *_misdirected(chosen, audience),
        *_unknown("kind of document", asked, KINDS),
    ]
    if faults:
        raise UsageError(*faults)
    own = (audience,) if audience in event.delegations else (None,)
    reader = audience if audience == SECRETARIAT else None
    wanted = _each_once(["+".join(split_languages(each, event)) for each in _each_once(languages)])
    jobs = (
        Job(kind, _own_first(language, event, delegation), delegation, reader)
        for delegation in chosen or own
        for kind in KINDS
        if kind in asked
        for language in wanted or _languages(event, delegation)
    )
    return tuple(dict.fromkeys(jobs))


def run_jobs(event: Event, jobs: Sequence[Job], choices: Choices, executor: Executor | None = None) -> tuple[Made, ...]:
    """Return the documents in the order of their jobs, made by an executor or here.

    Raises one CieprepError with the faults of all documents, each fault once.
    """
    run = executor.map if executor else map
    results = list(run(partial(_attempt, event, choices), jobs))
    failed = [each for each in results if isinstance(each, CieprepError)]
    if failed:
        raise _join(failed)
    return tuple(each for each in results if isinstance(each, Made))


def _refuse_useless(out: str | Path, workers: int) -> None:
    """Raise UsageError before documents are made that cannot be made or written."""
    if workers < 1:
        raise UsageError.at("CLI026", f"workers must be 1 or more, not {workers}")
    if Path(out).is_file():
        raise UsageError.at("CLI027", f"{out} is a file", hint="name a folder")


def _each_once(names: str | Collection[str]) -> tuple[str, ...]:
    """Return the names without repetition; a single one may stand alone."""
    return (names,) if isinstance(names, str) else tuple(dict.fromkeys(names))


def _languages(event: Event, delegation: str | None) -> tuple[str, ...]:
    return event.delegations[delegation].languages if delegation else event.languages


def _own_first(language: str, event: Event, delegation: str | None) -> str:
    """Return the languages of a document as its reader sees them: in a delegation's copy its own come first."""
    own = _languages(event, delegation) if delegation else ()
    places = {each: place for place, each in enumerate(own)}
    return "+".join(sorted(language.split("+"), key=lambda each: places.get(each, len(own))))


def _unknown(what: str, names: Collection[str], known: Collection[str]) -> Iterator[Diagnostic]:
    for name in names:
        if name not in known:
            yield Diagnostic("CLI001", f'there is no {what} "{name}"', hint=_suggest(name, known))


def _suggest(name: str, known: Collection[str]) -> str:
    if name in {SECRETARIAT, PUBLIC}:
        return f"that set is chosen by --audience {name}"
    close = difflib.get_close_matches(name, list(known), 1)
    return f'did you mean "{close[0]}"?' if close else f"there are {', '.join(known)}"


def _misdirected(delegations: Collection[str], audience: str | None) -> Iterator[Diagnostic]:
    """A copy says whose it is, so nobody reads it but its delegation and the secretariat."""
    for each in delegations if audience not in {None, SECRETARIAT} else ():
        if each != audience:
            hint = "it is for the delegation itself, or for the secretariat"
            yield Diagnostic("CLI025", f'the copy of "{each}" is not for "{audience}"', hint=hint)


def _run_with(workers: int, event: Event, jobs: Sequence[Job], choices: Choices) -> tuple[Made, ...]:
    if workers <= 1 or len(jobs) == 1:
        return run_jobs(event, jobs, choices)
    with ProcessPoolExecutor(min(workers, len(jobs))) as pool:
        return run_jobs(event, jobs, choices, pool)


def _attempt(event: Event, choices: Choices, job: Job) -> Made | CieprepError:
    """Faults come back as values, so that one document's do not hide another's."""
    try:
        return _make(event, choices, job)
    except CieprepError as error:
        return error


def _make(event: Event, choices: Choices, job: Job) -> Made:
    reader = Reader(job.delegation, job.audience)
    languages = job.language.split("+")
    output: Report | SlideDeck
    if MAKINGS[job.kind].ending == "docx":
        output = lay_out_report(event, cast("ReportKind", job.kind), languages, reader, choices)
    else:
        output = lay_out_deck(event, cast("DeckKind", job.kind), languages, reader, choices)
    slides = len(output.plan.slides) if isinstance(output, SlideDeck) else None
    draft = output.draft
    return Made(job, output.data, slides, draft.diagnostics, draft.untranslated, draft.proposed)


def _join(errors: Sequence[CieprepError]) -> CieprepError:
    kinds = {type(each) for each in errors}
    kind = kinds.pop() if len(kinds) == 1 else CieprepError
    return kind(*dict.fromkeys(fault for each in errors for fault in each.diagnostics))
