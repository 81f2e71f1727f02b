"""Which house style a document takes."""

from __future__ import annotations

import pytest

from cieprep_docs.resources import choose_style


@pytest.mark.parametrize("style", ["official", "gb-t-9704", "gost-r-7.0.97", "gost-r-7.0.97-2016", "zh=gb-t-9704"])
def test_decks_take_the_default_style_where_the_chosen_one_is_for_papers(style: str) -> None:
    assert choose_style(style, "zh", "briefing") == "conference"


@pytest.mark.parametrize("style", ["conference", "my-deck.pptx", "our-style"])
def test_any_other_style_is_for_decks_too(style: str) -> None:
    assert choose_style(style, "zh", "briefing") == style
