"""In a pseudo-language every word of ours stands in brackets; any other was written into code or a template."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from io import BytesIO
from typing import Any

import pytest
from babel import Locale
from openpyxl import load_workbook
from PIL import Image as Picture
from pydantic import BaseModel

from cieprep_docs import Event, load_event, make_deck, make_report
from cieprep_docs.kinds import KINDS, MAKINGS
from cieprep_docs.language.languages import load_language
from cieprep_docs.language.people import initials
from cieprep_docs.language.reading_aids import reading_of, reading_of_words
from cieprep_docs.language.words import plain
from cieprep_docs.office.xml import qualified, read_xml
from tests.support.command import EXAMPLE
from tests.support.views import large_event

LANGUAGES = ("en-XA", "zh-XA")
BRACKETS = re.compile(r"[\[［][^\[\]［］]*[\]］]")
WORDS = re.compile(r"[\u4e00-\u9fff]|[^\W\d_\u4e00-\u9fff]+")
ADDRESSES = re.compile(r"https?://[^\s\]］]+")
PARAGRAPHS = tuple(map(qualified, ("w:p", "a:p")))
TEXTS = tuple(map(qualified, ("w:t", "a:t")))
OTHER_WORDS = (qualified("c:v"), "{http://purl.org/dc/elements/1.1/}title")
# The prompts of empty placeholders, which no slide and no page of notes shows.
PROMPTS = ("ppt/slideLayouts/", "ppt/slideMasters/", "ppt/notesMasters/")
# The name of a workbook's sheet is in the formulas of its chart.
SHEET = {"sheet"}


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Event:
    """Return an event with every kind of record, whose words are English."""
    folder = tmp_path_factory.mktemp("large")
    Picture.new("RGB", (80, 80), "white").save(folder / "face.png")
    return large_event().in_folder(folder)


def texts_of(package: bytes) -> Iterator[str]:
    """Yield every text that a reader of the file can find: paragraphs, charts, their workbooks, words for pictures."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        for name in archive.namelist():
            if name.endswith(".xlsx"):
                yield from _cells(archive.read(name))
            elif name.endswith(".xml") and not name.startswith(PROMPTS):
                yield from _words(read_xml(archive.read(name), name))


def _cells(workbook: bytes) -> Iterator[str]:
    for sheet in load_workbook(BytesIO(workbook)):
        yield sheet.title
        yield from (cell.value for row in sheet for cell in row if isinstance(cell.value, str))


def _words(root: Any) -> Iterator[str]:
    for paragraph in root.iter(*PARAGRAPHS):
        own = (text for text in paragraph.iter(*TEXTS) if next(text.iterancestors(*PARAGRAPHS)) is paragraph)
        yield "".join(text.text or "" for text in own)
    yield from (each.text or "" for each in root.iter(*OTHER_WORDS))
    yield from (each.get("descr", "") for each in root.iter())


def outside(text: str) -> set[str]:
    """Return the words of a text outside all brackets.

    >>> sorted(outside("[Ťĥéé [city] óóf] 9 December"))
    ['december']
    """
    before, text = "", ADDRESSES.sub("", text)
    while text != before:
        before, text = text, BRACKETS.sub("", text)
    return words_in(text)


def words_in(*texts: str) -> set[str]:
    """Return words without their capitals; every Han character is a word."""
    return {word.lower() for text in texts for word in WORDS.findall(text)}


def strings(value: Any) -> Iterator[str]:
    """Yield the strings in a value of a model, without the names of fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel | Mapping):
        yield from strings(tuple(dict(value).values()))
    elif isinstance(value, Sequence):
        yield from (each for part in value for each in strings(part))


def words_of_language(tag: str) -> set[str]:
    """Return the words of a language file and those that CLDR has for dates and countries."""
    language = load_language(tag)
    cldr = Locale.parse(language.locale)
    names = (*language.months, *language.months_alone, *language.weekdays, *cldr.territories.values())
    return words_in(*names, *strings(language.facts))


def words_of_data(event: Event) -> set[str]:
    """Return the words of names and titles, which documents print as they are given, and the letters for portraits."""
    names = [each for person in event.people.values() for each in strings(person.name)]
    titles = [each for source in event.sources.values() for each in strings(source)]
    letters = [initials(person, load_language("en")) for person in event.people.values()]
    aids = [plain(reading_of(person, load_language("zh"))) for person in event.people.values()]
    cities = [plain(reading_of_words(form.text)) for city in event.cities.values() for form in city.name.forms.values()]
    return words_in(*names, *titles, *letters, *aids, *cities)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "one-pager"])
@pytest.mark.parametrize("name", ["example", "large"])
def test_no_document_holds_a_word_of_ours_outside_brackets(name: str, kind: Any, language: str, large: Event) -> None:
    event = load_event(EXAMPLE).value if name == "example" else large
    event = event.model_copy(update={"languages": (language,)})  # glossaries hold all languages of an event
    known = words_of_language(language) | words_of_data(event) | SHEET
    make: Any = partial(make_report if MAKINGS[kind].ending == "docx" else make_deck, kind=kind)
    texts = list(texts_of(make(event, language, delegation=next(iter(event.delegations))).to_bytes()))
    assert sum("[" in text or "［" in text for text in texts) > 10
    assert {text: strays for text in texts if (strays := outside(text) - known)} == {}
