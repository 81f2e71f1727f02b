"""Every string of a document with its languages side by side, for those who check the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from cieprep_docs.content.fields import Passage, passages
from cieprep_docs.content.inlines import spread_notes
from cieprep_docs.content.nodes import Aside, Block, Cell, Document, Heading, Inlines, Paragraph, Row, Run, Table
from cieprep_docs.content.pairing import Parallel, rows_of

_CODE = "en-GB"
"""The language of roles, records and templates."""


def proof(parallel: Parallel) -> Document:
    """Return a table of the words of each part: where they stand, then every language in a column of its own.

    The title and the words of headers and footers come last. Links are plain words here.
    """
    first = parallel.documents[0]
    names = [each.labels.get("language") or (Run(each.lang, _CODE),) for each in parallel.documents]
    where = first.labels.get("where") or (Run("#", _CODE),)
    head = Row(tuple(_cell(words, header=True) for words in (where, *names)), "header")
    parts = rows_of([document.blocks for document in parallel.documents])
    blocks = [block for part in parts for block in _part(part, head)]
    named = [
        _row(f"label {name}", "", [each.labels.get(name, ()) for each in parallel.documents]) for name in first.labels
    ]
    return replace(first, blocks=(*blocks, Table((head, *named), role="proof", sides=len(parallel.documents))))


def _part(versions: tuple[Block, ...], head: Row) -> Iterator[Block]:
    rows = [_words_row(row) for row in rows_of([tuple(passages((each,))) for each in versions]) if row[0].words]
    if rows:
        heading = next((each for each in passages(versions[:1]) if isinstance(each.node, Heading)), None)
        yield from [Heading(_plain(heading.words), 1, numbered=False)] if heading else []
        yield Table((head, *rows), role="proof", sides=len(versions))


def _words_row(row: tuple[Passage, ...]) -> Row:
    origin = row[0].origin
    place = f"{origin.template}:{origin.line}" if origin.template else ""
    return replace(_row(_role(row[0]), f"{origin.record} {place}".strip(), map(_inlines, row)), origin=origin)


def _row(role: str, place: str, versions: Iterable[Inlines]) -> Row:
    where = [Paragraph((Run(role, _CODE),))]
    where += [Paragraph((Run(place, _CODE),), "note")] if place else []
    return Row((Cell(tuple(where), header=True), *(_cell(_plain(words)) for words in versions)))


def _cell(words: Inlines, *, header: bool = False) -> Cell:
    return Cell((Paragraph(words),) if words else (), header=header)


def _plain(words: Any) -> Inlines:
    return tuple(
        replace(each, href="", counted=False) if isinstance(each, Run) else each for each in spread_notes(words)
    )


def _inlines(passage: Passage) -> Inlines:
    if isinstance(passage.words, str):
        return (Run(passage.words, getattr(passage.node, "lang", getattr(passage.inside, "lang", ""))),)
    return passage.words


def _role(passage: Passage) -> str:
    """Return what the words are: the kind of block, its role or level, and the field where it has several."""
    node, inside = passage.node, passage.inside
    if isinstance(node, Heading):
        return f"heading {node.level}"
    kind = type(node).__name__.lower()
    if isinstance(node, Paragraph):
        holder = inside.role if isinstance(inside, Aside) else type(inside).__name__.lower() if inside else ""
        kind = holder if node.role == "body" and holder not in {"", "section"} else f"{node.role} {kind}"
        return f"header {kind}" if isinstance(inside, Cell) and inside.header else kind
    return f"{kind} {passage.field}"
