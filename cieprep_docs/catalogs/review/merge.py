"""Answers taken into a catalog. Nothing is lost: what cannot be taken is told with all the words that there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from cieprep_docs.catalogs.checks.catalog import Checker, blocks
from cieprep_docs.catalogs.checks.subject import TAG
from cieprep_docs.catalogs.entries import FUZZY, Entry, PoFile, read_po, write_po
from cieprep_docs.catalogs.review.forms import numbers_of_forms
from cieprep_docs.catalogs.review.merged import Change, Conflict, Merged, OpenForm, ToConfirm
from cieprep_docs.catalogs.review.rows import Answer, Row, entry_id
from cieprep_docs.diagnostics import Diagnostic

_EMPTIED = "the cell was emptied; the words stay until others are written"
_CLASH = "another row of the review says something else"
_CHANGED = "the catalog has changed since the review was made"
_AGREED = {"ok", "yes", "ок", "да", "согласен", "согласна", "согласовано", "好", "是", "同意", "确认", "已确认"}
"""Remarks that accept what a row proposes as it stands."""
_CURLY_IN_TAG = re.compile("[“”„«»]")


@dataclass(slots=True)
class _Merge:
    entries: dict[str, Entry]
    proposed: dict[str, Row]
    checker: Checker
    numbers: Callable[[Entry, int], str]
    clashing: Collection[tuple[str, int]]
    changes: dict[tuple[str, int], Change] = field(default_factory=dict)
    answered: set[tuple[str, int]] = field(default_factory=set)
    """Forms of proposals that were changed or agreed to."""
    conflicts: list[Conflict] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)
    to_confirm: dict[str, ToConfirm] = field(default_factory=dict)

    def take(self, answer: Answer) -> None:
        words, row = _straightened(answer), self.proposed.get(answer.id)
        entry = self.entries.get(answer.id)
        if row is not None:
            self._take_form(answer, words, row)
        elif entry is None or answer.form >= len(entry.forms):
            self._refuse(Conflict("", answer.base, "", words, "the message is no longer in the catalog"))
        else:
            self._remark(answer, entry)
            self._take_words(answer, words, self.entries[answer.id])

    def _take_form(self, answer: Answer, words: str, row: Row) -> None:
        """Note what is to be written in the event file, which only its owners change."""
        if answer.remark and not _agrees(answer):
            self.remarks.append((row.source, answer.remark))
        if not words.strip():
            self._refuse(Conflict(row.source, answer.base, row.words, words, _EMPTIED))
        elif self._clashes(answer):
            self.conflicts.append(Conflict(row.source, answer.base, row.words, words, _CLASH))
        elif words not in (answer.base, row.words) or _agrees(answer):
            self.to_confirm[answer.id] = ToConfirm(row.path, row.words, words, row.parts)

    def _take_words(self, answer: Answer, words: str, entry: Entry) -> None:
        now, place = entry.forms[answer.form], (answer.id, answer.form)
        numbers = self.numbers(entry, answer.form)
        if self._clashes(answer):
            self.conflicts.append(Conflict(entry.msgid, answer.base, now, words, _CLASH, numbers))
        elif place in self.changes or (words == answer.base and not (_agrees(answer) and entry.is_fuzzy)):
            return
        elif words == now:
            self._answer(answer, entry)
        elif not words.strip():
            self._refuse(Conflict(entry.msgid, answer.base, now, words, _EMPTIED, numbers))
        elif now != answer.base and now == self._put_right(entry, answer.form, words):
            self._answer(answer, entry)
        elif now not in (answer.base, self._put_right(entry, answer.form, answer.base)):
            self.conflicts.append(Conflict(entry.msgid, answer.base, now, words, _CHANGED, numbers))
        else:
            self._accept(answer, words, entry)

    def _clashes(self, answer: Answer) -> bool:
        return (answer.id, answer.form) in self.clashing and _says_something(answer)

    def _answer(self, answer: Answer, entry: Entry) -> None:
        """Note that somebody stands by words that are a proposal so far."""
        if entry.is_fuzzy:
            self._accept(answer, entry.forms[answer.form], entry)

    def _put_right(self, entry: Entry, form: int, words: str) -> str:
        """Return words as ``catalog check --fix`` leaves them."""
        return self.checker.fix_entry(_unmarked(_with_form(entry, form, words))).forms[form]

    def _accept(self, answer: Answer, words: str, entry: Entry) -> None:
        place, numbers = (answer.id, answer.form), self.numbers(entry, answer.form)
        self.changes[place] = Change(entry.msgid, entry.forms[answer.form], words, numbers)
        self.answered.add(place)
        self.entries[answer.id] = _with_form(entry, answer.form, words)

    def _remark(self, answer: Answer, entry: Entry) -> None:
        if answer.remark and not _agrees(answer):
            self.remarks.append((entry.msgid, answer.remark))
            note = f"review: {answer.remark}"
            if note not in entry.notes:
                self.entries[answer.id] = replace(entry, notes=(*entry.notes, note))

    def _refuse(self, conflict: Conflict) -> None:
        if conflict.reviewed != conflict.base:
            self.conflicts.append(conflict)

    def settle(self) -> None:
        """Make proposals translations where each of their forms was answered."""
        for id_ in dict.fromkeys(id_ for id_, _ in self.answered):
            if not any(self._open_forms(id_)):
                self.entries[id_] = _unmarked(self.entries[id_])

    def open_forms(self) -> Iterator[OpenForm]:
        """Yield the forms that keep proposals from becoming translations."""
        for id_ in dict.fromkeys(id_ for id_, _ in self.changes):
            yield from self._open_forms(id_)

    def _open_forms(self, id_: str) -> Iterator[OpenForm]:
        entry = self.entries[id_]
        for form, words in enumerate(entry.forms if entry.is_fuzzy else ()):
            if (id_, form) not in self.answered:
                yield OpenForm(entry.msgid, form, words, self.numbers(entry, form))

    def judged(self) -> dict[str, Entry]:
        """Return the entries as they are checked: of an open proposal, the forms that were answered."""
        return self.entries | {id_: self._answered_alone(id_) for id_, _ in self.changes}

    def _answered_alone(self, id_: str) -> Entry:
        entry = self.entries[id_]
        open_forms = {each.form for each in self._open_forms(id_)}
        known = next(words for form, words in enumerate(entry.forms) if form not in open_forms)
        forms = (known if form in open_forms else words for form, words in enumerate(entry.forms))
        return _unmarked(replace(entry, forms=tuple(forms)))


def merge_answers(
    data: bytes, answers: Sequence[Answer], checker: Checker, file: str = "", proposed: Sequence[Row] = ()
) -> Merged:
    """Return a catalog with the answers taken in.

    What would be faulty (a lost placeholder, a plural with forms missing) is left as it was and is among the conflicts;
    so are rows that say different things of the same words.
    """
    po = read_po(data)
    ids = {entry_id(each): each for each in po.messages}
    numbers = numbers_of_forms(data, "en")
    merge = _Merge(dict(ids), {each.id: each for each in proposed}, checker, numbers, _clashing(answers))
    for each in answers:
        merge.take(each)
    merge.settle()
    _take_back(merge, ids, po, checker)
    merged = write_po(_with(po, ids, merge.entries))
    changed = {key for key, _ in merge.changes}
    return Merged(
        merged,
        tuple(merge.changes.values()),
        tuple(merge.conflicts),
        tuple(merge.remarks),
        tuple(merge.to_confirm.values()),
        tuple(_findings(merged, changed, checker, file)),
        tuple(merge.open_forms()),
    )


def _clashing(answers: Sequence[Answer]) -> set[tuple[str, int]]:
    """Return what several rows want to read differently."""
    wanted: dict[tuple[str, int], set[str]] = {}
    for each in answers:
        if _says_something(each):
            wanted.setdefault((each.id, each.form), set()).add(_straightened(each))
    return {place for place, words in wanted.items() if len(words) > 1}


def _with_form(entry: Entry, form: int, words: str) -> Entry:
    return replace(entry, forms=(*entry.forms[:form], words, *entry.forms[form + 1 :]))


def _unmarked(entry: Entry) -> Entry:
    return replace(entry, flags=tuple(each for each in entry.flags if each != FUZZY), previous=())


def _with(po: PoFile, ids: dict[str, Entry], entries: dict[str, Entry]) -> PoFile:
    new = {id(old): entries[key] for key, old in ids.items()}
    return replace(po, entries=tuple(new.get(id(each), each) for each in po.entries))


def _take_back(merge: _Merge, ids: dict[str, Entry], po: PoFile, checker: Checker) -> None:
    """Undo what would block the catalog."""
    changed = {key for key, _ in merge.changes}
    data = write_po(_with(po, ids, merge.judged()))
    faults, lines = list(_findings(data, changed, checker, "")), _lines(data)
    for key in sorted(changed):
        own = [each for each in faults if blocks(each.code) and each.location.line == lines[key]]
        if own:
            _undo(merge, key, ids[key], "; ".join(dict.fromkeys(f"{each.code} {each.message}" for each in own)))


def _undo(merge: _Merge, key: str, old: Entry, reason: str) -> None:
    merge.entries[key] = replace(old, notes=merge.entries[key].notes)
    for place in [each for each in merge.changes if each[0] == key]:
        change = merge.changes.pop(place)
        conflict = Conflict(change.source, change.before, change.before, change.after, reason, change.numbers)
        merge.conflicts.append(conflict)


def _findings(data: bytes, changed: set[str], checker: Checker, file: str) -> Iterator[Diagnostic]:
    lines = _lines(data)
    wanted = {lines[each] for each in changed}
    return (each for each in checker.check_po(data, file) if each.location.line in wanted)


def _lines(data: bytes) -> dict[str, int]:
    return {entry_id(each): each.line for each in read_po(data).messages}


def _says_something(answer: Answer) -> bool:
    return _straightened(answer) != answer.base or _agrees(answer)


def _agrees(answer: Answer) -> bool:
    return answer.remark.strip(" .!。！").lower() in _AGREED


def _straightened(answer: Answer) -> str:
    """Undo what a word processor does to words: quotation marks in tags made curly, the last line break lost."""
    words = TAG.sub(lambda tag: _CURLY_IN_TAG.sub('"', tag[0]), answer.words).rstrip("\n")
    return words + "\n" if answer.base.endswith("\n") and words else words
