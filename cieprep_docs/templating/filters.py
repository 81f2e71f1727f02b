"""The filters of the templates, in the words of the field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

from jinja2 import Environment, Undefined, pass_context, pass_environment
from jinja2.filters import FILTERS
from jinja2.filters import make_attrgetter as make_getter
from jinja2.runtime import Context
from markupsafe import Markup, escape

from cieprep_docs.language.cases import say_case
from cieprep_docs.language.numbers import say_edition
from cieprep_docs.language.people import initials as initials_of
from cieprep_docs.language.words import Words, join_words, plain
from cieprep_docs.model.people import Person
from cieprep_docs.model.quantity import Quantity
from cieprep_docs.templating.comparing import say_in, say_originally
from cieprep_docs.templating.printing import plain_text
from cieprep_docs.templating.programme import group_by_day, list_clocks, list_lines, order_by_rank
from cieprep_docs.templating.rendering import rendering_of
from cieprep_docs.templating.shown import Said, Shown, UnprintableError, unwrap

OF_JINJA = (
    *(
        "abs",
        "batch",
        "count",
        "default",
        "first",
        "last",
        "length",
        "list",
        "map",
        "max",
        "min",
        "reject",
        "rejectattr",
    ),
    *("reverse", "select", "selectattr", "sort", "sum", "unique"),
)
"""The filters of Jinja that sort and choose; those that make text of values are not among them."""


@pass_context
def say_form(context: Context, value: Any, form: str) -> Said:
    """Return the value in one of its forms: ``{{ session.when|form("table") }}``."""
    return Said(rendering_of(context).view.say(value, form))


@pass_context
def say_edition_of(context: Context, number: int, series: Any) -> Said:
    """Return which one of a series it is: ``{{ event.edition|edition_of(event.series) }}``."""
    view = rendering_of(context).view
    words = plain(view.say(series))
    return Said(view.wording.plain(say_edition(view.language, number, words)))


class Card(NamedTuple):
    """A quantity taken apart for a key figure; what it does not have is None."""

    before: Said | None
    number: Said | None
    after: Said | None
    noun: Said | None


@pass_context
def take_apart(context: Context, quantity: Any) -> Card:
    """Return the parts of a quantity: what stands ``before`` its ``number`` and ``after`` it, and the ``noun``."""
    if not isinstance(quantity, Shown) or not isinstance(unwrap(quantity), Quantity):
        message = "only a quantity makes a card"
        raise UnprintableError(message)
    card = rendering_of(context).view.wording.card(unwrap(quantity))
    parts = (card.before, card.number, card.after, card.noun)
    return Card(*(Said((Words(part, card.lang, card.mark),)) if part else None for part in parts))


@pass_context
def say_in_case(context: Context, value: Any, case: str, form: str = "") -> Said:
    """Return a person, post, body, city or delegation in a case: ``{{ person|case("gen") }}``."""
    if not isinstance(value, Shown):
        message = "only people, posts, bodies, cities and delegations have cases"
        raise UnprintableError(message)
    return Said(say_case(unwrap(value), case, rendering_of(context).view.wording.translator, form))


@pass_context
def initials(context: Context, value: Any) -> str:
    """Return the letters that stand where a person has no portrait."""
    if not isinstance(value, Shown) or not isinstance(unwrap(value), Person):
        message = "only people have initials"
        raise UnprintableError(message)
    return initials_of(unwrap(value), rendering_of(context).view.language)


@pass_context
def print_plain(context: Context, value: Any) -> str:
    """Return the value as text without marks, as attributes need it."""
    if isinstance(value, str) and not isinstance(value, Markup) and type(value) is str:
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return plain_text(rendering_of(context).print_value(value))


def print_exact(value: Any) -> str:
    """Return a number as machines read it, for ``data-value``."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        message = "only a number has exact figures"
        raise UnprintableError(message)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


@pass_context
def capitalise(context: Context, value: Any) -> Said:
    """Return the value with a capital at the start, to begin a sentence or a cell."""
    first, *rest = rendering_of(context).view.say(value) or (Words("", ""),)
    return Said((replace(first, text=first.text[:1].upper() + first.text[1:]), *rest))


@pass_context
def join_with(context: Context, values: Iterable[Any], separator: str = "") -> Said | Markup:
    """Return the values one after the other; ``~`` in a template does the same without a separator."""
    rendering = rendering_of(context)
    parts = list(values)
    if any(isinstance(part, Markup | Undefined) for part in parts):
        return escape(separator).join(rendering.print_value(part) for part in parts)
    phrases = [rendering.view.say(part) for part in parts]
    between = rendering.view.say(separator)
    words = (each for place, phrase in enumerate(phrases) for each in (*(between if place else ()), *phrase))
    return rendering.pay(Said(join_words(words)))


def batch_rows(rows: Iterable[Any], size: int) -> list[list[Any]]:
    """Return the rows in lists of at most ``size``."""
    found = list(rows)
    return [found[start : start + size] for start in range(0, len(found), max(1, size))]


@pass_environment
def group_rows(
    environment: Environment, rows: Iterable[Any], by: str, *, largest: bool = False
) -> list[tuple[Any, list[Any]]]:
    """Return rows with the same value of ``by`` together, in the order of first appearance or the ``largest`` first."""
    groups: dict[Any, list[Any]] = {}
    value_of = make_getter(environment, by)
    for row in rows:
        groups.setdefault(value_of(row), []).append(row)
    return sorted(groups.items(), key=lambda group: -len(group[1]) if largest else 0)


@pass_context
def count_rows(context: Context, rows: Iterable[Any]) -> Iterable[Any]:
    """Return what a loop goes through, once it is paid for."""
    return rendering_of(context).budget.count_rows(rows)


FILTER_TABLE: dict[str, Any] = {
    **{name: FILTERS[name] for name in OF_JINJA},
    "batch": batch_rows,
    "by_day": group_by_day,
    "by_rank": order_by_rank,
    "capital": capitalise,
    "card": take_apart,
    "case": say_in_case,
    "clocks": list_clocks,
    "edition_of": say_edition_of,
    "exact": print_exact,
    "form": say_form,
    "grouped": group_rows,
    "initials": initials,
    "lines": list_lines,
    "join": join_with,
    "original": say_originally,
    "plain": print_plain,
    " rows": count_rows,
    "said_in": say_in,
}
