"""Notes of a document that is shown, not printed: nobody reads the foot of a slide, so their words are spoken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from cieprep_docs.content.fields import children_of, passages, rebuilt, shape_of
from cieprep_docs.content.inlines import spread_notes
from cieprep_docs.content.nodes import Block, Document, Note, Paragraph, Run, Section


def with_spoken_notes(document: Document) -> Document:
    """Return the document with the words of its notes at the end of the speaker notes of their slides."""
    if not any(map(_holds_note, document.blocks)):
        return document
    return replace(document, blocks=tuple(map(_spoken, document.blocks)))


def _holds_note(node: Any) -> bool:
    """Return whether a note stands anywhere in a node: asked of every deck, and few have one."""
    for name in shape_of(node).words:
        for each in getattr(node, name):
            if isinstance(each, Note):
                return True
    return any(map(_holds_note, children_of(node)))


def _spoken(block: Block) -> Block:
    if not isinstance(block, Section):
        return rebuilt(block, _without_notes)
    own = tuple(each for each in block.blocks if not isinstance(each, Section))
    said = (Paragraph(_as_first(note)) for passage in passages(own) for note in _notes_in(passage.words))
    notes = tuple(rebuilt(each, _with_spread_notes) for each in block.notes)
    return replace(block, blocks=tuple(map(_spoken, block.blocks)), notes=(*notes, *said))


def _notes_in(words: Any) -> Iterator[Note]:
    return (each for each in words if isinstance(each, Note))


def _as_first(note: Note) -> tuple[Any, ...]:
    """Speaker notes have one size of words."""
    return tuple(replace(each, second=False) if isinstance(each, Run) else each for each in note.content)


def _without_notes(node: Any) -> Any:
    return _changed(node, lambda words: tuple(each for each in words if not isinstance(each, Note)))


def _with_spread_notes(node: Any) -> Any:
    return _changed(node, spread_notes)


def _changed(node: Any, change: Any) -> Any:
    words = {name: getattr(node, name) for name in shape_of(node).words}
    return replace(node, **{name: change(value) for name, value in words.items() if not isinstance(value, str)})
