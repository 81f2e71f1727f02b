"""What changed since an earlier state of the event, as templates see it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from cieprep_docs.model.changes import Aspect, Change
from cieprep_docs.templating.shown import Code, Shown
from cieprep_docs.templating.view import View


def show_changes(changes: Iterable[Change], earlier: View, view: View) -> tuple[Shown, ...]:
    """Return the changes with ``kind``, ``collection``, ``record``, ``before``, ``after``, ``own`` and ``aspects``.

    An aspect has ``field``, ``before`` and ``after``. What was is read from the event as it was, and said as it would
    be now.
    """
    return tuple(Shown(each, partial(_read_change, earlier, view)) for each in changes)


def _read_change(earlier: View, view: View, change: Change, name: str) -> Any:
    match name:
        case "kind" | "collection":
            return Code(getattr(change, name))
        case "own":
            return change.own
        case "before":
            return change.before and earlier.show(change.before)
        case "after":
            return change.after and view.show(change.after)
        case "aspects":
            return tuple(Shown(each, partial(_read_aspect, change, earlier, view)) for each in change.aspects)
        case "record":
            return "/".join(change.node)
    raise AttributeError(name)


def _read_aspect(change: Change, earlier: View, view: View, aspect: Aspect, name: str) -> Any:
    match name:
        case "field":
            return Code(aspect.field)
        case "before":
            return _value(earlier, change.before, aspect, aspect.before)
        case "after":
            return _value(view, change.after, aspect, aspect.after)
    raise AttributeError(name)


def _value(view: View, owner: Any, aspect: Aspect, value: Any) -> Any:
    if aspect.field == "members":
        return tuple(view.show(each) for each in value)
    if aspect.field == "name" and not hasattr(view.show(owner), "name"):
        return view.show(owner)  # a person and a delegation print by themselves
    return getattr(view.show(owner), aspect.field)
