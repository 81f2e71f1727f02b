"""Numbered notes: where facts come from."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from cieprep_docs.language.lists import choose_joiners
from cieprep_docs.templating.rendering import rendering_of
from cieprep_docs.templating.shown import Shown

_LINK = Markup('<a class="note" href="#note-{0}">{0}</a>')


@pass_context
def cite(context: Context, sources: Iterable[Shown] | None) -> Markup:
    """Return the raised numbers of the notes that name these sources; nothing where there are none."""
    rendering = rendering_of(context)
    numbers = sorted({rendering.number_of(source) for source in sources or ()})
    separator, _ = choose_joiners(rendering.view.language.facts.lists, [str(number) for number in numbers])
    links = escape(separator).join(_LINK.format(number) for number in numbers)
    return Markup("<sup>{}</sup>").format(links) if numbers else Markup()


@pass_context
def notes(context: Context) -> tuple[Shown, ...]:
    """Return the sources cited so far, in the order of their numbers; print it after all that is cited."""
    return tuple(rendering_of(context).cited)
