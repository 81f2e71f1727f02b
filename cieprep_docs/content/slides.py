"""Slides for two audiences at once: both languages on each, or one on the slides and the other in the notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, groupby
from typing import Any, Literal

from cieprep_docs.content.additions import check_own
from cieprep_docs.content.fields import Passage, passages, rebuilt
from cieprep_docs.content.inlines import whole_text
from cieprep_docs.content.merging import Blocks, merge, merge_documents
from cieprep_docs.content.nodes import (
    Block,
    Break,
    Document,
    Heading,
    Inline,
    Inlines,
    Item,
    KeyFigure,
    Paragraph,
    Row,
    Run,
    Section,
    Step,
    Table,
)
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
    """Return the document with more sections, in front of the closing where there is one.

    Raises TemplateError with all that is wrong with them, each with its path in the sections.
    """
    if not sections:
        return document
    last = document.blocks[-1:]
    closing = last if last and isinstance(last[0], Section) and last[0].role == "closing" else ()
    others = document.blocks[: len(document.blocks) - len(closing)]
    whole = replace(document, blocks=(*others, *sections, *closing))
    return check_own(whole, range(len(others), len(others) + len(sections)), "sections")


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
    shown = tuple(_spoken(theirs))
    known = {_bare(each) for each in shown}
    further = (each for each in theirs.notes if not isinstance(each, Paragraph) or _bare(each) not in known)
    return replace(ours, blocks=inner, notes=(*shown, *further))


def _bare(paragraph: Paragraph) -> str:
    """Return words to compare: a title on the slide is a sentence in the notes."""
    return whole_text(paragraph.content).rstrip(".。")


def _spoken(section: Section) -> Iterator[Paragraph]:
    """Yield all words of a slide, the title first: a paragraph for each item, row, figure, person and step."""
    for part in chain.from_iterable(map(_parts, section.blocks)):
        said = (each for each in passages((part,), section.origin) if each.words and not isinstance(each.words, str))
        for _, group in groupby(said, key=lambda each: id(_told_together(each, part))):
            together = [*group]
            yield Paragraph(_in_one(together), origin=together[0].origin)


def _parts(block: Block) -> tuple[Any, ...]:
    """Return what of a block is told apart; slides inside a slide are told on their own."""
    if isinstance(block, Section):
        return ()
    if not isinstance(block, Table):
        return (block,)
    return (Paragraph(block.caption), *block.rows) if block.caption else block.rows


def _told_together(passage: Passage, part: Any) -> Any:
    """Return the node whose words make one line; the details of a step are sentences of their own."""
    if isinstance(part, Row):
        return part
    within = isinstance(passage.inside, Item | Step) and getattr(passage.node, "role", "") != "detail"
    return passage.inside if within else passage.node


def _in_one(together: Sequence[Passage]) -> Inlines:
    """Return the words of passages one after the other, as they are spoken: links lead nowhere."""
    between = " " if isinstance(together[0].node, KeyFigure) else " · "
    content: list[Inline] = []
    for passage in together:
        runs = [each for each in passage.words if isinstance(each, Run)]
        words = [_plainer(each, runs[0].lang, passage) for each in passage.words if not isinstance(each, str)]
        content += [Run(between, runs[0].lang), *words] if content else words
    return tuple(content)


def _plainer(inline: Inline, lang: str, passage: Passage) -> Inline:
    if isinstance(inline, Break):
        return Run(" ", lang)
    strong = isinstance(passage.node, Heading)
    return replace(inline, strong=inline.strong or strong, href="") if isinstance(inline, Run) else inline
