"""Which checks translations go through: with the glossary beside the event, in the boxes of a house style."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cieprep_docs.catalogs.boxes import Boxes, boxes_of
from cieprep_docs.catalogs.checks.catalog import Checker
from cieprep_docs.catalogs.domains import Domain
from cieprep_docs.catalogs.glossary_table import load_glossary
from cieprep_docs.errors import UsageError
from cieprep_docs.office.slides import load_deck_style
from cieprep_docs.office.word import load_report_style
from cieprep_docs.resources import choose_style, find_style

HouseStyle = Annotated[str, typer.Option("--style", help="House style whose boxes the words must fit.")]

_DECK, _REPORT = "deck.pptx", "report.docx"
_USUAL = "conference"


def make_checker(domain: Domain, language: str, style: str) -> Checker:
    """Return the checks for a language of a domain. Raises UsageError where there is no such house style."""
    key = domain.language(language).key
    return Checker(key, load_glossary(domain.glossary, *domain.language_files).value, house_boxes(style, key))


def house_boxes(style: str, language: str) -> Boxes:
    """Return the boxes of a house style, ours where it has a file for reports or for decks alone."""
    deck = _house_file(choose_style(style, language, "briefing"), _DECK, _REPORT)
    report = _house_file(choose_style(style, language), _REPORT, _DECK)
    layouts = load_deck_style(deck, find_style(_USUAL, _DECK)).layouts
    return boxes_of(layouts, load_report_style(report))


def _house_file(style: str, file: str, other: str) -> Path:
    try:
        return find_style(style, file)
    except UsageError:
        find_style(style, other)
        return find_style(_USUAL, file)
