"""No byte of a reader's files holds what he may not see, and what he may see is there."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from cieprep_docs.kinds import KINDS, MAKINGS, DeckKind, Kind, ReportKind
from cieprep_docs.model.audience import audiences, restrict
from cieprep_docs.model.event import Event
from cieprep_docs.model.text import Text
from cieprep_docs.pipeline import make_deck, make_report
from tests.support.events import DELEGATIONS, LANGUAGES, event_trees, marked, strings_of

PICTURE = "qznameqz.png"
IN_THE_PICTURE = "qzmadeqz"
NOBODYS = {"qznameqz", IN_THE_PICTURE}
"""How a picture's file is called and what is written inside it is nobody's business."""

TERMS = {
    "cities": "name",
    "venues": "name",
    "organisations": "name",
    "fields": "name",
    "sessions": "title",
    "figures": "label",
    "projects": "title",
    "outcomes": "title",
}
PRINTED: Mapping[Kind, Mapping[str, str]] = {
    "report": {
        "cities": "name",
        "sessions": "title",
        "statements": "substance",
        "figures": "label",
        "projects": "title",
        "outcomes": "title",
        "annexes": "paragraphs",
    },
    "briefing": {"sessions": "title", "projects": "title", "outcomes": "title"},
    "one-pager": {},
    "programme": {"sessions": "title"},
    "delegation": {},
    "participants": {},
    "glossary": TERMS,
}
"""By kind of document, the fields that it prints of all records that the reader may see."""
NAMING = ("report", "participants", "glossary")
"""The kinds that name everybody."""


def parts_of(data: bytes, path: str = "") -> Iterator[tuple[str, bytes]]:
    """Yield everything that a package holds, packages inside it included: names, comments, extras and contents."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        yield f"{path}, its comment", package.comment
        for each in package.infolist():
            inside = f"{path}/{each.filename}"
            yield f"{inside}, its name", each.filename.encode() + each.comment + each.extra
            content = package.read(each)
            yield inside, content
            # Words may be cut into runs.
            yield f"{inside}, its words", re.sub(rb"<[^>]*>", b"", content)
            if content.startswith(b"PK\x03\x04"):
                yield from parts_of(content, inside)


def words_by_part(data: bytes) -> dict[str, set[str]]:
    """Return the marked words in each part of a package, and in its bytes as they are."""
    whole = {"the file": marked(data.decode("latin-1"))}
    return whole | {name: found for name, part in parts_of(data) if (found := marked(part.decode("latin-1")))}


def words_of(event: Event) -> set[str]:
    return set[str]().union(*(marked(words) for _, words in strings_of(event)))


def printed(event: Event, where: Mapping[str, str], language: str) -> set[str]:
    """Return the words of the fields that templates print, in a language."""
    found = set[str]()
    for collection, field in where.items():
        for record in getattr(event, collection).values():
            value = getattr(record, field)
            texts = (value,) if isinstance(value, Text) else value
            found.update(text.forms[language].text for text in texts)
    return found


def names(event: Event, language: str) -> set[str]:
    return {person.name[language].full for person in event.people.values()}


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder with the picture that every image of the events shows."""
    with tempfile.TemporaryDirectory() as name:
        info = PngInfo()
        info.add_text("Author", IN_THE_PICTURE)
        Image.new("RGB", (8, 8), "red").save(Path(name, PICTURE), pnginfo=info)
        yield Path(name)


readers = st.sampled_from(["public", "secretariat", *DELEGATIONS])


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=12)
@given(tree=event_trees(file=PICTURE), reader=readers, language=st.sampled_from(LANGUAGES))
def test_no_byte_of_a_readers_files_holds_what_is_not_for_him(
    folder: Path, kind: Kind, tree: dict[str, object], reader: str, language: str
) -> None:
    event = Event.model_validate(tree).in_folder(folder)
    assume(reader in audiences(event))
    assume(reader in DELEGATIONS or not MAKINGS[kind].personal)
    seen = restrict(event, reader).value
    hidden = (words_of(event) - words_of(seen) - NOBODYS) | NOBODYS

    words = words_by_part(make(event, kind, language, reader))

    assert not {(part, word) for part, found in words.items() for word in found & hidden}
    told = set[str]().union(*words.values())
    for each in LANGUAGES if kind == "glossary" else (language,):
        assert printed(seen, PRINTED[kind], each) <= told
        assert names(seen, each) <= told or kind not in NAMING


def make(event: Event, kind: Kind, language: str, reader: str) -> bytes:
    """Return a document as its reader is handed it."""
    party, audience = (reader, None) if reader in DELEGATIONS else (None, reader)
    if MAKINGS[kind].ending == "docx":
        report = make_report(event, language, kind=cast("ReportKind", kind), delegation=party, audience=audience)
        return report.to_bytes()
    return make_deck(event, language, kind=cast("DeckKind", kind), delegation=party, audience=audience).to_bytes()
