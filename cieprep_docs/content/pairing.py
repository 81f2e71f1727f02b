"""The same document in several languages, block beside block.

Both trees come from one template and one event, in one order of records, so they have the same shape. Where they do
not, a template asked for the language around a block; nothing could say then which words belong together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from cieprep_docs.content.fields import origin_of, shape_of
from cieprep_docs.content.nodes import NOWHERE, Document, Origin
from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import TemplateError

_HINT = "ask for the language inside the tag, not around it: <p>{% if lang … %}…{% endif %}</p>"
_HINT_NODES = "give the same blocks in the same order in each language; only their words may differ"
_OPTIONAL = ("caption", "when", "speaker", "post", "body", "part")
"""Words that may be missing, but then in every language."""


@dataclass(frozen=True, slots=True)
class Parallel:
    """Documents of one shape, one for each language; the first language leads."""

    documents: tuple[Document, ...]

    @property
    def langs(self) -> tuple[str, ...]:
        """The languages, BCP 47, in the order of the documents."""
        return tuple(document.lang for document in self.documents)


def pair(*documents: Document) -> Parallel:
    """Return documents as versions of one.

    Raises TemplateError where their trees differ, naming the template line of the first difference in each block.
    """
    faults = [fault for other in documents[1:] for fault in _differences(documents[0], other)]
    if faults:
        raise TemplateError(*dict.fromkeys(faults))
    return Parallel(documents)


def rows_of(versions: Sequence[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Yield what stands at the same place in every version."""
    return zip(*versions, strict=True)


def _differences(one: Document, other: Document) -> Iterator[Diagnostic]:
    return _between(one.blocks, other.blocks, NOWHERE, (one.lang, other.lang), "blocks")


def _between(
    ours: Sequence[Any], theirs: Sequence[Any], around: Origin, langs: tuple[str, str], path: str
) -> Iterator[Diagnostic]:
    """Yield the first difference between neighbours, and those inside the ones before it."""
    for index, (ours_, theirs_) in enumerate(zip_longest(ours, theirs)):
        message = _difference(ours_, theirs_, langs)
        if message:
            place = next((at for at in map(origin_of, (ours_, theirs_)) if at != NOWHERE), around)
            yield _at(place, message, f"{path}[{index}]")
            return
        inside = origin_of(ours_) if origin_of(ours_) != NOWHERE else around
        for name in shape_of(ours_).nodes:
            yield from _between(getattr(ours_, name), getattr(theirs_, name), inside, langs, f"{path}[{index}].{name}")


def _at(place: Origin, message: str, path: str) -> Diagnostic:
    """Return a difference with the template line that it comes from, or with its path in what a script has built."""
    if place.template:
        return Diagnostic("MRK040", message, Location(place.template, place.line, path=place.record), _HINT)
    return Diagnostic("MRK040", message, Location(path=path), _HINT_NODES)


def _difference(ours: Any, theirs: Any, langs: tuple[str, str]) -> str:
    """Return how two nodes differ besides their words, nothing where they do not."""
    if ours is None or theirs is None:
        there, lang, missing = (theirs, langs[1], langs[0]) if ours is None else (ours, *langs)
        return f"{lang} has {_name(there)} where {missing} has none"
    if type(ours) is not type(theirs) or origin_of(ours) != origin_of(theirs):
        return f"{langs[0]} has {_name(ours)} where {langs[1]} has {_name(theirs)}"
    name = next((name for name in shape_of(ours).traits if getattr(ours, name) != getattr(theirs, name)), "")
    if name:
        one, other = (f"{getattr(node, name)!r} in {lang}" for node, lang in zip((ours, theirs), langs, strict=True))
        return f"{_name(ours)}: {name} is {one} and {other}"
    return _missing_words(ours, theirs, langs)


def _missing_words(ours: Any, theirs: Any, langs: tuple[str, str]) -> str:
    for name in _OPTIONAL:
        if bool(getattr(ours, name, ())) != bool(getattr(theirs, name, ())):
            lang, missing = langs if getattr(ours, name) else langs[::-1]
            return f"{_name(ours)}: {name} is there in {lang} and not in {missing}"
    if len(getattr(ours, "categories", ())) != len(getattr(theirs, "categories", ())):
        return f"{_name(ours)} has not as many categories in {langs[0]} as in {langs[1]}"
    return ""


def _name(node: Any) -> str:
    """Return what a node is, and where its template prints it."""
    kind = type(node).__name__.lower()
    article = "an" if kind[0] in "aeiou" else "a"
    at = origin_of(node)
    record = f" of {at.record}" if at.record else ""
    return f"{article} {kind}{record} ({at.template}:{at.line})" if at.template else f"{article} {kind}{record}"
