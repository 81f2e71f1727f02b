"""What readers who do not see a report need, checked on its tree before every build."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cieprep_docs.content.inlines import plain_text
from cieprep_docs.content.nodes import NOWHERE, Block, Chart, Document, Heading, Origin, Picture, Table
from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.office.word.outline import walk


def accessibility(document: Document) -> tuple[Diagnostic, ...]:
    """Return a warning for all that programs which read a report aloud would stumble over.

    These are a missing title or language (OFF080), headings that skip a level (OFF081), pictures and charts without
    words that stand for them (OFF082) and tables without headings (OFF083).
    """
    blocks = [block for block, _ in walk(document.blocks)]
    return (*_properties(document), *_headings(blocks), *_drawings(blocks), *_tables(blocks))


def _properties(document: Document) -> Iterator[Diagnostic]:
    if not document.title.strip():
        yield _warning("OFF080", "the document has no title", "readers find it by that in a list of windows")
    if not document.lang:
        yield _warning("OFF080", "the document has no language", "it is read aloud with the voice of another one")


def _headings(blocks: list[Block]) -> Iterator[Diagnostic]:
    headings = [block for block in blocks if isinstance(block, Heading)]
    for before, heading in pairwise(headings):
        if heading.level > before.level + 1:
            message = f"“{plain_text(heading.content)}” is of level {heading.level} after one of level {before.level}"
            yield _warning("OFF081", message, "use the levels in order", heading.origin)


def _drawings(blocks: list[Block]) -> Iterator[Diagnostic]:
    for block in blocks:
        if isinstance(block, Picture | Chart) and not block.alt.strip():
            what = "picture" if isinstance(block, Picture) else "chart"
            yield _warning("OFF082", f"a {what} without words that stand for it", "say what it shows", block.origin)


def _tables(blocks: list[Block]) -> Iterator[Diagnostic]:
    for block in blocks:
        if isinstance(block, Table) and not _is_headed(block):
            message = f"the table “{plain_text(block.caption)}” has no row or column of headings"
            yield _warning("OFF083", message, "put its first row into <thead>", block.origin)


def _is_headed(table: Table) -> bool:
    return table.rows[0].kind == "header" or all(row.cells[0].header for row in table.rows)


def _warning(code: str, message: str, hint: str, origin: Origin = NOWHERE) -> Diagnostic:
    return Diagnostic(code, message, Location(origin.template, origin.line, path=origin.record), hint, "warning")
