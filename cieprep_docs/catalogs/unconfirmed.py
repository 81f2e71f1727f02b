"""Forms of names and terms in the event file to which their owners have not agreed yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cieprep_docs.language.languages import load_language
from cieprep_docs.language.people import say_person, source_of
from cieprep_docs.language.tags import folders_beside
from cieprep_docs.language.translator import Translator
from cieprep_docs.model.event import Event
from cieprep_docs.model.people import Person
from cieprep_docs.model.texts import texts
from cieprep_docs.source.tree import spell


class Unconfirmed(NamedTuple):
    """One proposed form."""

    path: str
    """Its field of the event file: ``people.huang-wei.name.ru``."""
    source: str
    words: str


def unconfirmed_forms(event: Event, language: str) -> Iterator[Unconfirmed]:
    """Yield the forms of an event in a language that are only proposed: terms and names of bodies, then of people."""
    for path, text in texts(event):
        form = text.forms.get(language)
        if form and form.status == "proposed":
            yield Unconfirmed(spell((*path, language)), text.source, form.text)
    for id_, person in event.people.items():
        name = person.name.get(language)
        if name and name.status == "proposed":
            yield Unconfirmed(spell(("people", id_, "name", language)), *_said(person, language, event))


def _said(person: Person, language: str, event: Event) -> tuple[str, str]:
    """Return the name of a person in the source language and in another one."""
    folders = folders_beside(event.folder)
    words = say_person(person, Translator(load_language(language, *folders)))
    return source_of(person, load_language(event.source_language, *folders)), "".join(each.text for each in words)
