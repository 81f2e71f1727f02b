"""What countries and delegations are called, and in which order countries stand together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from cieprep_docs.errors import UsageError
from cieprep_docs.language.languages import Language
from cieprep_docs.language.lists import say_list
from cieprep_docs.language.name_facts import Country
from cieprep_docs.language.translator import Translator
from cieprep_docs.language.words import Mark, Phrase, Words
from cieprep_docs.model.people import Delegation
from cieprep_docs.model.text import Case

COUNTRY_FORMS = ("short", "full")


def say_country(code: str, language: Language, form: str = "", case: Case | None = None) -> Phrase:
    """Return the name of a country by its ISO code: ``short``, which is the default, or ``full``.

    Marked ``proposed`` where the language file lacks the form or case and CLDR's short name stands in.
    """
    if form not in ("", *COUNTRY_FORMS):
        known = ", ".join(COUNTRY_FORMS)
        raise UsageError.at("LNG103", f"there is no form {form!r} of a country's name", hint=f"there are {known}")
    full = form == "full"
    facts = language.facts.countries.get(code, Country())
    named = facts.full if full else facts.short or name_in_cldr(code, language)
    words = named if case is None else (facts.full_cases if full else facts.cases).get(case, "")
    mark: Mark = "" if words else "proposed"
    return (Words(words or named or name_in_cldr(code, language), language.tag, mark),)


@lru_cache(maxsize=1024)
def name_in_cldr(code: str, language: Language) -> str:
    """Return CLDR's short name of a country. Raises UsageError for a code that is no country."""
    from babel import Locale  # noqa: PLC0415 - loads with the first language

    name = Locale.parse(language.locale).territories.get(code)
    if name is None:
        raise UsageError.at("LNG104", f"{code!r} is no ISO 3166-1 code of a country", hint="write for example CN")
    return str(name)


def say_delegation(delegation: Delegation, translator: Translator, form: str = "") -> Phrase:
    """Return the delegation's own name, or its country's; ``form`` as in ``say_country``."""
    if delegation.name is not None and form != "full":
        return (translator.text(delegation.name),)
    return say_country(delegation.country, translator.language, form)


def order_countries(codes: Sequence[str], own: str) -> tuple[str, ...]:
    """Return the countries with one's own first and the others in the order given.

    >>> order_countries(["CN", "RU"], "RU")
    ('RU', 'CN')
    """
    return tuple(sorted(codes, key=lambda code: code != own))


def adjective_of_countries(
    codes: Sequence[str], language: Language, copy: str = "", gender: Literal["m", "f", "n", "pl"] = "m"
) -> str:
    """Return the adjective of several countries: 中俄, «российско-китайский», ``China–Russia``.

    ``copy`` is the country whose copy the document is; without it the one that the language file calls home.
    ``gender`` is that of the noun which follows, where the language has genders.
    """
    facts = language.facts.precedence
    *firsts, last = order_countries(codes, copy or facts.home)
    table = language.facts.countries
    combined = [_combining(code, language) for code in firsts]
    adjective = table[last].adjective if last in table else ""
    ending = facts.endings.get(gender, "") if adjective else ""
    return facts.pair.join((*combined, adjective + ending or _combining(last, language)))


def _combining(code: str, language: Language) -> str:
    facts = language.facts.countries.get(code, Country())
    return facts.combining or facts.short or name_in_cldr(code, language)


def say_parties(codes: Sequence[str], language: Language, copy: str = "") -> Phrase:
    """Return the full names of countries as the parties of a paper, its own country's first; ``copy`` as above."""
    ordered = order_countries(codes, copy or language.facts.precedence.home)
    return say_list(language, [say_country(code, language, "full") for code in ordered])
