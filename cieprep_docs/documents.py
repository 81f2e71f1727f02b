"""Documents that a script builds of nodes, without an event and without a template."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from cieprep_docs.content.bilingual import LAYOUTS, Layout
from cieprep_docs.content.nodes import Document
from cieprep_docs.content.pairing import Parallel, pair
from cieprep_docs.content.references import with_references
from cieprep_docs.content.sections import idle_sections
from cieprep_docs.content.slides import MODES, Mode
from cieprep_docs.content.validity import check_document
from cieprep_docs.deck import plan
from cieprep_docs.errors import UsageError
from cieprep_docs.office.slides import load_deck_style, write_deck
from cieprep_docs.office.word import accessibility, load_report_style, write_report
from cieprep_docs.outputs import Draft, Report, SlideDeck
from cieprep_docs.resources import check_styles, choose_style, find_style, notes_on_style

Way = TypeVar("Way", bound=str)


def compose_report(
    *documents: Document, style: str | Path = "conference", layout: Layout = "columns", comments: bool = False
) -> Report:
    """Return a Word report of a document, or of its versions in several languages, the first one leading.

    ``style`` and ``layout`` are make_report's. Raises TemplateError with all that is wrong with the nodes, each with
    its path in the document, or where versions differ in shape; StyleError for roles that the house style does not
    know; UsageError for a style or layout that does not exist.
    """
    tree = _together(documents, LAYOUTS, layout)
    check_styles(str(style))
    found = load_report_style(find_style(choose_style(str(style), _key(tree)), "report.docx"))
    notes = notes_on_style(str(style), _key(tree), "report")
    idle = idle_sections(tree, [name for _, name in found.stylesheet.styles])
    noticed = (*notes, *found.diagnostics, *idle, *accessibility(tree))
    return Report(Draft(tree, noticed), write_report(tree, found, comments=comments))


def compose_deck(*documents: Document, style: str | Path = "conference", mode: Mode = "both") -> SlideDeck:
    """Return a PowerPoint deck of a document, a slide or more for each of its sections, or of its two versions.

    ``style`` and ``mode`` are make_deck's. Raises what compose_report raises, and LayoutError where words do not fit.
    """
    tree = _together(documents, MODES, mode)
    check_styles(str(style))
    chosen = choose_style(str(style), _key(tree), "briefing")
    found = load_deck_style(find_style(chosen, "deck.pptx"), find_style("conference", "deck.pptx"))
    deck = plan(tree, found.layouts)
    noticed = (*notes_on_style(str(style), _key(tree)), *idle_sections(tree, found.layouts.by_role))
    return SlideDeck(Draft(tree, noticed), write_deck(deck, found), deck)


def _together(documents: Sequence[Document], ways: Mapping[Way, Callable[[Parallel], Document]], way: Way) -> Document:
    """Return versions as one document, each checked first."""
    if not documents or way not in ways:
        message = f"there is no {way!r}" if documents else "a document in one language at least is needed"
        raise UsageError.at("CLI061", message, hint=f"there are {', '.join(ways)}" if documents else "")
    for document in documents:
        check_document(document)
    read = [with_references(document) for document in documents]
    return read[0] if len(read) == 1 else ways[way](pair(*read))


def _key(document: Document) -> str:
    """Return the language as house styles name it."""
    return document.lang.partition("-")[0]
