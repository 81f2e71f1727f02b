"""The terms on which the sides have agreed: ``glossary.csv`` beside the catalogs, or TBX for terminology tools.

Columns: ``term`` (in the source language), one a language (``zh``, ``ru``, …), ``note``, ``forbidden``. Forms in one
cell are parted by ``|``; what is in ``forbidden`` may stand in no translation of the term.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from immutabledict import immutabledict
from lxml import etree

from cieprep_docs.catalogs.checks.subject import Found, Subject
from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import CatalogError
from cieprep_docs.language.names import NameEntry
from cieprep_docs.language.tags import normalise_language
from cieprep_docs.office.xml import DECLARATION, escape, quote, read_xml

_TERM, _NOTE, _FORBIDDEN = "term", "note", "forbidden"
_TBX = "urn:iso:std:iso:30042:ed-2"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
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
        for term in self.terms:
            if _source_pattern(term.term).search(subject.source):
                yield from _check_term(term, subject)

    def knows(self, word: str, language: str) -> bool:
        """Return whether the glossary says how a word of the source reads in this language."""
        return any(word in each.term and language in each.forms for each in self.terms)


def load_glossary(path: Path) -> Glossary:
    """Return the glossary in a .csv or .tbx; an empty one where there is no such file. Raises CatalogError."""
    if not path.exists():
        return Glossary()
    data = path.read_bytes()
    return read_tbx(data, str(path)) if path.suffix == ".tbx" else read_glossary(data, str(path))


def read_glossary(data: bytes, file: str = "") -> Glossary:
    """Return the glossary of a CSV in UTF-8. Raises CatalogError with every faulty line."""
    try:
        rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    except UnicodeDecodeError as error:
        raise CatalogError.at("CAT030", "the glossary is not UTF-8", location=Location(file)) from error
    languages = _languages(rows.fieldnames or (), file)
    terms, faults = list[Term](), list[Diagnostic]()
    for row in rows:
        if not (row[_TERM] or "").strip() or None in row:
            message = "a line without a term, or with more cells than there are columns"
            faults.append(Diagnostic("CAT031", message, Location(file, rows.line_num)))
        else:
            terms.append(_term(row, languages, rows.line_num))
    if faults:
        raise CatalogError(*faults)
    return Glossary(tuple(terms))


def write_glossary(glossary: Glossary) -> bytes:
    """Return the glossary as CSV."""
    languages = list(dict.fromkeys(language for each in glossary.terms for language in each.forms))
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow([_TERM, *languages, _NOTE, _FORBIDDEN])
    for each in glossary.terms:
        forms = ("|".join(each.forms.get(language, ())) for language in languages)
        rows.writerow([each.term, *forms, each.note, "|".join(each.forbidden)])
    return out.getvalue().encode()


def read_tbx(data: bytes, file: str = "") -> Glossary:
    """Return the glossary of a TBX file, whatever its dialect calls the levels. Raises StyleError for bad XML."""
    root = read_xml(data, file)
    source = normalise_language(root.get(_XML_LANG, "en"))
    concepts = (each for each in root.iter() if _local(each) in {"conceptEntry", "termEntry"})
    return Glossary(tuple(term for each in concepts if (term := _concept(each, source))))


def write_tbx(glossary: Glossary, source: str = "en") -> bytes:
    """Return the glossary as TBX-Basic (ISO 30042:2019)."""
    concepts = "".join(_concept_xml(number, each, source) for number, each in enumerate(glossary.terms, 1))
    return (
        f'{DECLARATION}<tbx style="dca" type="TBX-Basic" xml:lang={quote(source)} xmlns="{_TBX}">'
        "<tbxHeader><fileDesc><sourceDesc><p>Glossary of an event</p></sourceDesc></fileDesc></tbxHeader>"
        f"<text><body>{concepts}</body></text></tbx>\n"
    ).encode()


def glossary_of_names(entries: Sequence[NameEntry], source: str) -> Glossary:
    """Return a glossary to start from: the names and terms of an event whose forms are confirmed."""
    by_path: dict[tuple[str | int, ...], dict[str, str]] = {}
    for each in entries:
        if each.state == "confirmed" and each.text:
            by_path.setdefault(each.path, {})[each.language] = each.text
    named = (forms for forms in by_path.values() if source in forms and len(forms) > 1)
    terms = (
        Term(forms[source], immutabledict({key: (text,) for key, text in forms.items() if key != source}))
        for forms in named
    )
    return Glossary(tuple(dict.fromkeys(terms)))


def _languages(columns: Sequence[str], file: str) -> tuple[str, ...]:
    if _TERM not in columns:
        raise CatalogError.at("CAT030", "the glossary has no column “term”", location=Location(file, 1))
    return tuple(each for each in columns if each not in {_TERM, _NOTE, _FORBIDDEN})


def _term(row: Mapping[str, str], languages: Sequence[str], line: int) -> Term:
    forms = {normalise_language(each): found for each in languages if (found := _cell(row[each]))}
    return Term(row[_TERM].strip(), immutabledict(forms), row.get(_NOTE) or "", _cell(row.get(_FORBIDDEN)), line)


def _cell(cell: str | None) -> tuple[str, ...]:
    return tuple(each.strip() for each in (cell or "").split("|") if each.strip())


def _check_term(term: Term, subject: Subject) -> Iterator[Found]:
    forms = term.forms.get(subject.language, ())
    if forms and not any(_stands_in(form, subject) for form in forms):
        yield Found("CAT110", f"does not use the agreed word for “{term.term}”", " or ".join(forms))
    for form in term.forbidden:
        if _stands_in(form, subject) and not any(form in each for each in forms):
            yield Found("CAT111", f"uses “{form}” for “{term.term}”", " or ".join(forms) or term.note)


def _stands_in(form: str, subject: Subject) -> bool:
    if subject.language == "zh":
        return form in subject.words
    return bool(_stem_pattern(form).search(subject.words))


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


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _concept(element: etree._Element, source: str) -> Term | None:
    forms: dict[str, list[str]] = {}
    notes = [each.text or "" for each in element.iter() if _local(each) == "note"]
    forbidden = list[str]()
    for section in (each for each in element.iter() if _local(each) in {"langSec", "langSet"}):
        language = normalise_language(section.get(_XML_LANG, ""))
        for term in (each for each in section.iter() if _local(each) == "term" and each.text):
            (forbidden if _is_forbidden(term) else forms.setdefault(language, [])).append((term.text or "").strip())
    if source not in forms:
        return None
    others = immutabledict({language: tuple(each) for language, each in forms.items() if language != source})
    return Term(forms[source][0], others, " ".join(notes), tuple(forbidden))


def _is_forbidden(term: etree._Element) -> bool:
    parent = term.getparent()
    return parent is not None and any("deprecatedTerm" in (each.text or "") for each in parent)


def _concept_xml(number: int, term: Term, source: str) -> str:
    note = f"<note>{escape(term.note)}</note>" if term.note else ""
    sections = [_section_xml(source, [term.term])]
    sections += [_section_xml(language, forms) for language, forms in term.forms.items()]
    return f'<conceptEntry id="c{number}">{note}{"".join(sections)}{_forbidden_xml(term)}</conceptEntry>'


def _section_xml(language: str, forms: Sequence[str], status: str = "") -> str:
    terms = "".join(f"<termSec><term>{escape(each)}</term>{status}</termSec>" for each in forms)
    return f"<langSec xml:lang={quote(language)}>{terms}</langSec>"


def _forbidden_xml(term: Term) -> str:
    """A forbidden form is of the language in whose script it is written."""
    status = '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>'
    return "".join(_section_xml(_script(each), [each], status) for each in term.forbidden)


def _script(form: str) -> str:
    return "zh" if re.search(r"[\u3400-\u9fff]", form) else "ru" if re.search("[а-яё]", form, re.IGNORECASE) else "en"
