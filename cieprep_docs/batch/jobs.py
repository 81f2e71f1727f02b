"""Which documents a build makes: small, picklable and in order, each on a path of its own."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from cieprep_docs.choices import Reader
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.drafts import split_languages
from cieprep_docs.errors import UsageError
from cieprep_docs.kinds import KINDS, MAKINGS, SETS, USUAL, Kind, expand_sets
from cieprep_docs.model.audience import PUBLIC, SECRETARIAT, audiences
from cieprep_docs.model.event import Event

_SAFE = re.compile(r"[\w-](?:[\w .-]{0,62}[\w-])?")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_FEW = 12


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
    mirrored: str = ""
    """``zh+ru`` for one of the decks in these languages that have the same slides at the same numbers."""

    @property
    def file(self) -> str:
        """The file's path under the output: ``russia/report.ru.docx``, ``secretariat/report.zh-ru.docx``.

        Mirrored decks name each other: ``briefing.zh.mirrored-zh-ru.pptx``.
        """
        language = f"{self.language}.mirrored-{self.mirrored}" if self.mirrored else self.language
        name = f"{self.kind}.{language.replace('+', '-')}.{MAKINGS[self.kind].ending}"
        return "/".join(each for each in (self.audience, self.delegation, name) if each)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in the order in which they stand in the document."""
        return tuple(self.language.split("+"))

    @property
    def reader(self) -> Reader:
        """Whose copy it is, and with whose eyes it looks."""
        return Reader(self.delegation, self.audience)


def plan_jobs(  # noqa: PLR0913 - what may be asked for, each by name
    event: Event,
    *,
    delegations: str | Collection[str] = (),
    audience: str | None = None,
    kinds: str | Collection[str] | None = None,
    languages: str | Collection[str] = (),
    mirrored: bool = False,
) -> tuple[Job, ...]:
    """Return the documents to make: for each delegation, for each kind, each language.

    Without ``kinds`` they are report and briefing; in an event of ``packs`` a delegation gets its pack, and where
    nobody is named all do. Kinds may be ``pack`` or ``all``; of these, what is for one delegation is made for
    delegations alone. Decks in several languages may be ``mirrored``, one in each of them. Raises UsageError for every
    delegation, audience, kind and language that does not exist, for no kind at all, and for documents whose path cannot
    be theirs alone on every file system.
    """
    everybody = delegations == "all" or (event.packs and not delegations and kinds is None and audience is None)
    chosen = tuple(event.delegations) if everybody else _each_once(delegations)
    named = _each_once(kinds if kinds is not None else ["pack"] if event.packs and chosen else USUAL)
    asked = expand_sets(named)
    _refuse(_faults(event, chosen, audience, asked))
    own = (audience,) if audience in event.delegations else (None,)
    reader = audience if audience == SECRETARIAT else None
    wanted = _each_once(["+".join(split_languages(each, event)) for each in _each_once(languages)])
    jobs = (
        Job(kind, _own_first(language, event, delegation), delegation, reader)
        for delegation in chosen or own
        for kind in KINDS
        if kind in asked and (delegation or kind in named or not MAKINGS[kind].personal)
        for language in wanted or _languages(event, delegation)
    )
    planned = tuple(dict.fromkeys(chain(*map(_mirror, jobs)) if mirrored else jobs))
    _refuse(
        [
            *_unmirrored(planned, mirrored=mirrored),
            *_impersonal(planned),
            *_unseen(event, planned),
            *_unsafe(planned),
            *_on_one_path(planned),
        ]
    )
    return planned


def _refuse(faults: Collection[Diagnostic]) -> None:
    if faults:
        raise UsageError(*faults)


def _faults(event: Event, chosen: Sequence[str], audience: str | None, kinds: Sequence[str]) -> tuple[Diagnostic, ...]:
    return (
        *_unknown("delegation", chosen, event.delegations),
        *_unknown("audience", (audience or PUBLIC,), (SECRETARIAT, PUBLIC, *event.delegations)),
        *_misdirected(chosen, audience),
        *_unknown("kind of document", kinds, (*KINDS, *SETS)),
        *(() if kinds else (Diagnostic("CLI034", "no kind of document is asked for", hint=_list(KINDS)),)),
    )


