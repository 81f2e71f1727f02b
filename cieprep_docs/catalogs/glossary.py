"""The terms on which the sides have agreed, and whether translations use them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from immutabledict import immutabledict

from cieprep_docs.catalogs.checks.subject import Found, Subject
from cieprep_docs.language.names import NameEntry

_WORD = re.compile(r"\w+")
# The longest endings of Russian nouns and adjectives: ами, ого, ыми.
_LONGEST_ENDING = 3


@dataclass(frozen=True, slots=True)
class Term:
    """One concept: its words in the source language and what they must read in others."""

    term: str
    forms: Mapping[str, tuple[str, ...]]
    """Accepted forms by language."""
    note: str = ""
    forbidden: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Glossary:
    """Agreed terms, in the order of the file."""

    terms: tuple[Term, ...] = ()

    def check(self, subject: Subject) -> Iterator[Found]:
        """Yield CAT110 where an agreed term is not used, CAT111 where a forbidden form is."""
        asked = [each for each in self.terms if _source_pattern(each.term).search(subject.source)]
        agreed = [form for each in asked for form in each.forms.get(subject.language, ())]
        for term in asked:
            yield from _check_term(term, subject, agreed)

    def knows(self, word: str, language: str) -> bool:
        """Return whether the glossary says how a word of the source reads in this language."""
        return any(word in each.term and language in each.forms for each in self.terms)


def glossary_of_names(entries: Sequence[NameEntry], source: str) -> Glossary:
    """Return a glossary to start from: the names and terms of an event whose forms are confirmed, each once."""
    by_path: dict[tuple[str | int, ...], dict[str, str]] = {}
    for each in entries:
        if each.state == "confirmed" and each.text:
            by_path.setdefault(each.path, {})[each.language] = each.text
    by_term: dict[str, dict[str, dict[str, None]]] = {}
    for forms in by_path.values():
        if source in forms and len(forms) > 1:
            term = by_term.setdefault(forms.pop(source), {})
            for language, text in forms.items():
                term.setdefault(language, {})[text] = None
    return Glossary(
        tuple(
            Term(term, immutabledict({language: tuple(found) for language, found in forms.items()}))
            for term, forms in by_term.items()
        )
    )


def _check_term(term: Term, subject: Subject, agreed: Sequence[str]) -> Iterator[Found]:
    """A forbidden form inside an agreed one is part of that: «закрытие» in «церемония закрытия»."""
    forms = term.forms.get(subject.language, ())
    if forms and not any(_pattern(form, subject.language).search(subject.words) for form in forms):
        yield Found("CAT110", f"does not use the agreed word for “{term.term}”", " or ".join(forms))
    rest = subject.words
    for form in sorted(agreed, key=len, reverse=True) if term.forbidden else ():
        rest = _pattern(form, subject.language).sub(" | ", rest)
    for form in term.forbidden:
        if _pattern(form, subject.language).search(rest):
            yield Found("CAT111", f"uses “{form}” for “{term.term}”", " or ".join(forms) or term.note)


def _pattern(form: str, language: str) -> re.Pattern[str]:
    return _plain_pattern(form) if language == "zh" else _stem_pattern(form)


@cache
def _plain_pattern(form: str) -> re.Pattern[str]:
    return re.compile(re.escape(form))


@cache
def _source_pattern(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(term)}(?:s|es)?(?!\w)", 0 if term.isupper() else re.IGNORECASE)


@cache
def _stem_pattern(form: str) -> re.Pattern[str]:
    """Each word of the form by its stem, whatever its ending, in the form's order."""
    stems = (rf"{re.escape(_stem(word))}\w{{0,{_LONGEST_ENDING + 1}}}" for word in _WORD.findall(form))
    return re.compile(r"(?<!\w)" + r"[\W_]+".join(stems), re.IGNORECASE)


def _stem(word: str) -> str:
    keep = max(3, len(word) - _LONGEST_ENDING) if len(word) > _LONGEST_ENDING + 1 else len(word) - (len(word) > 3)  # noqa: PLR2004 - words of three letters have no ending to lose
    return word if word.isupper() or word.isascii() else word[:keep]
