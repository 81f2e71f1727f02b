"""What one render carries along, from its first line to its last."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from jinja2 import Undefined
from jinja2.runtime import Context
from markupsafe import Markup

from cieprep_docs.templating.limits import Budget
from cieprep_docs.templating.printing import mark_up
from cieprep_docs.templating.shown import Said, Shown
from cieprep_docs.templating.view import View

KEY = " rendering"
"""Where a template's context holds its rendering: no name that a template could write."""


@dataclass(slots=True)
class Rendering:
    """What one render carries along."""

    view: View
    budget: Budget = field(default_factory=Budget)
    cited: list[Shown] = field(default_factory=list)
    """Sources in the order of their first use; their numbers are their places."""

    def print_value(self, value: Any) -> Markup:
        """Return a value as markup: as its language says it, escaped."""
        if isinstance(value, Markup):
            self.budget.spend(value)
            return value
        if isinstance(value, Undefined):
            str(value)  # raises, saying what is undefined
        markup = mark_up(self.view.say(value), self.view.language)
        self.budget.spend(markup)
        return markup

    def pay(self, words: Said | Markup) -> Said | Markup:
        """Return words that were put together, once they are paid for."""
        for part in words.phrase if isinstance(words, Said) else ():
            self.budget.spend(part.text)
        return words

    def number_of(self, source: Shown) -> int:
        """Return the number of the note that names a source."""
        if source not in self.cited:
            self.cited.append(source)
        return self.cited.index(source) + 1


def rendering_of(context: Context) -> Rendering:
    """Return the rendering in which a filter or function is called."""
    rendering: Rendering = context.parent[KEY]
    return rendering
