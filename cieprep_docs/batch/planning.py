"""What a build is asked for, and what of it is to be made; all that is wrong with it beforehand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from cieprep_docs.batch.digests import combine, digest_event, digest_folder, digest_surroundings
from cieprep_docs.batch.jobs import Job, plan_jobs
from cieprep_docs.batch.making import Order, Outcome, make_order
from cieprep_docs.batch.record import find_standing
from cieprep_docs.batch.stores import Store
from cieprep_docs.choices import Choices
from cieprep_docs.drafts import make_translator, read_day
from cieprep_docs.errors import CieprepError, UsageError, join_errors
from cieprep_docs.language.languages import load_language
from cieprep_docs.language.tags import folders_beside
from cieprep_docs.model.event import Event
from cieprep_docs.pipeline import refuse_wrong_styles
from cieprep_docs.source import LoadedEvent


@dataclass(frozen=True, slots=True)
class Wish:
    """What a build is asked for."""

    delegations: tuple[str, ...] | str
    audience: str | None
    kinds: tuple[str, ...] | str | None
    languages: tuple[str, ...] | str
    choices: Choices
    strict: bool
    force: bool

    def jobs(self, event: Event) -> tuple[Job, ...]:
        """Return the documents that are meant. Raises UsageError for what does not exist."""
        return plan_jobs(
            event,
            delegations=self.delegations,
            audience=self.audience,
            kinds=self.kinds,
            languages=self.languages,
            mirrored=self.choices.mode == "mirrored",
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build is to make, and what it need not."""

    request: str
    surroundings: str
    """Digest of all that anything in the output is made of."""
    files: tuple[str, ...]
    """Of all documents that are asked for."""
    standing: Mapping[str, Outcome]
    """What became of the files that need not even be looked at again."""
    jobs: tuple[Job, ...] = ()
    order: Order | None = None
    loaded: LoadedEvent | None = None


def listed(names: str | Collection[str]) -> tuple[str, ...] | str:
    """Return names that do not change; ``all`` and a single one stand alone."""
    return names if isinstance(names, str) else tuple(names)


def refuse_useless(event: Event | str | Path, out: str | Path, workers: int) -> None:
    """Raise UsageError before documents are made that cannot be made or written."""
    if workers < 1:
        raise UsageError.at("CLI026", f"workers must be 1 or more, not {workers}")
    if Path(out).is_file():
        raise UsageError.at("CLI027", f"{out} is a file", hint="name a folder")
    folder = event.folder if isinstance(event, Event) else _folder_of(Path(event))
    missing = not isinstance(event, Event) and not Path(event).exists()  # whoever reads it says so
    if folder and not missing and Path(out).resolve().is_relative_to(folder.resolve()):
        message = f"{out} is inside the folder of the event, {folder}"
        raise UsageError.at("BAT009", message, hint="documents stand apart from what they are made of")


def _folder_of(event: Path) -> Path:
    return event if event.is_dir() else event.parent


def make_plan(event: Event | str | Path, wish: Wish, store: Store, read: Callable[[Path], LoadedEvent]) -> Plan:
    """Return what is to be made; where all is there and nothing has changed, the event is not even read."""
    surroundings = _digest_surroundings(event, wish.choices)
    request = combine(repr(wish), surroundings)
    files, standing = ((), {}) if wish.force else find_standing(store, request)
    if standing and len(standing) == len(files):
        return Plan(request, surroundings, files, standing)
    loaded = None if isinstance(event, Event) else read(Path(event))
    known = loaded.event if loaded else cast("Event", event)
    refuse_wrong_styles(wish.choices, known)
    jobs = wish.jobs(known)
    missing = tuple(each for each in jobs if each.file not in standing)
    order = make_order(known, missing, wish.choices, store, force=wish.force)
    _refuse_unreadable(order)
    return Plan(request, surroundings, tuple(each.file for each in jobs), standing, missing, order, loaded)


def _digest_surroundings(event: Event | str | Path, choices: Choices) -> str:
    """Return the digest of all that a build depends on, found without reading the event; none where there is none."""
    around = digest_surroundings(choices)
    if isinstance(event, Event):
        return combine(around, digest_event(event), digest_folder(event.folder) if event.folder else "")
    return combine(around, Path(event).name, digest_folder(_folder_of(Path(event))))


def _refuse_unreadable(order: Order) -> None:
    """Raise one error with the faults of all catalogs that the documents need, and of the date of issue."""
    if "issued" in order.choices.fields:
        read_day(order.choices.fields["issued"])
    beside = folders_beside(order.event.folder)
    faults = list[CieprepError]()
    for each in order.languages:
        try:
            make_translator(order.event, load_language(each, *beside), order.choices)
        except CieprepError as error:
            faults.append(error)
    if faults:
        raise join_errors(faults)
