"""Names, posts and bodies in an oblique case: the form given in the event file, else a marked draft by rule."""

from __future__ import annotations

from dataclasses import replace

from cieprep_docs.errors import UsageError
from cieprep_docs.language.countries import say_country
from cieprep_docs.language.naming import Name, find_name, split_name
from cieprep_docs.language.people import CONTEXT, check_form, report_name, say_name, source_of
from cieprep_docs.language.russian import (
    CASES,
    Part,
    decline_chinese_name,
    decline_city,
    decline_name_part,
    decline_noun,
    decline_phrase,
)
from cieprep_docs.language.translator import Translator
from cieprep_docs.language.words import Phrase, Words, plain
from cieprep_docs.model.people import Delegation, Organisation, Person
from cieprep_docs.model.programme import City
from cieprep_docs.model.text import Case, Text

Declinable = Person | Organisation | City | Delegation | Text

_ROLES_OF_PEOPLE = ("person.post", "member.role", "person.honorific")


def say_case(value: Declinable, case: str, translator: Translator, form: str = "") -> Phrase:
    """Return a person, post, body, city or delegation in a case: ``gen``, ``dat``, ``acc``, ``ins``, ``loc``.

    A form given in the event file wins; one made by rule is marked ``proposed`` and reported with what to write where.
    In a language without cases the value reads as it is. ``form`` is as in ``say_person`` and for bodies ``short``.
    Raises UsageError for a case or form that does not exist.
    """
    wanted = check_case(case)
    if isinstance(value, Person):
        return _say_person(value, wanted, translator, form)
    if isinstance(value, Delegation) and (value.name is None or form == "full"):
        return _say_country(value.country, wanted, translator, form)
    return (_say_text(_text_of(value, form), wanted, translator, value),)


def check_case(case: str) -> Case:
    """Return the case meant, or raise UsageError listing what there is."""
    if case not in CASES:
        raise UsageError.at("LNG107", f"there is no case {case!r}", hint=f"there are {', '.join(CASES)}")
    return case


def _text_of(value: Organisation | City | Delegation | Text, form: str) -> Text:
    if isinstance(value, Text):
        return value
    if isinstance(value, Organisation) and form == "short":
        return value.short_name or value.name
    if value.name is None:
        message = f"{value!r} has no name"
        raise TypeError(message)
    return value.name


def _say_country(code: str, case: Case, translator: Translator, form: str) -> Phrase:
    if not translator.language.facts.cases.rule:
        return say_country(code, translator.language, form)
    return say_country(code, translator.language, form, case)


def _say_text(text: Text, case: Case, translator: Translator, value: Declinable) -> Words:
    words = translator.text(text)
    given = text.forms[translator.language.key].cases.get(case) if translator.language.key in text.forms else None
    if given:
        return replace(words, text=given)
    if not translator.language.facts.cases.rule or words.mark == "untranslated":
        return words
    checked = decline_city(words.text, case) if isinstance(value, City) else ""
    if checked:
        return replace(words, text=checked)
    draft = draft_case(words.text, case, text.role, value) or words.text
    return translator.propose(f"{text.role}, {case}", words.text, draft)


def draft_case(words: str, case: Case, role: str, value: Declinable | None = None) -> str:
    """Return a Russian draft of a post, body or city in a case by rule, or "" where no rule reaches."""
    if isinstance(value, City) and value.country == "CN":
        return decline_chinese_name(words, case, "male")
    if isinstance(value, City):
        return decline_noun(words, case, animate=False)
    return decline_phrase(words, case, animate=role in _ROLES_OF_PEOPLE)


def _say_person(person: Person, case: Case, translator: Translator, form: str) -> Phrase:
    name = find_name(person, translator.language, badge=form == "badge")
    report_name(person, name, translator)
    declined = decline_person(person, name, case)
    if declined.mark == "proposed":
        translator.propose(
            f"{CONTEXT}, {case}",
            source_of(person, translator.source),
            plain(say_name(person, declined, translator, "running")),
        )
    return say_name(person, declined, translator, check_form(form))


def decline_person(person: Person, name: Name, case: Case) -> Name:
    """Return the name in a case: as given, else by rule and marked ``proposed``."""
    given = name.source.cases.get(case) if name.source else None
    if given:
        family, first, patronymic = split_name(given, person.tradition)
        return replace(name, full=given, family=family, given=first, patronymic=patronymic)
    if name.language.facts.cases.rule != "russian" or name.mark == "untranslated":
        return name
    parts = _decline_parts(name, person, case)
    full = " ".join(parts.get(word, word) for word in name.full.split())
    family, first, patronymic = (parts.get(part, part) for part in (name.family, name.given, name.patronymic))
    return replace(name, full=full, family=family, given=first, patronymic=patronymic, mark="proposed")


def _decline_parts(name: Name, person: Person, case: Case) -> dict[str, str]:
    """Return what each part of a name becomes."""
    if person.tradition == "chinese":
        last = name.given or name.family
        return {last: decline_chinese_name(last, case, person.gender)}
    parts: dict[Part, str] = {"family": name.family, "given": name.given, "patronymic": name.patronymic}
    return {word: decline_name_part(word, part, case, person.gender) for part, word in parts.items() if word}
