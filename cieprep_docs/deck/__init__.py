"""Document tree → planned slides, pure: which layout, what stands where, how large, on how many slides."""

from __future__ import annotations

from cieprep_docs.deck.layouts import Layouts
from cieprep_docs.deck.plan import plan, plan_alike
from cieprep_docs.deck.slides import Deck, Slide

__all__ = ["Deck", "Layouts", "Slide", "plan", "plan_alike"]
