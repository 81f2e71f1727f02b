"""Events in which every string is a word of its own, so that one can see where each of them goes.

Built from the model, field by field: a field that is added to the model is in these events without a change here.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

from hypothesis import strategies as st

from cieprep_docs.model.base import Value
from cieprep_docs.model.event import Event
from cieprep_docs.model.people import NameForm
from cieprep_docs.model.shape import FieldShape, Keyed, Leaf, Many, Part, Path, Shape, fields_of
from cieprep_docs.model.text import Text

DELEGATIONS = ("qzdelaqz", "qzdelbqz", "qzdelcqz")
MARKER = re.compile(r"qz[a-o]{4}qz", re.IGNORECASE)
LANGUAGES = ("en", "zh", "ru")

_COUNTRIES = ("CN", "RU", "FR")
_DAYS = ("2027-05-11", "2027-05-12", {"from": "2027-05-11", "to": "2027-05-13"})
_HOURS = {"from": "2027-05-11 10:00", "to": "2027-05-11 11:30", "zone": "Asia/Shanghai"}
_AS_IN_LIFE: Mapping[str, st.SearchStrategy[Any]] = {
    "country": st.sampled_from(_COUNTRIES),
    "zone": st.sampled_from(["Asia/Shanghai", "Europe/Moscow"]),
    "language": st.sampled_from(LANGUAGES),
    "languages": st.permutations(LANGUAGES),
    "source_language": st.just("en"),
    "when": st.sampled_from([*_DAYS, _HOURS]),
    "edition": st.integers(1, 30),
    "rank": st.integers(1, 9),
    "value": st.integers(0, 10**6),
    "key": st.booleans(),
    "host": st.booleans(),
    "packs": st.booleans(),
}
"""Fields whose words mean something, so that no marker can stand there."""
_CHAINS = {"organisations"}
"""Collections whose records may name others of their own kind, and never in a circle."""

visibilities = st.one_of(
    st.just("public"), st.just("public"), st.just("internal"), st.lists(st.sampled_from(DELEGATIONS), unique=True)
)


def markers() -> Iterator[str]:
    """Yield words that differ by more than their ends, survive any typography and may be ids."""
    return (f"qz{''.join(letters)}qz" for letters in itertools.product("abcdefghijklmno", repeat=4))


@st.composite
def event_trees(draw: st.DrawFn, *, file: str = "") -> dict[str, Any]:
    """Make an event file with up to three records of each kind; ``file`` is the picture that all images show."""
    return _Builder(draw, file).event()


@st.composite
def marked_events(draw: st.DrawFn) -> Event:
    """Make an event in which every string is unique."""
    return Event.model_validate(draw(event_trees()))


class _Builder:
    def __init__(self, draw: st.DrawFn, file: str) -> None:
        self.draw = draw
        self.file = file
        self.markers = markers()
        self.ids: dict[str, list[str]] = {}

    def event(self) -> dict[str, Any]:
        collections = [field for field in fields_of(Event) if isinstance(field.shape, Keyed)]
        for field in collections:
            count = self.draw(st.integers(0 if field.name in {"annexes", "images"} else 1, 3))
            self.ids[field.name] = [next(self.markers) for _ in range(count)]
        self.ids["delegations"] = list(DELEGATIONS)
        tree = self.part(Event, skip={"format", *(field.name for field in collections)})
        for heading in ("title", "short_title", "series"):
            tree[heading].pop("visibility", None)
        for field in collections:
            tree[field.key] = {id_: self.record(field, id_) for id_ in self.ids[field.name]}
        return tree | {"languages": list(LANGUAGES)}

    def record(self, field: FieldShape, id_: str) -> dict[str, Any]:
        assert isinstance(field.shape, Keyed)
        assert isinstance(field.shape.item, Part)
        ids = self.ids[field.name]
        if field.name in _CHAINS:
            self.ids[field.name] = ids[: ids.index(id_)]
        record = self.part(field.shape.item.cls, skip={"id"})
        self.ids[field.name] = ids
        return record

    def part(self, cls: type[Value], skip: Collection[str] = ()) -> dict[str, Any]:
        fields = (field for field in fields_of(cls) if field.name not in skip)
        made = ((field.key, self.field(cls, field)) for field in fields)
        return {key: value for key, value in made if value is not None}

    def field(self, cls: type[Value], field: FieldShape) -> Any:
        if field.name == "visibility":
            return self.draw(visibilities)
        if (field.name in _AS_IN_LIFE and field.shape == Leaf()) or field.name in {"when", "languages"}:
            return self.draw(_AS_IN_LIFE[field.name])
        if field.name == "file" and self.file:
            return self.file
        if field.name == "url":
            return f"https://{next(self.markers)}.example"
        choices = _choices(cls.model_fields[field.name].annotation)
        return self.draw(st.sampled_from(choices)) if choices else self.value(field.shape, required=field.required)

    def value(self, shape: Shape, *, required: bool) -> Any:
        if isinstance(shape, Many):
            return [self.value(shape.item, required=True) for _ in range(self._length(shape.item))]
        if isinstance(shape, Keyed):
            return self.names() if shape.item == Part(NameForm) else {}
        if isinstance(shape, Part):
            return self.text() if shape.cls is Text else self.part(shape.cls)
        if shape.ref is None:
            return next(self.markers)
        ids = self.ids[shape.ref.collection]
        return self.draw(st.sampled_from(ids if required else [*ids, None])) if ids else None

    def _length(self, item: Shape) -> int:
        """Texts in lists are always there; references only as many as there are records."""
        most = len(self.ids[item.ref.collection]) if isinstance(item, Leaf) and item.ref else 2
        return self.draw(st.integers(min(most, 1), min(most, 2)))

    def text(self) -> dict[str, Any]:
        forms: dict[str, Any] = {language: next(self.markers) for language in LANGUAGES}
        hidden = self.draw(st.sampled_from(["public"] * 5 + ["internal"]))
        return forms | {"visibility": hidden}

    def names(self) -> dict[str, Any]:
        return {language: {"full": next(self.markers)} for language in LANGUAGES}


def _choices(annotation: Any) -> tuple[str, ...]:
    """Return the words of a Literal, plain or optional."""
    found = next((each for each in (annotation, *get_args(annotation)) if get_origin(each) is Literal), None)
    return get_args(found) if found else ()


def strings_of(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every string inside a value, keys included, with the path to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Value):
        for field in fields_of(type(value)):
            yield from strings_of(getattr(value, field.name), (*path, field.key))
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield (*path, key), key
            yield from strings_of(each, (*path, key))
    elif isinstance(value, (tuple, frozenset)):
        for index, each in enumerate(sorted(value) if isinstance(value, frozenset) else value):
            yield from strings_of(each, (*path, index))


def marked(words: str) -> set[str]:
    """Return the markers in some words, however they are capitalised."""
    return {found.lower() for found in MARKER.findall(words)}
