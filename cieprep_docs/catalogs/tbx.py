"""The agreed terms for terminology tools: TBX-Basic (ISO 30042:2019) written, TBX 2 (ISO 30042:2008) read as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from immutabledict import immutabledict
from lxml import etree

from cieprep_docs.catalogs.glossary import Glossary, Term
from cieprep_docs.diagnostics import Diagnostic, Location, Result
from cieprep_docs.errors import UsageError
from cieprep_docs.language.tags import normalise_language
from cieprep_docs.office.xml import DECLARATION, escape, quote, read_xml

_TBX = "urn:iso:std:iso:30042:ed-2"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# TBX 2 names its DTD so. Without an internal subset it declares nothing, and the DTD itself is never read.
_DOCTYPE = re.compile(
    rb"""<!DOCTYPE\s+\w+\s+(?:SYSTEM|PUBLIC\s+(?:"[^"<>]*"|'[^'<>]*'))\s+(?:"[^"<>]*"|'[^'<>]*')\s*>"""
)
_PROLOG = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*", re.DOTALL)


def read_tbx(data: bytes, file: str = "", *folders: Path) -> Result[Glossary]:
    """Return the glossary of a TBX file, whatever its dialect calls the levels, and what was left out.

    ``folders`` hold language files besides ours; words in languages without one are left out. Raises StyleError for bad
    XML.
    """
    root = read_xml(_without_doctype(data), file)
    source = _language(root.get(_XML_LANG, ""), folders) or "en"
    concepts = [each for each in root.iter() if _local(each) in {"conceptEntry", "termEntry"}]
    terms = [_concept(each, source, folders) for each in concepts]
    found = tuple(each for each in terms if each)
    return Result(Glossary(found), tuple(_left_out(root, len(terms) - len(found), source, file, folders)))


def write_tbx(glossary: Glossary, source: str = "en") -> bytes:
    """Return the glossary as TBX-Basic (ISO 30042:2019)."""
    concepts = "".join(_concept_xml(number, each, source) for number, each in enumerate(glossary.terms, 1))
    return (
        f'{DECLARATION}<tbx style="dca" type="TBX-Basic" xml:lang={quote(source)} xmlns="{_TBX}">'
        "<tbxHeader><fileDesc><sourceDesc><p>Glossary of an event</p></sourceDesc></fileDesc></tbxHeader>"
        f"<text><body>{concepts}</body></text></tbx>\n"
    ).encode()


def _without_doctype(data: bytes) -> bytes:
    prolog = _PROLOG.match(data)
    start = prolog.end() if prolog else 0
    declared = _DOCTYPE.match(data, start)
    return data[:start] + b"\n" * declared[0].count(b"\n") + data[declared.end() :] if declared else data


def _language(tag: str, folders: Sequence[Path]) -> str:
    """Return the key of a language; empty where it has no language file."""
    try:
        return normalise_language(tag, *folders)
    except UsageError:
        return ""


def _left_out(
    root: etree._Element, nameless: int, source: str, file: str, folders: Sequence[Path]
) -> Iterator[Diagnostic]:
    tags = dict.fromkeys(each.get(_XML_LANG, "") for each in _sections(root))
    if strange := sorted(each for each in tags if not _language(each, folders)):
        message = f"words in {', '.join(strange)} were left out: no language file"
        yield Diagnostic("CAT034", message, Location(file), severity="warning")
    if nameless:
        message = f"concepts without a term in {source} were left out: {nameless}"
        yield Diagnostic("CAT034", message, Location(file), severity="warning")


def _sections(element: etree._Element) -> Iterator[etree._Element]:
    return (each for each in element.iter() if _local(each) in {"langSec", "langSet"})


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _concept(element: etree._Element, source: str, folders: Sequence[Path]) -> Term | None:
    forms: dict[str, list[str]] = {}
    notes = [each.text or "" for each in element.iter() if _local(each) == "note"]
    forbidden = list[str]()
    for section in _sections(element):
        language = _language(section.get(_XML_LANG, ""), folders)
        for term in (each for each in section.iter() if language and _local(each) == "term" and each.text):
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
    forbidden: dict[str, list[str]] = {}
    for each in term.forbidden:
        forbidden.setdefault(_script(each, source), []).append(each)
    agreed = {source: (term.term,), **term.forms}
    languages = dict.fromkeys((*agreed, *forbidden))
    sections = (_section_xml(each, agreed.get(each, ()), forbidden.get(each, ())) for each in languages)
    return f'<conceptEntry id="c{number}">{note}{"".join(sections)}</conceptEntry>'


def _section_xml(language: str, forms: Sequence[str], forbidden: Sequence[str]) -> str:
    status = '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>'
    terms = "".join(f"<termSec><term>{escape(each)}</term></termSec>" for each in forms)
    terms += "".join(f"<termSec><term>{escape(each)}</term>{status}</termSec>" for each in forbidden)
    return f"<langSec xml:lang={quote(language)}>{terms}</langSec>"


def _script(form: str, source: str) -> str:
    """A forbidden form is of the language in whose script it is written, else of the source language."""
    return "zh" if re.search(r"[\u3400-\u9fff]", form) else "ru" if re.search("[а-яё]", form, re.IGNORECASE) else source
