"""What may be chosen for a document besides its event, its kind, its languages and its reader."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, TypedDict

from immutabledict import immutabledict

from cieprep_docs.content.bilingual import LAYOUTS, Layout
from cieprep_docs.content.slides import MODES, Mode
from cieprep_docs.errors import UsageError
from cieprep_docs.model.audience import PUBLIC


class SharedChoices(TypedDict, total=False):
    """What reports and decks alike take by name."""

    catalogs: str | Path | None
    templates: str | Path | None
    style: str | Path
    fields: Mapping[str, str]


class ReportChoices(SharedChoices, total=False):
    """What a Word report takes by name; ``Choices`` says what each means."""

    layout: Layout
    comments: bool
    libreoffice: str | Path | None


class DeckChoices(SharedChoices, total=False):
    """What a PowerPoint deck takes by name; ``Choices`` says what each means."""

    mode: Mode


BuildMode = Literal["both", "notes", "mirrored"]
"""A build of many documents also makes decks in pairs."""
_INSTEAD = {"blocks": "sections", "sections": "blocks"}
"""What reports call otherwise than decks."""
_MODES: tuple[BuildMode, ...] = ("both", "notes", "mirrored")


class AllChoices(ReportChoices, total=False):
    """What a build of many documents takes by name; ``Choices`` says what each means."""

    mode: BuildMode


@dataclass(frozen=True, slots=True)
class Choices:
    """Where words and looks come from, when not from this package and the event's folder, and how they are set."""

    catalogs: Path | None = None
    """Catalogs ``<locale>/LC_MESSAGES/event.po``, and ``messages.po`` for the words of templates; they win over those
    beside the event."""
    templates: Path | None = None
    """Templates that win over ours; the folder need hold only what differs."""
    style: str = "conference"
    """A house style of ours, ``official``, the path of a .docx or .pptx or of a folder with both, or several of them:
    ``own.docx,own.pptx``, and one for each language, ``zh=…,ru=…``."""
    layout: Layout = "columns"
    """How a report in several languages sets them: ``columns``, ``stacked``, with ``tables`` alone in all of them, or
    the ``proof`` for those who check the words."""
    mode: BuildMode = "both"
    """How a deck in two languages sets them: ``both`` on each slide, or the second in the ``notes``; a build makes
    ``mirrored`` decks, one in each language with the same slides at the same numbers."""
    fields: Mapping[str, str] = field(default_factory=immutabledict)
    """Words given for this build, by the placeholder of the house style that shows them; ``issued`` is a date."""
    comments: bool = False
    """Whether reports carry Word comments on words untranslated or unconfirmed."""
    libreoffice: Path | None = None
    """The program that lays reports out, where their contents are to show page numbers."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Whose copy a document is, and with whose eyes it may look."""

    delegation: str | None = None
    audience: str | None = None
    """``secretariat`` or ``public``; without it the delegation reads, or the public."""

    @property
    def sees(self) -> str:
        """Return the audience for which records are restricted."""
        return self.audience or self.delegation or PUBLIC


def make_choices(allowed: type, given: Mapping[str, Any], *also: str) -> Choices:
    """Return what a caller has chosen, paths as paths.

    ``allowed`` is the TypedDict of the names that the caller takes; any other is a TypeError, as with any function,
    which names what the caller takes ``also``. Raises UsageError for a layout or mode that does not exist.
    """
    known = [*allowed.__annotations__, *also]
    for name in given.keys() - allowed.__annotations__.keys():
        near = _INSTEAD.get(name) if _INSTEAD.get(name) in also else next(iter(get_close_matches(name, known, 1)), "")
        hint = f" (did you mean {near!r}?)" if near else ""
        message = f"got an unexpected keyword argument {name!r}{hint}; there are {', '.join(known)}"
        raise TypeError(message)
    _refuse_unknown("CLI021", "layout", given.get("layout", "columns"), tuple(LAYOUTS))
    _refuse_unknown(
        "CLI032", "mode of decks", given.get("mode", "both"), _MODES if allowed is AllChoices else tuple(MODES)
    )
    read = {name: _READ.get(name, _as_is)(value) for name, value in given.items()}
    return Choices(**read)


def _refuse_unknown(code: str, what: str, name: str, known: Collection[str]) -> None:
    if name not in known:
        raise UsageError.at(code, f'there is no {what} "{name}"', hint=f"there are {', '.join(known)}")


def _as_is(value: Any) -> Any:
    return value


def _read_path(given: str | Path | None) -> Path | None:
    return Path(given) if given else None


_READ: Mapping[str, Callable[[Any], Any]] = {
    "catalogs": _read_path,
    "templates": _read_path,
    "libreoffice": _read_path,
    "style": str,
    "fields": immutabledict,
}
