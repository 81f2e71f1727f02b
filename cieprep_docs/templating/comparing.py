"""Filters for documents that set the languages of an event beside each other."""

from __future__ import annotations

from typing import Any, NamedTuple

from jinja2 import pass_context
from jinja2.runtime import Context

from cieprep_docs.language.languages import load_language
from cieprep_docs.language.naming import find_name
from cieprep_docs.language.people import check_form, say_name
from cieprep_docs.language.reading_aids import reading_of, reading_of_words
from cieprep_docs.language.words import Phrase, plain, worst
from cieprep_docs.model.people import Person
from cieprep_docs.model.programme import City
from cieprep_docs.templating.rendering import rendering_of
from cieprep_docs.templating.shown import Code, Said, Shown, UnprintableError, unwrap
from cieprep_docs.templating.view import Tongue, View

_HOMES = {"chinese": "zh", "russian": "ru", "western": "en"}
"""The language in whose script the names of a tradition are at home."""


class Form(NamedTuple):
    """How a name or term reads in one language."""

    words: Said
    mark: Code
    """``proposed``, ``untranslated``, or empty."""
    reading: Said
    """How the words are said, where their letters do not tell; may be empty."""


@pass_context
def say_in(context: Context, value: Any, language: Tongue, form: str = "") -> Form:
    """Return how a value reads in a language of the event: ``{{ (person|said_in(language)).words }}``."""
    view = rendering_of(context).view.speaking(str.__str__(language.key))
    phrase = view.say(value, form)
    return Form(Said(phrase), Code(worst(each.mark for each in phrase)), Said(_reading(value, phrase, view)))


def _reading(value: Any, phrase: Phrase, view: View) -> Phrase:
    record = unwrap(value) if isinstance(value, Shown) else None
    if isinstance(record, Person):
        return reading_of(record, view.language)
    if isinstance(record, City) and record.country == "CN":
        return reading_of_words(plain(phrase))
    return ()


@pass_context
def say_originally(context: Context, value: Any, form: str = "") -> Said:
    """Return a person's name in the script where it is at home; nothing where the document holds that anyway."""
    person = unwrap(value) if isinstance(value, Shown) else None
    if not isinstance(person, Person):
        message = "only people have names in a script of their own"
        raise UnprintableError(message)
    view = rendering_of(context).view
    home = _HOMES[person.tradition]
    if home in view.together or home not in person.name:
        return Said(())
    name = find_name(person, load_language(home, *view.language.folders))
    return Said(say_name(person, name, view.wording.translator, check_form(form)))
