"""The event as the templates of one document see it: in one language, for one reader, in one order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from decimal import Decimal
from functools import cached_property
from types import GeneratorType
from typing import Any, NamedTuple, Self

from markupsafe import Markup

from cieprep_docs.errors import UsageError
from cieprep_docs.language.languages import Language, load_language
from cieprep_docs.language.lists import say_list
from cieprep_docs.language.wording import Wording
from cieprep_docs.language.words import Phrase, Words
from cieprep_docs.model.base import Record, Value
from cieprep_docs.model.event import Event
from cieprep_docs.model.people import Delegation, Organisation, Person
from cieprep_docs.model.programme import City, Session, Source
from cieprep_docs.model.references import references
from cieprep_docs.model.shape import Keyed, Leaf, Many, Shape
from cieprep_docs.model.time import When
from cieprep_docs.templating.fields import COLLECTIONS, Access, accesses, end_of, start_of, words_of
from cieprep_docs.templating.order import order_records
from cieprep_docs.templating.shown import Code, Said, Shown, UnprintableError, kind_of, unwrap

_SAYS_ITSELF = (Person, Organisation, City, Delegation)
"""Records that the language says in forms of their own."""
_MOMENTS: Mapping[str, Callable[[When], When | None]] = {"starts": start_of, "ends": end_of}


class Tongue(NamedTuple):
    """A language of the event, as templates that compare languages see it."""

    key: Code
    name: Said
    """What it calls itself."""

    @classmethod
    def of(cls, language: Language) -> Self:
        """Return a language as templates see it."""
        return cls(Code(language.key), Said((Words(language.facts.name, language.tag),)))


class View:
    """What the templates of one document may know and print.

    ``event`` is already restricted to its ``audience``. ``delegation`` is the one whose copy it is; it stands first.
    ``order`` is the language whose alphabet orders people and delegations: the first one of a bilingual document, so
    that both halves have the same order; without it the language of the words. ``others`` say values in the other
    languages of the event, and ``together`` are the keys of the languages that the document is set in.
    """

    def __init__(  # noqa: PLR0913 - what a document is seen with, each by name
        self,
        event: Event,
        wording: Wording,
        *,
        audience: str = "secretariat",
        delegation: str | None = None,
        order: Language | None = None,
        others: Sequence[Wording] = (),
        together: Sequence[str] = (),
    ) -> None:
        self.event = event
        self.wording = wording
        self.language: Language = wording.translator.language
        self.audience = audience
        self.own = delegation or ""
        self.together = tuple(together) or (self.language.key,)
        self._order = order or self.language
        spoken = {each.language.key: each for each in (wording, *others)}
        first = [key for key in self.together if key in spoken]  # the same order in all languages of the document
        self._tongues = {key: spoken[key] for key in (*first, *spoken)}
        self._records: dict[str, tuple[Record, ...]] = {}

    def names(self) -> dict[str, Any]:
        """Return the names that templates start from."""
        return {
            "event": self.show(self.event),
            "delegation": self.show(self.event.delegations[self.own]) if self.own else None,
            "audience": self.audience,
            "lang": self.language.tag,
            "direction": self.language.direction,
            "languages": tuple(Tongue.of(each.language) for each in self._tongues.values()),
        }

    def speaking(self, key: str) -> View:
        """Return the same view in another language of the event."""
        view = copy(self)
        view.wording = self._tongues[key]
        view.language = view.wording.language
        return view

    def show(self, value: Any) -> Shown:
        """Return a value of the model as templates see it."""
        return Shown(value, self._read)

    def _read(self, value: Any, name: str) -> Any:
        """Return what stands behind ``value.name`` in a template. Raises AttributeError where there is nothing."""
        access = accesses(type(value)).get(name) if isinstance(value, Value) else None
        if access:
            return self._wrap(getattr(value, name), access, value)
        if name in _MOMENTS and isinstance(value, Event | Session):
            moment = value.when and _MOMENTS[name](value.when)
            return moment and self.show(moment)
        if isinstance(value, Record):
            collection = COLLECTIONS[type(value)]
            if name == "record":
                return f"{collection}/{value.id}"
            if name in COLLECTIONS.values():
                return self._naming(collection, value.id, name)
        raise AttributeError(name)

    def _wrap(self, value: Any, access: Access, owner: Value) -> Any:
        if value is None or value == "":
            return None
        if access.code:
            return Code(value)
        if access.foreign:
            return Said((Words(value, self._tag(getattr(owner, "language", ""))),))
        if isinstance(owner, Event) and isinstance(access.shape, Keyed):
            return self.records(name_of_collection(access.shape))
        return self._wrap_shape(value, access.shape)

    def _wrap_shape(self, value: Any, shape: Shape) -> Any:
        if isinstance(shape, Many):
            return tuple(self._wrap_shape(each, shape.item) for each in value)
        if isinstance(shape, Leaf):
            return self._record(shape.ref.collection, value) if shape.ref else value
        return self.show(value)

    def _record(self, collection: str, id_: str) -> Shown:
        records = getattr(self.event, collection)
        if id_ not in records:  # never in an event that was read from a file
            raise UsageError.at("TPL009", f"the event has no {collection}/{id_}, which one of its records names")
        return self.show(records[id_])

    def records(self, collection: str) -> tuple[Shown, ...]:
        """Return the records of a collection in the order of this document."""
        return tuple(self.show(record) for record in self._ordered(collection))

    def places(self, collection: str) -> Mapping[str, int]:
        """Return which place each record has in the order of this document, by id."""
        return {record.id: place for place, record in enumerate(self._ordered(collection))}

    def _ordered(self, collection: str) -> tuple[Record, ...]:
        if collection not in self._records:
            self._records[collection] = order_records(self.event, collection, self._order, self.own)
        return self._records[collection]

    def _naming(self, collection: str, record: str, where: str) -> tuple[Shown, ...]:
        """Return the records of the collection ``where`` that name this record."""
        ids = self._references.get((collection, record, where), set())
        return tuple(self.show(each) for each in self._ordered(where) if each.id in ids)

    @cached_property
    def _references(self) -> Mapping[tuple[str, str, str], set[str]]:
        found: dict[tuple[str, str, str], set[str]] = {}
        for each in references(self.event):
            if len(each.path) > 2 and "visibility" not in each.path:  # noqa: PLR2004 - collection, record, field
                found.setdefault((each.collection, each.id, str(each.path[0])), set()).add(str(each.path[1]))
        return found

    def _tag(self, language: str) -> str:
        return load_language(language, *self.language.folders).tag if language else self.language.tag

    def say(self, value: Any, form: str = "") -> Phrase:
        """Return how a value reads here. Raises UnprintableError for what is not for printing."""
        if isinstance(value, Shown):
            return self._say_model(unwrap(value), form)
        if isinstance(value, Said) and not form:
            return value.phrase
        if isinstance(value, Code):
            message = f"{str.__str__(value)!r} is a word of the file format; print a message that says it"
            raise UnprintableError(message)
        if isinstance(value, str) and not isinstance(value, Markup) and not form:
            return (Words(value, self.language.tag),)
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            return self.wording.say(value, form)
        if isinstance(value, list | tuple | GeneratorType):
            return self.say_list(value, form)
        what = "nothing" if value is None else f"a {kind_of(value)}"
        message = f"{what} cannot be printed" + (f" in the form {form!r}" if form else "")
        raise UnprintableError(
            f"{message}\nprint it only where it is there: {{% if … %}}" if value is None else message
        )

    def say_list(self, values: Iterable[Any], form: str = "") -> Phrase:
        """Return the values as a list of the language: A, B and C."""
        return say_list(self.language, [self.say(value, form) for value in values])

    def _say_model(self, value: Any, form: str) -> Phrase:
        if isinstance(value, Source) and not form:
            return (Words(value.title, self._tag(value.language)),)
        words = words_of(value) if isinstance(value, Record) and not isinstance(value, _SAYS_ITSELF) else None
        return self.wording.say(words or value, form)


def name_of_collection(shape: Keyed) -> str:
    """Return the collection that a field of the event is."""
    return COLLECTIONS[shape.item.cls]  # type: ignore[union-attr] # every collection holds records
