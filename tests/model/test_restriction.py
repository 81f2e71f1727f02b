"""No reader is handed a word that is not for him, and none is kept from a word that is, whatever the event."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cieprep_docs.model.audience import audiences, is_visible, restrict
from cieprep_docs.model.base import Record, Value
from cieprep_docs.model.event import Event
from cieprep_docs.model.people import Delegation
from cieprep_docs.model.shape import Keyed, Path, fields_of
from cieprep_docs.model.text import Text
from tests.support.events import DELEGATIONS, marked, marked_events, strings_of

readers = st.sampled_from(["public", *DELEGATIONS])
COLLECTIONS = [field.name for field in fields_of(Event) if isinstance(field.shape, Keyed)]


class Oracle:
    """Who may see what, said in plain sentences, record by record."""

    def __init__(self, event: Event, reader: str) -> None:
        self.event = event
        self.reader = reader
        self.sees = cache(self._sees)

    def _sees(self, collection: str, id_: str) -> bool:
        record = getattr(self.event, collection)[id_]
        return is_visible(record, self.reader) and self._whole(record) and self._tied(collection, record)

    def _whole(self, value: Value) -> bool:
        """Nothing is shown without its title, or the person, place or label that makes it what it is."""
        if isinstance(value, Text):
            return is_visible(value, self.reader)
        if isinstance(value, Delegation):
            return True  # its country names it
        titles = [getattr(value, name, None) for name in ("title", "name", "label", "alt")]
        required = [each for each in titles if isinstance(each, Text)]
        return all(is_visible(each, self.reader) for each in required)

    def _tied(self, collection: str, record: Any) -> bool:
        match collection:
            case "venues":
                return self.sees("cities", record.city)
            case "organisations":
                return record.parent is None or self.sees("organisations", record.parent)
            case "sessions":
                parties = record.delegations
                return not parties or any(self.sees("delegations", each) for each in parties)
            case "statements":
                said = any(is_visible(point, self.reader) for point in record.substance)
                return said and self.sees("people", record.speaker) and self._in_session(record)
            case "outcomes":
                return self._in_session(record)
            case _:
                return self._brought_in(collection, record.id)

    def _in_session(self, record: Any) -> bool:
        return record.session is None or self.sees("sessions", record.session)

    def _brought_in(self, collection: str, id_: str) -> bool:
        bringers = list(self._bringers(collection, id_))
        return not bringers or any(self.sees(*each) for each in bringers)

    def _bringers(self, collection: str, id_: str) -> Iterator[tuple[str, str]]:
        match collection:
            case "people":
                for each in self.event.delegations.values():
                    if each.head == id_ or id_ in {member.person for member in each.members}:
                        yield "delegations", each.id
            case "images":
                yield from (("people", each.id) for each in self.event.people.values() if each.portrait == id_)
            case "sources":
                for name in ("sessions", "statements", "figures", "projects", "outcomes"):
                    yield from ((name, each.id) for each in getattr(self.event, name).values() if id_ in each.sources)

    def may_read(self, path: Path) -> bool:
        """Return whether the reader may read the string at a path: the record, and every part around the string."""
        if path[0] in COLLECTIONS and not self.sees(str(path[0]), str(path[1])):
            return False
        value: Any = self.event
        for step in path[:-1]:
            value = value[step] if not isinstance(value, Value) else getattr(value, _name(value, step))
            if isinstance(value, Value) and not isinstance(value, Record) and not self._whole_part(value):
                return False
        return True

    def _whole_part(self, value: Value) -> bool:
        person = getattr(value, "person", None)
        return self._whole(value) and (person is None or self.sees("people", person))


def _name(value: Value, key: str | int) -> str:
    return next(field.name for field in fields_of(type(value)) if field.key == key)


def own_words(event: Event) -> Iterator[tuple[Path, str]]:
    """Yield the marked strings with the places where they are told, mentions of records elsewhere left out."""
    seen = set[str]()
    ids = {id_ for name in COLLECTIONS for id_ in getattr(event, name)}
    for path, words in strings_of(event):
        if marked(words) and (words not in ids or path == (path[0], words)) and words not in seen:
            seen.add(words)
            yield path, words


def words_in(event: Event) -> set[str]:
    return set[str]().union(*(marked(words) for _, words in strings_of(event)))


@settings(max_examples=60)
@given(marked_events(), readers)
def test_a_reader_is_given_every_word_that_is_for_him_and_no_other(event: Event, reader: str) -> None:
    assume(reader in audiences(event))
    oracle = Oracle(event, reader)
    told = list(own_words(event))

    left = words_in(restrict(event, reader).value)

    assert set[str]().union(*(marked(words) for path, words in told if oracle.may_read(path))) == left


@settings(max_examples=25)
@given(marked_events(), readers)
def test_restricting_again_changes_nothing_and_order_is_kept(event: Event, reader: str) -> None:
    assume(reader in audiences(event))

    restricted = restrict(event, reader)
    again = restrict(restricted.value, reader)

    assert again.value == restricted.value
    for name in COLLECTIONS:
        left = getattr(restricted.value, name)
        assert list(left) == [id_ for id_ in getattr(event, name) if id_ in left]


@settings(max_examples=5)
@given(marked_events())
def test_the_secretariat_has_it_all_and_nothing_to_be_told(event: Event) -> None:
    assert restrict(event, "secretariat").value is event
    assert restrict(event, "secretariat").diagnostics == ()


@settings(max_examples=25)
@given(marked_events(), readers)
def test_what_is_left_out_without_being_hidden_is_told(event: Event, reader: str) -> None:
    assume(reader in audiences(event))

    restricted = restrict(event, reader)

    told = {each.location.path for each in restricted.diagnostics if each.code == "EVT041"}
    lost = {
        f"{name}.{id_}"
        for name in COLLECTIONS
        for id_, record in getattr(event, name).items()
        if is_visible(record, reader) and id_ not in getattr(restricted.value, name)
    }
    assert told == lost
