"""Forms of names and terms in the event file to which their owners have not agreed yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cieprep_docs.catalogs.roles import role_of
from cieprep_docs.catalogs.which import advice, which_one
from cieprep_docs.language.languages import Language, load_language
from cieprep_docs.language.people import say_person, source_of
from cieprep_docs.language.tags import folders_beside
from cieprep_docs.language.translator import Translator
from cieprep_docs.model.event import Event
from cieprep_docs.model.people import Person
from cieprep_docs.model.text import Text
from cieprep_docs.model.texts import texts
from cieprep_docs.source.tree import spell

NAME = "person.name"
"""What stands for the role of a person's name, which no catalog holds."""


class Unconfirmed(NamedTuple):
    """One proposed form."""

    path: str
    """Its field of the event file: ``people.huang-wei.name.ru``."""
    source: str
    words: str
    role: str
    where: str
    """What translators should know of it."""
    other: str = ""
    """The same in another language, where the event file gives it."""
    parts: tuple[tuple[str, str], ...] = ()
    """Of a person's name, the parts that the event file gives, by their keys: ``family``, ``given``."""


def unconfirmed_forms(event: Event, language: str, other: str = "") -> Iterator[Unconfirmed]:
    """Yield the forms of an event in a language that are only proposed: terms and names of bodies, then of people."""
    for path, text in texts(event):
        form = text.forms.get(language)
        if form and form.status == "proposed":
            where = advice(role_of(text.role), str(path[0]), [which_one(event, path, text)])
            beside = text.source if other == event.source_language else _form(text, other)
            yield Unconfirmed(spell((*path, language)), text.source, form.text, text.role, where, beside)
    for id_, person in event.people.items():
        name = person.name.get(language)
        if name and name.status == "proposed":
            yield _unconfirmed_name(event, id_, person, language, other)


def _form(text: Text, language: str) -> str:
    return text.forms[language].text if language in text.forms else ""


def _unconfirmed_name(event: Event, id_: str, person: Person, language: str, other: str) -> Unconfirmed:
    folders = folders_beside(event.folder)
    source = source_of(person, load_language(event.source_language, *folders))
    said = _said(person, load_language(language, *folders))
    beside = _said(person, load_language(other, *folders)) if other in person.name else ""
    given = person.name[language].model_dump(exclude_none=True, exclude_defaults=True, exclude={"status"})
    parts = tuple((key, str(words)) for key, words in given.items())
    return Unconfirmed(spell(("people", id_, "name", language)), source, said, NAME, "name of a person", beside, parts)


def _said(person: Person, language: Language) -> str:
    return "".join(each.text for each in say_person(person, Translator(language)))
