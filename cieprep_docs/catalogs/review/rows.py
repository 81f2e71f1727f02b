"""What a review shows: a row for each form of each message, and for each form of a name that is only proposed."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from cieprep_docs.catalogs.checks.catalog import Checker
from cieprep_docs.catalogs.entries import Entry, read_po
from cieprep_docs.catalogs.messages import Message
from cieprep_docs.catalogs.review.forms import numbers_of_forms
from cieprep_docs.catalogs.review.heads import say_proposal
from cieprep_docs.catalogs.review.where import kind_name
from cieprep_docs.catalogs.roles import role_of
from cieprep_docs.catalogs.unconfirmed import NAME, unconfirmed_forms
from cieprep_docs.errors import UsageError
from cieprep_docs.model.event import Event

Only = Literal["untranslated", "changed", "unconfirmed"]
"""Without words; with a proposal that nobody has looked at; a form in the event file that nobody has agreed to."""

HIDDEN = re.compile(r'cieprep ([\w-]+) ([0-9a-f]{16}) (\d+) ("(?:[^"\\]|\\.)*")')
"""What a row carries unseen: language, id, form, and the words before anybody changed them."""


@dataclass(frozen=True, slots=True)
class Row:
    """One translation under review."""

    language: str
    """The language's key: ``ru``."""
    id: str
    """Names the message or the proposed form; 16 hexadecimal digits."""
    form: int
    group: str
    """The part of the document or the template in which the words stand."""
    where: str
    """What translators should know of them, as catalogs say it."""
    source: str
    words: str
    other: str = ""
    """The same in another language."""
    limit: int = 0
    findings: tuple[str, ...] = ()
    kind: str = ""
    """What kind of words they are and which numbers take this form, in the language of the row."""
    path: str = ""
    """Of a proposed form, its field of the event file."""
    parts: tuple[tuple[str, str], ...] = ()
    """Of the proposed name of a person, what the event file gives of it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back in one row."""

    language: str
    id: str
    form: int
    base: str
    """The words when the review was made."""
    words: str
    remark: str = ""


def review_rows(
    messages: Sequence[Message],
    po: bytes,
    checker: Checker,
    only: Collection[str] = (),
    other: Mapping[tuple[str, str], Entry] | None = None,
) -> tuple[Row, ...]:
    """Return a row for each form of each message of a catalog, in groups; ``only`` keeps what is asked for.

    Raises UsageError for a choice that there is not.
    """
    _refuse_unknown(only)
    by_key = {each.key: each for each in read_po(po).messages}
    numbers = numbers_of_forms(po, checker.language)
    rows = [
        replace(row, kind=_joined(row.kind, numbers(entry or Entry(plural=message.plural), row.form)))
        for message in messages
        if _is_asked(entry := by_key.get(message.key), only)
        for row in _message_rows(message, entry, checker, (other or {}).get(message.key))
    ]
    return grouped(rows)


def proposed_rows(event: Event, language: str, other: str = "") -> tuple[Row, ...]:
    """Return a row for each form in the event file that its owner has not agreed to yet."""
    return tuple(
        Row(
            language,
            _digest(each.path),
            0,
            _group(each.path.rpartition(".")[0]),
            _told(each.where, each.role, kind_name(each.role, language)),
            each.source,
            each.words,
            each.other,
            kind=kind_name(each.role, language),
            path=each.path,
            parts=each.parts,
        )
        for each in unconfirmed_forms(event, language, other)
    )


def grouped(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows with those of one group together, groups in the order of their first rows."""
    order = list(dict.fromkeys(each.group for each in rows))
    return tuple(sorted(rows, key=lambda each: order.index(each.group)))


def entry_id(entry: Entry | Message) -> str:
    """Return what names a message in a review: it changes when its source words do."""
    return _digest("\x04".join((*entry.key, entry.plural)))


def hidden_words(row: Row) -> str:
    """Return what a row carries unseen: what it is about, and the words before anybody changed them."""
    return f"cieprep {row.language} {row.id} {row.form} {json.dumps(row.words, ensure_ascii=False)}"


def read_answer(text: str, words: str, remark: str) -> Answer | None:
    """Return the answer of a row in whose text the hidden words are found; None for any other row."""
    match = HIDDEN.search(text)
    if match is None:
        return None
    language, id_, form, base = match.groups()
    return Answer(language, id_, int(form), str(json.loads(base)), words, " ".join(remark.split()))


def _refuse_unknown(only: Collection[str]) -> None:
    for each in only:
        if each not in get_args(Only):
            message = f"there is no “{each}” to review"
            raise UsageError.at("CAT040", message, hint=f"there are {', '.join(get_args(Only))}")


def _is_asked(entry: Entry | None, only: Collection[str]) -> bool:
    if not only:
        return True
    is_changed = entry is not None and entry.is_fuzzy
    is_missing = entry is None or not (all(entry.forms) or is_changed)
    return ("untranslated" in only and is_missing) or ("changed" in only and is_changed)


def _message_rows(message: Message, entry: Entry | None, checker: Checker, other: Entry | None) -> Iterator[Row]:
    entry = entry or Entry(message.msgid, message.context, message.plural)
    findings = tuple(dict.fromkeys(_findings(entry, checker)))
    place, kind = message.places[0], kind_name(message.context, checker.language)
    row = Row(
        checker.language,
        entry_id(message),
        0,
        _group(place.path) or place.file,
        _where(message, kind),
        message.msgid,
        entry.forms[0],
        other.forms[-1] if other and other.is_translated else "",
        message.limit,
        findings,
        kind,
    )
    for form, words in enumerate(entry.forms):
        source = message.plural if form or (len(entry.forms) == 1 and message.plural) else message.msgid
        yield replace(row, form=form, words=words, source=source)


def _where(message: Message, kind: str) -> str:
    said = ", ".join(message.comments[:1]) or message.context or message.places[0].file
    return _told(said, message.context, kind)


def _told(said: str, role: str, kind: str) -> str:
    """Leave out what the row says in the reviewer's own language: the kind of words, and how long they may be."""
    if not kind:
        return said
    return "" if role == NAME or said == role_of(role).advice else said.partition("; at most ")[0]


def _group(path: str) -> str:
    """Return the collection of the event file; what stands by itself is of the event. Empty for words of a template."""
    first, dot, _ = path.replace("[", ".").partition(".")
    return first if dot else "event" if first else ""


def _joined(*words: str) -> str:
    return "; ".join(filter(None, words))


def _findings(entry: Entry, checker: Checker) -> Iterator[str]:
    if entry.is_fuzzy:
        yield say_proposal(checker.language, entry.previous_source)
    elif entry.is_translated:
        yield from (f"{each.code} {each.message}" for each in checker.check_entry(entry))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
