"""The words of the templates themselves: gettext's functions, whose results are words with a language, never markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from cieprep_docs.language.words import Words, join_words
from cieprep_docs.templating.printing import mark_up
from cieprep_docs.templating.shown import Said, Shown, UnprintableError, unwrap
from cieprep_docs.templating.view import View

_PLACEHOLDER = re.compile(r"%(?:\((?P<name>[a-z_][a-z0-9_]*)\)s|(?P<percent>%)|(?P<other>.?))", re.DOTALL)
_STAND_IN = "\ufdd0"
"""Holds the place of markup while the words around it are set; a noncharacter, which no text may hold."""


def say_message(view: View, msgid: str, context: str = "", variables: Mapping[str, Any] | None = None) -> Said | Markup:
    """Return a message of the templates; ``%(name)s`` takes a variable, and ``%`` means itself where there is none."""
    if not variables:
        return Said((view.wording.translator.message(msgid.replace("%%", "%"), context),))
    return fill(view, view.wording.translator.message(msgid, context), variables)


def say_plural(
    view: View, words: tuple[str, str], count: Any, context: str, variables: Mapping[str, Any]
) -> Said | Markup:
    """Return a message by number; ``%(n)s`` and ``%(num)s`` are the number."""
    number = number_of(count)
    message = view.wording.translator.plural(*words, number, context)
    return fill(view, message, {"n": number, "num": number, **variables})


def number_of(count: Any) -> int:
    """Return the number by which a plural is chosen; a quantity is chosen by its value."""
    value = getattr(unwrap(count), "value", None) if isinstance(count, Shown) else count
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        message = "a plural is chosen by a number or a quantity"
        raise UnprintableError(message)
    return int(value)


def fill(view: View, message: Words, variables: Mapping[str, Any]) -> Said | Markup:
    """Return the message with its placeholders filled, each in its own language and with its own mark.

    It is markup where a variable is: what a macro has printed.
    """
    parts = list(_filled(view, message, variables))
    markups = [part for part in parts if isinstance(part, Markup)]
    stand_in = Words(_STAND_IN, view.language.tag)  # markup says its language only where it is not the document's
    phrase = join_words(stand_in if isinstance(part, Markup) else part for part in parts)
    if not markups:
        return Said(phrase)
    pieces = mark_up(phrase, view.language).split(_STAND_IN)
    return pieces[0] + Markup("").join(markup + piece for markup, piece in zip(markups, pieces[1:], strict=True))


def _filled(view: View, message: Words, variables: Mapping[str, Any]) -> Iterator[Words | Markup]:
    end = 0
    for found in _PLACEHOLDER.finditer(message.text):
        yield replace(message, text=message.text[end : found.start()])
        end = found.end()
        if found["percent"]:
            yield replace(message, text="%")
        elif isinstance(variables.get(found["name"]), Markup):
            yield variables[found["name"]]
        elif found["name"] in variables:
            yield from view.say(variables[found["name"]])
        else:
            _refuse(found, message, variables)
    yield replace(message, text=message.text[end:])


def _refuse(found: re.Match[str], message: Words, variables: Mapping[str, Any]) -> None:
    given = ", ".join(f"%({name})s" for name in sorted(variables))
    text = f"{found[0]!r} in the message {message.text!r} ({message.lang}) names no variable\nit may name {given}"
    raise UnprintableError(text)
