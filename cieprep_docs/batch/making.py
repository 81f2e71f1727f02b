"""One document made and written where it was made: what a worker does."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, cast

from immutabledict import immutabledict

from cieprep_docs.batch.digests import Sources, combine, digest_bytes, digest_event, digest_sources
from cieprep_docs.batch.jobs import Job
from cieprep_docs.batch.journal import write_noted
from cieprep_docs.batch.manifest import Entry
from cieprep_docs.batch.stores import Store, digest_of
from cieprep_docs.choices import Choices
from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import CieprepError, UsageError
from cieprep_docs.kinds import MAKINGS, DeckKind, ReportKind
from cieprep_docs.language.languages import load_language
from cieprep_docs.language.tags import folders_beside
from cieprep_docs.model.audience import restrict
from cieprep_docs.model.event import Event
from cieprep_docs.outputs import Proposed, Report, SlideDeck
from cieprep_docs.pipeline import draft_document, lay_out_deck, lay_out_mirrored_decks, lay_out_report
from cieprep_docs.resources import choose_style, find_style

_PACKAGE = Path(__file__).resolve().parent.parent

Outcome = Literal["made", "kept", "edited", "failed"]
"""``edited``: a person has changed the file since it was written, and it would be the same again."""


@dataclass(frozen=True, slots=True)
class Order:
    """What all jobs of a build share; it travels to each worker once."""

    event: Event = field(repr=False)
    choices: Choices
    store: Store
    languages: tuple[str, ...]
    """All that its jobs need."""
    styles: tuple[Path, ...]
    """The files of all house styles that its jobs need."""
    sources: Sources
    """What these were when the build began."""
    force: bool = False
    """Whether files are made though they are there, and though a person has changed them."""


@dataclass(frozen=True, slots=True)
class Task:
    """A job, and what the last build said of its file."""

    job: Job
    inputs: str = ""
    digest: str = ""
    only_words: bool = False
    """Whether it is only drafted, to see which words are untranslated."""

    @property
    def name(self) -> str:
        """What tells it from others."""
        return self.job.file

    def attempt(self, order: Order) -> Result:
        """Make the document and write it. Whatever goes wrong comes back as a value: it is this document's alone."""
        try:
            return _draft(order, self.job) if self.only_words else _make(order, self)
        except CieprepError as error:
            return self.fail(*error.diagnostics)
        except Exception as error:  # noqa: BLE001 - a defect in one document must not cost the others
            return self.fail(name_defect(error))

    def fail(self, *faults: Diagnostic) -> Result:
        """Return what became of a document that could not be made."""
        return Result(self.job, "failed", faults=faults)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a job."""

    job: Job
    outcome: Outcome
    entry: Entry | None = None
    """Of what was made."""
    faults: tuple[Diagnostic, ...] = ()
    """Why it failed; of what was only drafted, the untranslated words."""
    proposed: tuple[Proposed, ...] = ()


def make_order(event: Event, jobs: Sequence[Job], choices: Choices, store: Store, *, force: bool = False) -> Order:
    """Return what jobs share. Raises UsageError for folders, house styles and languages that do not exist."""
    wanted = dict.fromkeys((MAKINGS[job.kind].ending, _together(job)[0]) for job in jobs)
    styles = dict.fromkeys(_find_style(ending, language, choices) for ending, language in wanted)
    languages = dict.fromkeys(language for job in jobs for language in _spoken(job, event))
    order = Order(event, choices, store, tuple(languages), tuple(styles), Sources("", immutabledict()), force)
    return replace(order, sources=digest_order(order))


def digest_order(order: Order) -> Sources:
    """Return the digests of what the documents of an order are made of besides the event, as they are here and now."""
    folder = order.event.folder
    locales = {each: load_language(each, *folders_beside(folder)).locale for each in order.languages}
    return digest_sources(folder, order.choices, order.styles, locales)


def _find_style(ending: str, language: str, choices: Choices) -> Path:
    if ending == "docx":
        return find_style(choose_style(choices.style, language), "report.docx", choices.templates)
    return find_style(choose_style(choices.style, language, "briefing"), "deck.pptx", choices.templates)


def _draft(order: Order, job: Job) -> Result:
    draft = draft_document(order.event, job.kind, job.languages, job.reader, order.choices)
    return Result(job, "made", faults=draft.untranslated)


def _make(order: Order, task: Task) -> Result:
    job, inputs = task.job, _digest_inputs(order, task.job)
    there = digest_of(order.store, job.file)
    if there and inputs == task.inputs and not order.force:
        return Result(job, "kept" if there == task.digest else "edited")
    output = _lay_out(order, job)
    entry = _entry(job, inputs, output)
    if there != entry.digest:
        _refuse_foreign(job, there, task.digest, force=order.force)
        write_noted(order.store, entry, output.data)
    return Result(job, "made", entry, proposed=output.draft.proposed)


def _digest_inputs(order: Order, job: Job) -> str:
    """Return the digest of all that a document is made of: of the event, only what its reader may see."""
    seen = digest_event(restrict(order.event, job.reader.sees).value)
    return combine(
        order.sources.common, *(order.sources.languages[each] for each in _spoken(job, order.event)), seen, repr(job)
    )


def _spoken(job: Job, event: Event) -> tuple[str, ...]:
    """Return the languages whose catalogs a document needs."""
    return (*_together(job), *(event.languages if MAKINGS[job.kind].comparing else ()))


def _together(job: Job) -> tuple[str, ...]:
    """Return the languages in which a document is laid out, those of the decks that mirror it among them."""
    return tuple(job.mirrored.split("+")) if job.mirrored else job.languages


def _refuse_foreign(job: Job, there: str | None, known: str, *, force: bool) -> None:
    """Raise UsageError where a person's work would be lost."""
    if there and there != known and not force:
        what = "was changed since it was written" if known else "stands there, and no build has written it"
        hint = "--force overwrites it; move it away to keep it"
        raise UsageError.at("BAT010", what, location=Location(job.file), hint=hint)


def _lay_out(order: Order, job: Job) -> Report | SlideDeck:
    event, reader, choices = order.event, job.reader, order.choices
    if MAKINGS[job.kind].ending == "docx":
        return lay_out_report(event, cast("ReportKind", job.kind), job.languages, reader, choices)
    kind = cast("DeckKind", job.kind)
    if job.mirrored:
        decks = lay_out_mirrored_decks(event, kind, _together(job), reader, choices)
        return decks[_together(job).index(job.language)]
    return lay_out_deck(event, kind, job.languages, reader, choices)


def _entry(job: Job, inputs: str, output: Report | SlideDeck) -> Entry:
    draft = output.draft
    return Entry(
        file=job.file,
        kind=job.kind,
        languages=job.languages,
        delegation=job.delegation,
        audience=job.reader.sees,
        inputs=inputs,
        digest=digest_bytes(output.data),
        size=len(output.data),
        slides=len(output.plan.slides) if isinstance(output, SlideDeck) else None,
        untranslated=len(draft.untranslated),
        proposed=len(draft.proposed),
        warnings=sum(each.severity == "warning" for each in draft.diagnostics),
        diagnostics=draft.diagnostics,
    )


def name_defect(error: Exception) -> Diagnostic:
    """Say where in this package an error arose that is not the user's."""
    frames = [each for each in traceback.extract_tb(error.__traceback__) if each.filename.startswith(str(_PACKAGE))]
    last = frames[-1]
    place = Location(Path(last.filename).relative_to(_PACKAGE.parent).as_posix(), last.lineno or 0)
    message = f"a defect of this program: {type(error).__name__}: {error}"
    return Diagnostic("BAT011", message, place, hint="please report it")
