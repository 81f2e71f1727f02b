"""Answers taken into a catalog. Nothing is lost: what cannot be taken is told with all the words that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cieprep_docs.catalogs.checks.catalog import Checker, blocks
from cieprep_docs.catalogs.checks.subject import TAG
from cieprep_docs.catalogs.entries import FUZZY, Entry, PoFile, read_po, write_po
from cieprep_docs.catalogs.review.rows import Answer, Row, entry_id
from cieprep_docs.diagnostics import Diagnostic

_EMPTIED = "the cell was emptied; the words stay until others are written"
_AGREED = {"ok", "yes", "ок", "да", "согласен", "согласна", "согласовано", "好", "是", "同意", "确认", "已确认"}
"""Remarks that accept what a row proposes as it stands."""
_CURLY_IN_TAG = re.compile("[“”„«»]")


@dataclass(frozen=True, slots=True)
class Change:
    """Words that a reviewer replaced."""

    source: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Words that a reviewer changed and that cannot be taken, with the reason."""

    source: str
    base: str
    """When the review was made."""
    now: str
    """In the catalog; empty where the message is gone."""
    reviewed: str
    reason: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What a review does to a catalog."""

    data: bytes
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    """Source words and what a reviewer remarked on them."""
    to_confirm: tuple[tuple[str, str], ...] = ()
    """Proposed forms that a reviewer changed or agreed to: the field of the event file, and its words."""
    findings: tuple[Diagnostic, ...] = ()


@dataclass(slots=True)
class _Merge:
    entries: dict[str, Entry]
    proposed: dict[str, Row]
    changes: dict[tuple[str, int], Change] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)
    to_confirm: list[tuple[str, str]] = field(default_factory=list)

    def take(self, answer: Answer) -> None:
        words, row = _straightened(answer), self.proposed.get(answer.id)
        entry = self.entries.get(answer.id)
        if row is not None:
            self._take_form(answer, words, row)
        elif entry is None or answer.form >= len(entry.forms):
            self._refuse(answer, words, "", "", "the message is no longer in the catalog")
        else:
            self._remark(answer, entry)
            self._take_words(answer, words, self.entries[answer.id])

    def _take_form(self, answer: Answer, words: str, row: Row) -> None:
        """Note what is to be written in the event file, which only its owners change."""
        if answer.remark and not _agrees(answer):
            self.remarks.append((row.source, answer.remark))
        if not words.strip():
            self._refuse(answer, words, row.source, row.words, _EMPTIED)
        elif words not in (answer.base, row.words) or _agrees(answer):
            self.to_confirm.append((row.where, words))

    def _take_words(self, answer: Answer, words: str, entry: Entry) -> None:
        now, earlier = entry.forms[answer.form], self.changes.get((answer.id, answer.form))
        if words == now and entry.is_fuzzy and _agrees(answer):
            self._accept(answer, words, entry)
        if words in (answer.base, now):
            return
        if not words.strip():
            self._refuse(answer, words, entry.msgid, now, _EMPTIED)
        elif earlier:
            self._refuse(answer, words, entry.msgid, now, "another row of the review says something else")
        elif now != answer.base:
            self._refuse(answer, words, entry.msgid, now, "the catalog has changed since the review was made")
        else:
            self._accept(answer, words, entry)

    def _accept(self, answer: Answer, words: str, entry: Entry) -> None:
        self.changes[answer.id, answer.form] = Change(entry.msgid, entry.forms[answer.form], words)
        forms = (*entry.forms[: answer.form], words, *entry.forms[answer.form + 1 :])
        flags = tuple(each for each in entry.flags if each != FUZZY)
        self.entries[answer.id] = replace(entry, forms=forms, flags=flags, previous=())

    def _remark(self, answer: Answer, entry: Entry) -> None:
        if answer.remark and not _agrees(answer):
            self.remarks.append((entry.msgid, answer.remark))
            note = f"review: {answer.remark}"
            if note not in entry.notes:
                self.entries[answer.id] = replace(entry, notes=(*entry.notes, note))

    def _refuse(self, answer: Answer, words: str, source: str, now: str, reason: str) -> None:
        if words != answer.base:
            self.conflicts.append(Conflict(source, answer.base, now, words, reason))


def merge_answers(
    data: bytes, answers: Sequence[Answer], checker: Checker, file: str = "", proposed: Sequence[Row] = ()
) -> Merged:
    """Return a catalog with the answers taken in.

    What would be faulty (a lost placeholder, a plural with forms missing) is left as it was and is among the conflicts.
    """
    po = read_po(data)
    ids = {entry_id(each): each for each in po.messages}
    merge = _Merge(dict(ids), {each.id: each for each in proposed})
    for each in answers:
        merge.take(each)
    _take_back(merge, ids, po, checker)
    merged = write_po(_with(po, ids, merge.entries))
    changed = {key for key, _ in merge.changes}
    findings = tuple(_findings(merged, changed, checker, file))
    changes = tuple(merge.changes.values())
    return Merged(merged, changes, tuple(merge.conflicts), tuple(merge.remarks), tuple(merge.to_confirm), findings)


def _with(po: PoFile, ids: dict[str, Entry], entries: dict[str, Entry]) -> PoFile:
    new = {id(old): entries[key] for key, old in ids.items()}
    return replace(po, entries=tuple(new.get(id(each), each) for each in po.entries))


def _take_back(merge: _Merge, ids: dict[str, Entry], po: PoFile, checker: Checker) -> None:
    """Undo what would block the catalog."""
    changed = {key for key, _ in merge.changes}
    faults = list(_findings(write_po(_with(po, ids, merge.entries)), changed, checker, ""))
    lines = _lines(write_po(_with(po, ids, merge.entries)))
    for key in sorted(changed):
        own = [each for each in faults if blocks(each.code) and each.location.line == lines[key]]
        if own:
            _undo(merge, key, ids[key], f"{own[0].code} {own[0].message}")


def _undo(merge: _Merge, key: str, old: Entry, reason: str) -> None:
    merge.entries[key] = replace(old, notes=merge.entries[key].notes)
    for place in [each for each in merge.changes if each[0] == key]:
        change = merge.changes.pop(place)
        merge.conflicts.append(Conflict(change.source, change.before, change.before, change.after, reason))


def _findings(data: bytes, changed: set[str], checker: Checker, file: str) -> Iterator[Diagnostic]:
    lines = _lines(data)
    wanted = {lines[each] for each in changed}
    return (each for each in checker.check_po(data, file) if each.location.line in wanted)


def _lines(data: bytes) -> dict[str, int]:
    return {entry_id(each): each.line for each in read_po(data).messages}


def _agrees(answer: Answer) -> bool:
    return answer.remark.strip(" .!。！").lower() in _AGREED


def _straightened(answer: Answer) -> str:
    """Undo what a word processor does to words: quotation marks in tags made curly, the last line break lost."""
    words = TAG.sub(lambda tag: _CURLY_IN_TAG.sub('"', tag[0]), answer.words)
    return words.rstrip("\n") + "\n" if answer.base.endswith("\n") and words else words
