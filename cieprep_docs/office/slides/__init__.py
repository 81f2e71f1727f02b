"""Planned slides → .pptx in a house style; writes what was decided and decides nothing."""

from __future__ import annotations

from cieprep_docs.office.slides.deck import write_deck
from cieprep_docs.office.slides.style import DeckStyle, check_style, load_deck_style

__all__ = ["DeckStyle", "check_style", "load_deck_style", "write_deck"]
