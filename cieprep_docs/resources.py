"""Where our own templates and catalogs stand: a given folder, the installed package's data, or the checkout."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.errors import UsageError

OFFICIAL = {"zh": "gb-t-9704", "ru": "gost-r-7.0.97"}
"""What ``--style official`` takes for the languages whose state has a standard."""
_USUAL = "conference"
_FOR_PAPERS = frozenset({*OFFICIAL.values(), "gost-r-7.0.97-2016"})
_EACH = re.compile(r"[a-z]{2,3}=[^,]+(?:,[a-z]{2,3}=[^,]+)*")
_ENDINGS = {".docx": (".docx", ".dotx"), ".pptx": (".pptx", ".potx")}
_PACKAGE = Path(__file__).resolve().parent


def find_folder(name: Literal["templates", "locales"], given: Path | None = None) -> Path:
    """Return the folder of that name; a given one wins and must exist.

    A wheel carries both folders inside the package; in a checkout they stand beside it, where people edit them.
    """
    candidates = [given] if given else [_PACKAGE / "data" / name, _PACKAGE.parent / name]
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise UsageError.at("RES001", f"there is no folder of {name} at {' or '.join(str(each) for each in candidates)}")


def choose_style(style: str, language: str, kind: str = "report") -> str:
    """Return the house style of a document: one for all languages, ``official`` or one for each, ``zh=…,ru=…``.

    Languages that are not named take ``conference``, and so do decks where the style is one for papers: the standards
    say nothing of slides.

    >>> choose_style("official", "zh"), choose_style("ru=gost-r-7.0.97-2016", "ru"), choose_style("my.docx", "en")
    ('gb-t-9704', 'gost-r-7.0.97-2016', 'my.docx')
    >>> choose_style("gb-t-9704", "zh", "briefing")
    'conference'
    """
    chosen = OFFICIAL.get(language, _USUAL) if style == "official" else style
    if _EACH.fullmatch(style):
        chosen = dict(pair.split("=", 1) for pair in style.split(",")).get(language, _USUAL)
    return _USUAL if kind != "report" and chosen in _FOR_PAPERS else chosen


def notes_on_style(style: str, language: str) -> tuple[Diagnostic, ...]:
    """Return a note where a deck is not made in the house style that is asked for by name."""
    asked, taken = (choose_style(style, language, kind) for kind in ("report", "briefing"))
    if asked == taken or style == "official":
        return ()
    message = f"decks are made in {taken}: {asked} is a style for papers and says nothing of slides"
    return (Diagnostic("RES004", message, severity="note"),)


def find_style(style: str | Path, file: str, templates: Path | None = None) -> Path:
    """Return the Office file of a house style: ``file`` in its folder, or the file that ``style`` itself is.

    A given folder of templates may bring house styles of its own; ours are there too. Raises UsageError.
    """
    named = Path(style)
    ending = Path(file).suffix
    if named.suffix in _ENDINGS[ending] and named.is_file():
        return named
    if named.suffix in {each for endings in _ENDINGS.values() for each in endings} and not named.is_file():
        raise UsageError.at("RES003", f"there is no file {style}")
    folders = [folder / "office" for folder in (templates, find_folder("templates")) if folder]
    found = [folder / style / file for folder in folders if (folder / style / file).is_file()]
    if not found:
        styles = sorted({each.name for folder in folders for each in folder.glob("*/")})
        hint = f"there are {', '.join(styles)}, or name a {ending} file"
        raise UsageError.at("RES002", f"there is no house style {str(style)!r} with a {file}", hint=hint)
    return found[0]
