"""Three events to make decks of, small, of middle size and large, and the house styles to set them in."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from PIL import Image

from cieprep_docs import Event, load_event
from cieprep_docs.choices import Reader
from cieprep_docs.kinds import MAKINGS, DeckKind
from cieprep_docs.office.slides import DeckStyle, load_deck_style
from tests.support.command import CHECKOUT
from tests.support.decks import STYLE_FILE, style
from tests.support.foreign import german_deck, old_deck
from tests.support.views import large_event


@cache
def _small() -> Event:
    return load_event(CHECKOUT / "examples" / "ciep18").value


@cache
def _middle() -> Event:
    return load_event(CHECKOUT / "examples" / "forum").value


@cache
def _large() -> Event:
    folder = Path(tempfile.mkdtemp())
    Image.new("RGB", (80, 80), "white").save(folder / "face.png")
    return large_event().in_folder(folder)


DECK_EVENTS: Mapping[str, Callable[[], Event]] = {"example": _small, "forum": _middle, "large": _large}


def reader_of(event: Event, kind: DeckKind) -> Reader:
    """Return the public, or the last delegation where the kind of deck is for one."""
    return Reader([*event.delegations][-1] if MAKINGS[kind].personal else None)


def deck_styles(folder: Path) -> Mapping[str, DeckStyle]:
    """Return our own house style, a 4:3 deck of English layouts and a wide one with other names."""
    files = {"4:3": old_deck(), "other names": german_deck()}
    for name, data in files.items():
        _path(folder, name).write_bytes(data)
    return {"own": style(), **{name: load_deck_style(_path(folder, name), STYLE_FILE) for name in files}}


def _path(folder: Path, name: str) -> Path:
    return folder / f"{name.replace(':', '-')}.pptx"