def _each_once(names: str | Collection[str]) -> tuple[str, ...]:
    """Return the names without repetition; a single one may stand alone."""
    return (names,) if isinstance(names, str) else tuple(dict.fromkeys(names))


def _languages(event: Event, delegation: str | None) -> tuple[str, ...]:
    return event.delegations[delegation].languages if delegation else event.languages


def _own_first(language: str, event: Event, delegation: str | None) -> str:
    """Return the languages of a document as its reader sees them: in a delegation's copy its own come first."""
    own = event.delegations[delegation].reads if delegation else ()
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
    return f'did you mean "{close[0]}"?' if close else _list(tuple(known))


def _list(known: Sequence[str]) -> str:
    more = f" and {len(known) - _FEW} more" if len(known) > _FEW else ""
    return f"there are {', '.join(known[:_FEW])}{more}"


def _misdirected(delegations: Collection[str], audience: str | None) -> Iterator[Diagnostic]:
    """A copy says whose it is, so nobody reads it but its delegation and the secretariat."""
    for each in delegations if audience not in {None, SECRETARIAT} else ():
        if each != audience:
            hint = "it is for the delegation itself, or for the secretariat"
            yield Diagnostic("CLI025", f'the copy of "{each}" is not for "{audience}"', hint=hint)


def _impersonal(jobs: Sequence[Job]) -> Iterator[Diagnostic]:
    for kind in dict.fromkeys(each.kind for each in jobs if MAKINGS[each.kind].personal and not each.delegation):
        yield Diagnostic("CLI024", f"a {kind} document is for one delegation", hint="name it")


def _mirror(job: Job) -> Iterator[Job]:
    """Yield the decks in which one in several languages is shown on as many screens; any other document as it is."""
    if MAKINGS[job.kind].ending == "pptx" and len(job.languages) > 1:
        yield from (replace(job, language=each, mirrored=job.language) for each in job.languages)
    else:
        yield job


def _unmirrored(jobs: Sequence[Job], *, mirrored: bool) -> Iterator[Diagnostic]:
    if mirrored and not any(job.mirrored for job in jobs):
        hint = "ask for a deck in several languages, for example --languages zh+ru"
        yield Diagnostic("CLI035", "there is no deck to be mirrored", hint=hint)


def _unseen(event: Event, jobs: Sequence[Job]) -> Iterator[Diagnostic]:
    """Say which delegations are hidden from themselves; such a copy could say nothing of its reader."""
    known = audiences(event)
    for each in dict.fromkeys(job.delegation for job in jobs if job.reader.sees not in known):
        yield Diagnostic("EVT040", f'the event has no audience "{each}"', hint="the delegation is hidden from itself")


def _unsafe(jobs: Sequence[Job]) -> Iterator[Diagnostic]:
    """Ids of an event file are safe but for the devices of Windows; an event made in Python may have any."""
    for name in dict.fromkeys(job.delegation for job in jobs if job.delegation is not None):
        if not _SAFE.fullmatch(name) or _DEVICE.fullmatch(name):
            hint = "1 to 64 letters, digits and hyphens; no dot at the end, and no device of Windows such as con"
            yield Diagnostic("BAT002", f"{name!r} cannot be the name of a folder", hint=hint)


def _on_one_path(jobs: Sequence[Job]) -> Iterator[Diagnostic]:
    """Say which documents would stand on one path where a file system takes case or composed letters as alike."""
    alike = defaultdict[str, list[str]](list)
    for job in jobs:
        alike[unicodedata.normalize("NFC", unicodedata.normalize("NFC", job.file).casefold())].append(job.file)
    for files in alike.values():
        if len(files) > 1:
            yield Diagnostic("BAT003", f"{' and '.join(files)} are one path on some disks", hint="rename a delegation")
