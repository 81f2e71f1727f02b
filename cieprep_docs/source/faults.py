"""What the model refuses, in words that a secretariat's editor understands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic_core import ErrorDetails

from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.model.event import Event
from cieprep_docs.model.shape import Part, fields_of, shape_at
from cieprep_docs.model.time import When, zone_names
from cieprep_docs.source.suggest import closest, show, suggest
from cieprep_docs.source.tree import Path, Tree

Words = tuple[str, str, str]
"""Code, message, hint."""

_EXPECTED = {
    "Text": "words, or words by language such as {en: Beijing, zh: 北京}",
    "Form": "words, or {text: …, status: proposed}",
    "NameForm": "a name, or {family: …, given: …}",
    "When": "a date, or {from: …, to: …}",
    "Day": "a date such as 2020-12-09, or 2020-09",
    "Unit": "words, or {one: expert, other: experts}",
    "Theme": "{title: …, summary: …}",
    "Quantity": "{value: …, unit: …}",
    "Member": "the id of a person, or {person: …, role: …}",
}


def faults(errors: Iterable[ErrorDetails], tree: Tree) -> Iterator[Diagnostic]:
    """Yield what the model refused, each at its place in the file and once."""
    errors = list(errors)
    misspelt = set(misspelt_keys(errors))
    said: set[tuple[Path, str]] = set()
    for error in errors:
        path = tree.nearest(error["loc"])
        if error["type"] == "missing" and (tree.nearest(error["loc"][:-1]), error["loc"][-1]) in misspelt:
            continue
        code, message, hint = _words(error, _value_at(tree, path))
        place = tree.keys.get(path) if code == "EVT010" else None
        fault = Diagnostic(code, message, place or tree.at(path), hint)
        if (path, message) not in said and not _is_faulty(tree, path) and not _has_said(said, path, error):
            yield fault
        said.add((path, message))


def misspelt_keys(errors: Iterable[ErrorDetails]) -> Iterator[tuple[Path, str]]:
    """Yield where a key stands that the model does not know, with the key that was probably meant."""
    for error in errors:
        if error["type"] == "extra_forbidden" and (
            meant := closest(str(error["loc"][-1]), _keys_at(error["loc"][:-1]))
        ):
            yield error["loc"][:-1], meant


def _has_said(said: set[tuple[Path, str]], path: Path, error: ErrorDetails) -> bool:
    # A union and a mapping's key report one fault from several sides.
    return "visibility" in error["loc"] and any(path == other for other, _ in said)


def _is_faulty(tree: Tree, path: Path) -> bool:
    return any(path[:length] in tree.faulty for length in range(1, len(path) + 1))


def _value_at(tree: Tree, path: Path) -> Any:
    value: Any = tree.value
    for step in path:
        value = value[step]
    return value


def _keys_at(loc: Path) -> tuple[str, ...]:
    shape = shape_at(loc, Part(Event))
    if not isinstance(shape, Part):
        return ()
    return ("from", "to", "zone") if shape.cls is When else tuple(field.key for field in fields_of(shape.cls))


def _words(error: ErrorDetails, value: Any) -> Words:
    """Return code, message and hint for one refusal."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        key = str(error["loc"][-1])
        return "EVT010", f"{show(key)} is no key that is known here", suggest(key, _keys_at(error["loc"][:-1]), 12)
    if kind == "missing":
        return "EVT011", f'lacks "{error["loc"][-1]}"', ""
    if value is None:
        return "EVT012", "is empty", 'write a value, or delete the key; quote the word "null" where it is meant'
    if "visibility" in error["loc"]:
        message = f"must be public, internal or a list of delegations, not {_noun(value)}"
        return "EVT020", message, "write for example [russia]"
    say = next((say for pattern, say in _SAYINGS if re.fullmatch(pattern, kind)), _say_unfit)
    return say(value, context, error)


def _say_rule(value: Any, context: dict[str, Any], error: ErrorDetails) -> Words:
    message = str(context["error"])
    if error["loc"][-1] == "zone":
        hint = suggest(str(value), zone_names()) or "write for example Asia/Shanghai"
        return "EVT016", f"{_show(value)} is no time zone", hint
    if "day is out of range" in message:
        return "EVT012", f"{_show(value)} is no day of the calendar", ""
    message, _, hint = message.partition("; ")
    message = f"{_show(value)} {message}" if message.startswith("is no ") else message
    return "EVT018", message, hint


