"""One document out of two or more languages. A layout is a function of the tree; no file format is known here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from cieprep_docs.content.columns import Beside
from cieprep_docs.content.merging import merge_documents
from cieprep_docs.content.nodes import Document
from cieprep_docs.content.pairing import Parallel
from cieprep_docs.content.proof import proof
from cieprep_docs.content.slides import as_second
from cieprep_docs.content.stacking import Stack, Tables

Layout = Literal["columns", "stacked", "tables", "proof"]


def columns(parallel: Parallel) -> Document:
    """Return paragraph beside paragraph, own column for each language, all with the same weight.

    What is the same in all languages, a figure, a picture or a chart, stands once across. A table has the languages
    beside each other where its words have room, else below each other in each cell.
    """
    return merge_documents(parallel, Beside(parallel.langs))


def stacked(parallel: Parallel) -> Document:
    """Return each block in the first language, followed by the others, lighter."""
    return merge_documents(_others_marked(parallel), Stack(parallel.langs))


def tables(parallel: Parallel) -> Document:
    """Return running text in the first language alone; names, headings and tables in all."""
    return merge_documents(_others_marked(parallel), Tables(Stack(parallel.langs)))


def _others_marked(parallel: Parallel) -> Parallel:
    first, *others = parallel.documents
    return Parallel((first, *map(as_second, others)))


LAYOUTS: Mapping[Layout, Callable[[Parallel], Document]] = {
    "columns": columns,
    "stacked": stacked,
    "tables": tables,
    "proof": proof,
}
