"""One node from its versions in several languages: what is the same is said once, other words in each language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from immutabledict import immutabledict

from cieprep_docs.content.fields import passages, rebuilt, shape_of
from cieprep_docs.content.inlines import BREAK, plain_text, whole_text
from cieprep_docs.content.nodes import Block, Document, Inline, Inlines, Run
from cieprep_docs.content.pairing import Parallel, rows_of

Node = TypeVar("Node")

Blocks = tuple[Block, ...]
Lay = Callable[[Sequence[Blocks]], Blocks]
"""Lays out the versions of neighbouring blocks."""

_BLOCKS = ("blocks", "notes")
_BETWEEN = " / "
_AROUND = ("%(caption)s", "%(names)s", "%(date)s")
"""What labels stand around that go with words of one language."""
_OF_TWO_LINES = "short-title"
"""The label that is too long to stand beside its other versions in a header."""


def merge(versions: Sequence[Node], lay: Lay) -> Node:
    """Return one node with the words of all languages; the blocks inside it are laid out by `lay`."""
    first: Any = versions[0]
    shape = shape_of(first)
    words = {name: _together([getattr(each, name) for each in versions]) for name in shape.words}
    nodes = {name: _inside(name, [getattr(each, name) for each in versions], lay) for name in shape.nodes}
    merged: Node = replace(first, **words, **nodes)
    return merged


def _inside(name: str, versions: Sequence[tuple[Any, ...]], lay: Lay) -> tuple[Any, ...]:
    return lay(versions) if name in _BLOCKS else tuple(merge(row, lay) for row in rows_of(versions))


def _together(versions: Sequence[Any]) -> Any:
    """Return words of a field in each language: names of a chart in one string, others on lines of their own."""
    if isinstance(versions[0], str):
        return _BETWEEN.join(dict.fromkeys(versions))
    if versions[0] and isinstance(versions[0][0], str):
        return tuple("\n".join(dict.fromkeys(row)) for row in rows_of(versions))
    return joined(versions, BREAK)


def joined(versions: Sequence[Inlines], between: Inline) -> Inlines:
    """Return the words of each language once, `between` them."""
    different = list({whole_text(words): words for words in reversed(versions) if words}.values())[::-1]
    return tuple(each for words in different for each in (between, *words))[1:]


def is_same(versions: Sequence[Any]) -> bool:
    """Return whether a node says the same in every language, as a number does."""
    first, *others = ([passage.text for passage in passages((each,))] for each in versions)
    return all(first == other for other in others)


def merge_documents(parallel: Parallel, lay: Lay) -> Document:
    """Return one document: its first language is that of its properties and styles.

    Ids and links of the other languages end in the language's name; a link to what is printed once leads there.
    """
    first, *others = parallel.documents
    versions = [first.blocks, *(_apart(other.blocks, other.lang) for other in others)]
    return replace(
        first,
        title=_BETWEEN.join(dict.fromkeys(document.title for document in parallel.documents)),
        blocks=_with_links(lay(versions)),
        labels=_labels([document.labels for document in parallel.documents], first.lang),
        other_labels=immutabledict({other.lang: other.labels for other in others}),
        images=immutabledict({key: data for each in parallel.documents for key, data in each.images.items()}),
        vectors=immutabledict({key: data for each in parallel.documents for key, data in each.vectors.items()}),
    )


def _labels(versions: Sequence[Mapping[str, Inlines]], lang: str) -> Mapping[str, Inlines]:
    """Return each label in all languages; what stands around a caption goes with the caption of its own language."""
    return immutabledict({name: _label(name, versions, lang) for name in versions[0]})


def _label(name: str, versions: Sequence[Mapping[str, Inlines]], lang: str) -> Inlines:
    if any(words in plain_text(versions[0][name]) for words in _AROUND):
        return versions[0][name]
    between = BREAK if name == _OF_TWO_LINES else Run(_BETWEEN, lang)
    return joined([labels.get(name, ()) for labels in versions], between)


def _apart(blocks: Blocks, lang: str) -> Blocks:
    """Return the blocks with ids and links of their own language."""
    ending = f".{lang.partition('-')[0]}"

    def change(node: Any) -> Any:
        if isinstance(node, Run):
            return replace(node, href=f"{node.href}{ending}") if node.href.startswith("#") else node
        return replace(node, id=f"{node.id}{ending}") if getattr(node, "id", "") else node

    return tuple(rebuilt(block, change) for block in blocks)


def _with_links(blocks: Blocks) -> Blocks:
    """Return the blocks with every link to something that is there."""
    known: set[str] = set()

    def note(node: Any) -> Any:
        known.add(getattr(node, "id", ""))
        return node

    def settle(node: Any) -> Any:
        if not isinstance(node, Run) or not node.href.startswith("#") or node.href[1:] in known:
            return node
        return replace(node, href=node.href.rpartition(".")[0])

    for block in blocks:
        rebuilt(block, note)
    return tuple(rebuilt(block, settle) for block in blocks)