def _say_choice(value: Any, context: dict[str, Any], _error: ErrorDetails) -> Words:
    options = re.findall(r"'([^']*)'", str(context["expected"]))
    return "EVT013", f"{_show(value)} is not among the choices", suggest(str(value), options, 12)


def _say_kind(value: Any, context: dict[str, Any], _error: ErrorDetails) -> Words:
    name = str(context.get("class_name", ""))
    return "EVT012", f"must be {_EXPECTED.get(name, 'keys with values')}, not {_noun(value)}", ""


def _say_words(value: Any, _context: dict[str, Any], _error: ErrorDetails) -> Words:
    return "EVT012", f"must be words, not {_noun(value)}", ""


def _say_list(value: Any, _context: dict[str, Any], _error: ErrorDetails) -> Words:
    return "EVT012", f"must be a list, not {_noun(value)}", "write [one, two], or each item on a line after a hyphen"


def _say_mapping(value: Any, _context: dict[str, Any], _error: ErrorDetails) -> Words:
    return "EVT012", f"must be keys with values, not {_noun(value)}", "write {key: value}"


def _say_integer(value: Any, _context: dict[str, Any], _error: ErrorDetails) -> Words:
    return "EVT012", f"{_show(value)} is no whole number", "write digits only"


def _say_number(value: Any, _context: dict[str, Any], _error: ErrorDetails) -> Words:
    return "EVT012", f"{_show(value)} is no number", "write digits without spaces or commas, such as 800000 or 1.5"


def _say_boolean(value: Any, _context: dict[str, Any], _error: ErrorDetails) -> Words:
    return "EVT012", f"{_show(value)} is neither true nor false", ""


def _say_time(value: Any, _context: dict[str, Any], _error: ErrorDetails) -> Words:
    return "EVT012", f"{_show(value)} is no local time", "write 2020-12-09 15:00"


def _say_least(value: Any, context: dict[str, Any], _error: ErrorDetails) -> Words:
    return "EVT017", f"{_show(value)} is too small", f"at least {context['ge']}"


def _say_most(value: Any, context: dict[str, Any], _error: ErrorDetails) -> Words:
    return "EVT017", f"{_show(value)} is too large", f"at most {context['le']}"


def _say_places(value: Any, context: dict[str, Any], _error: ErrorDetails) -> Words:
    return "EVT017", f"{_show(value)} has more than {context['decimal_places']} decimal places", ""


def _say_empty(_value: Any, _context: dict[str, Any], _error: ErrorDetails) -> Words:
    return "EVT012", "is empty", ""


def _say_long(_value: Any, context: dict[str, Any], _error: ErrorDetails) -> Words:
    return "EVT015", "is too long an id", f"at most {context['max_length']} characters"


def _say_pattern(_value: Any, context: dict[str, Any], error: ErrorDetails) -> Words:
    given = _show(error["input"])
    if context["pattern"] == "^[A-Z]{2}$":
        return "EVT016", f"{given} is no country code", "write two capital letters, such as CN or RU"
    if context["pattern"].startswith("^[a-z]{2,3}"):
        return "EVT016", f"{given} is no language code", "write for example zh, en or ru"
    return "EVT015", f"{given} is no id", "write small Latin letters and digits, joined by hyphens"


def _say_unfit(value: Any, _context: dict[str, Any], _error: ErrorDetails) -> Words:
    return "EVT012", f"{_show(value)} does not fit here", ""


def _show(value: Any) -> str:
    if not isinstance(value, str):
        return _noun(value)
    return show(value)


def _noun(value: Any) -> str:
    if isinstance(value, str):
        return _show(value)
    return "nothing" if value is None else "a list" if isinstance(value, list) else "keys with values"


_SAYINGS: tuple[tuple[str, Callable[[Any, dict[str, Any], ErrorDetails], Words]], ...] = (
    ("value_error", _say_rule),
    ("literal_error", _say_choice),
    ("model_type|model_attributes_type|dataclass_type", _say_kind),
    ("string_pattern_mismatch", _say_pattern),
    ("string_too_short|too_short", _say_empty),
    ("string_too_long", _say_long),
    ("string_.*", _say_words),
    ("tuple_type|list_type|frozen_set_type|set_type|iterable_type", _say_list),
    ("mapping_type|dict_type", _say_mapping),
    ("int_.*", _say_integer),
    ("decimal_max_.*|decimal_whole_digits", _say_places),
    ("decimal_.*|finite_number", _say_number),
    ("bool_.*", _say_boolean),
    ("datetime_.*|date_.*|time_.*", _say_time),
    ("greater_than.*", _say_least),
    ("less_than.*", _say_most),
)
