"""Slides for two audiences at once: both languages on each, or one on the slides and the other in the notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from cieprep_docs.content.fields import passages, rebuilt
from cieprep_docs.content.merging import Blocks, merge, merge_documents
from cieprep_docs.content.nodes import Block, Document, Heading, Paragraph, Run, Section
from cieprep_docs.content.pairing import Parallel, rows_of

Mode = Literal["both", "notes"]


def both(parallel: Parallel) -> Document:
    """Return slides that say everything in the first language and, smaller, on a line of its own, in the others.

    What is the same in all languages, a number or a name, stands once.
    """
    first, *others = parallel.documents
    return merge_documents(Parallel((first, *map(as_second, others))), _merge_each)


def notes(parallel: Parallel) -> Document:
    """Return slides in the first language; the notes say in the second what stands on the slide and what is spoken."""
    first, second = parallel.documents
    return replace(
        first, blocks=tuple(_with_notes(ours, theirs) for ours, theirs in rows_of((first.blocks, second.blocks)))
    )


MODES: Mapping[Mode, Callable[[Parallel], Document]] = {"both": both, "notes": notes}


def with_sections(document: Document, sections: Sequence[Section]) -> Document:
    """Return the document with more sections, in front of the closing where there is one."""
    last = document.blocks[-1:]
    closing = last if last and isinstance(last[0], Section) and last[0].role == "closing" else ()
    others = document.blocks[: len(document.blocks) - len(closing)]
    return replace(document, blocks=(*others, *sections, *closing))


def _merge_each(versions: Sequence[Blocks]) -> Blocks:
    return tuple(merge(row, _merge_each) for row in rows_of(versions))


def as_second(document: Document) -> Document:
    """Return a document whose words say that they are another language's version."""

    def change(node: Any) -> Any:
        return replace(node, second=True) if isinstance(node, Run) else node

    return replace(document, blocks=tuple(rebuilt(block, change) for block in document.blocks))


def _with_notes(ours: Block, theirs: Block) -> Block:
    if not isinstance(ours, Section) or not isinstance(theirs, Section):
        return ours
    inner = tuple(_with_notes(one, other) for one, other in rows_of((ours.blocks, theirs.blocks)))
    return replace(ours, blocks=inner, notes=(*_spoken(theirs), *theirs.notes))


def _spoken(section: Section) -> Iterator[Paragraph]:
    """Yield all words of a slide as paragraphs, the title first."""
    own = tuple(block for block in section.blocks if not isinstance(block, Section))
    for passage in passages(own, section.origin):
        if passage.words and not isinstance(passage.words, str):
            strong = isinstance(passage.node, Heading)
            words = tuple(
                replace(each, strong=each.strong or strong, href="") if isinstance(each, Run) else each
                for each in passage.words
            )
            yield Paragraph(words, origin=passage.origin)
