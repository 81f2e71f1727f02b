"""Filters for programmes: sessions by day, clocks of several zones, people by rank, and what is needed twice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from jinja2 import pass_context
from jinja2.runtime import Context

from cieprep_docs.language.hours import first_day, list_hours
from cieprep_docs.language.hours import list_lines as lines_of
from cieprep_docs.language.words import Words
from cieprep_docs.model.conflicts import find_conflicts
from cieprep_docs.model.time import When
from cieprep_docs.templating.rendering import rendering_of
from cieprep_docs.templating.shown import Said, Shown, UnprintableError, unwrap
from cieprep_docs.templating.view import View


class Clash(NamedTuple):
    """Two sessions that overlap, and what both need."""

    needed: Shown
    first: Shown
    second: Shown


class Step(NamedTuple):
    """When a session is, in lines: by the reader's clock, and by those of others."""

    own: tuple[Said, ...]
    others: tuple[Said, ...]


@pass_context
def list_clocks(context: Context, when: Any, date: str | None = None) -> list[Said]:
    """Return what the clocks of the reader and of the place show, in the short form of tables.

    Dates are said where they differ; with ``date``, a form of days, the first clock says it in any case. There is
    nothing to return where no clock time is known.
    """
    value = _time_of(when)
    view = rendering_of(context).view
    readings = list_hours(view.language, value.hours, view.wording.zones, "table", date) if value.hours else ()
    return [Said((Words(each, view.language.tag),)) for each in readings]


@pass_context
def list_lines(context: Context, when: Any, form: str = "") -> Step | None:
    """Return when something is in lines as slides have them, days in one of their forms; None without clock times."""
    view, hours = rendering_of(context).view, _time_of(when).hours
    if hours is None:
        return None
    own, others = (
        tuple(Said((Words(each, view.language.tag),)) for each in lines)
        for lines in lines_of(view.language, hours, view.wording.zones, form)
    )
    return Step(own, others)


def _time_of(when: Any) -> When:
    value = unwrap(when) if isinstance(when, Shown) else None
    if not isinstance(value, When):
        message = "only a time has clocks"
        raise UnprintableError(message)
    return value


@pass_context
def group_by_day(context: Context, sessions: Iterable[Shown]) -> list[tuple[Shown | None, list[Shown]]]:
    """Return sessions by the day, or the longer time, on which they are held at their place; those without come last.

    Sessions of a day stay in their order.
    """
    view = rendering_of(context).view
    days: dict[When | None, list[Shown]] = {}
    for session in sessions:
        days.setdefault(_day_of(unwrap(session).when), []).append(session)
    ordered = sorted(days.items(), key=lambda each: (each[0] is None, each[0].key if each[0] else ()))
    return [(view.show(day) if day else None, group) for day, group in ordered]


def _day_of(when: When | None) -> When | None:
    return When(day=first_day(when.hours, ())) if when and when.hours else when


@pass_context
def order_by_rank(context: Context, members: Iterable[Shown], head: Any = None) -> list[Shown]:
    """Return members of a delegation in protocol order, its head first."""
    places = rendering_of(context).view.places("people")
    first = unwrap(head).id if isinstance(head, Shown) else ""
    return sorted(members, key=lambda each: (unwrap(each).person != first, places[unwrap(each).person]))


@pass_context
def conflicts(context: Context) -> tuple[Clash, ...]:
    """Return what has to be in two sessions at once; only the secretariat is told."""
    view: View = rendering_of(context).view
    found = find_conflicts(view.event) if view.audience == "secretariat" else ()
    return tuple(
        Clash(_show(view, each.node), *(_show(view, ("sessions", id_)) for id_ in each.sessions)) for each in found
    )


def _show(view: View, node: tuple[str, str]) -> Shown:
    collection, id_ = node
    return view.show(getattr(view.event, collection)[id_])
