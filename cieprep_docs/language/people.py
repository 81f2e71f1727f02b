"""How a person is called here: the name that ``naming`` finds, put together in a form.

A form given in the event file wins. Otherwise it is made by rule and marked ``proposed``, or, where no rule may be used
(above all Russian names in Chinese), the Latin form is printed in its own language, marked ``untranslated``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast, get_args

from cieprep_docs.errors import UsageError
from cieprep_docs.language.languages import Language
from cieprep_docs.language.name_facts import PersonForm
from cieprep_docs.language.naming import Name, find_name
from cieprep_docs.language.translator import Translator
from cieprep_docs.language.transliteration import is_han
from cieprep_docs.language.words import Phrase, Words, join_words
from cieprep_docs.model.people import Person, Tradition

PERSON_FORMS: tuple[PersonForm, ...] = get_args(PersonForm)

CONTEXT = "person.name"
"""Under which forms of names are reported."""


def say_person(person: Person, translator: Translator, form: str = "") -> Phrase:
    """Return a person's name; ``form`` is one of ``PERSON_FORMS``, running text where it is empty.

    Raises UsageError for an unknown form. What is made by rule or missing is reported to the translator.
    """
    name = find_name(person, translator.language, badge=form == "badge")
    report_name(person, name, translator)
    return say_name(person, name, translator, check_form(form))


def check_form(form: str) -> PersonForm:
    """Return the form of a name, or raise UsageError listing what there is."""
    if form not in ("", *PERSON_FORMS):
        hint = f"there are {', '.join(PERSON_FORMS)}"
        raise UsageError.at("LNG102", f"a person's name has no form {form!r}", hint=hint)
    return cast(PersonForm, form or "running")


def say_name(person: Person, name: Name, translator: Translator, form: PersonForm) -> Phrase:
    """Return a name in a form, with the honorific of the person where the form has one."""
    facts = name.language.facts.people
    if form != "formal":
        return (Words(_fill(name, person.tradition, form), name.language.tag, name.mark),)
    running = Words(_fill(name, person.tradition, "running"), name.language.tag, name.mark)
    honorific = _honorific(person, name, translator)
    if not honorific.text:
        return (running,)
    return compose(facts.pattern(person.tradition, form), {"name": running, "honorific": honorific})


def compose(pattern: str, fields: dict[str, Words]) -> Phrase:
    """Return the pattern with words for its fields, each in its own language; the rest stands in that of ``name``."""
    frame = fields["name"]
    pieces = re.split(r"%\((\w+)\)s", pattern)
    parts = (fields[piece] if place % 2 else replace(frame, text=piece) for place, piece in enumerate(pieces))
    return join_words(parts)


def _honorific(person: Person, name: Name, translator: Translator) -> Words:
    if person.honorific is not None and name.language is translator.language:
        return translator.text(person.honorific)
    given = name.language.facts.people.honorifics.get(person.gender, "")
    return Words(given, name.language.tag, name.mark)


def _fill(name: Name, tradition: Tradition, form: PersonForm) -> str:
    if name.full and (form == "running" or not name.family):
        return name.full
    pattern = name.language.facts.people.pattern(tradition, form)
    filled = pattern % {
        "family": name.family,
        "capitals": name.family.upper(),
        "given": name.given,
        "patronymic": name.patronymic,
        "g": _initials(name.given),
        "p": _initials(name.patronymic),
    }
    # A name without a patronymic leaves two blanks side by side.
    return filled.replace("  ", " ").replace("\u00a0\u00a0", "\u00a0").strip()


def _initials(name: str) -> str:
    return "-".join(f"{part[:1]}." for part in name.split("-")) if name else ""


def initials(person: Person, language: Language) -> str:
    """Return one or two letters that stand where there is no portrait: «НБ», ``HW``, 黄."""
    name = find_name(person, language)
    if not name.family:
        return name.full[:1]
    if is_han(name.family):
        return name.family if person.tradition == "chinese" else name.given[:1]
    parts = (name.family, name.given) if person.tradition == "chinese" else (name.given, name.family)
    return "".join(part[:1].upper() for part in parts)


def report_name(person: Person, name: Name, translator: Translator) -> None:
    """Tell the translator which form of a name its owner has not given or not confirmed."""
    source = source_of(person, translator.source)
    if name.mark == "untranslated":
        translator.miss(CONTEXT, source)
    elif name.mark == "proposed":
        translator.propose(CONTEXT, source, _fill(name, person.tradition, "running"))


def source_of(person: Person, language: Language) -> str:
    """Return how the event file itself names a person: in its own language, else in the first it gives a form for."""
    if language.key in person.name:
        return _fill(find_name(person, language), person.tradition, "running")
    form = next(iter(person.name.values()))
    return form.full or f"{form.given} {form.family}"
