"""Where our own templates and catalogs stand: a given folder, the installed package's data, or the checkout."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.errors import UsageError

OFFICIAL = {"zh": "gb-t-9704", "ru": "gost-r-7.0.97"}
"""What ``--style official`` takes for the languages whose state has a standard."""
_USUAL = "conference"
_OFFICIAL = "official"
_REPORT, _DECK = "report.docx", "deck.pptx"
_FOR_PAPERS = frozenset({*OFFICIAL.values(), "gost-r-7.0.97-2016"})
_NAMED = re.compile(r"([A-Za-z][A-Za-z0-9-]*)=(.*)")
_ENDINGS = {".docx": (".docx", ".dotx"), ".pptx": (".pptx", ".potx")}
_OFFICE_FILES = frozenset(each for endings in _ENDINGS.values() for each in endings)
_PACKAGE = Path(__file__).resolve().parent


class Asked(NamedTuple):
    """A house style that is asked for."""

    language: str
    """Empty for all languages that are not named."""
    style: str
    """``official``, the name of a house style, or the path of a Word or PowerPoint file or of a folder with both."""


def find_folder(name: Literal["templates", "locales"], given: Path | None = None) -> Path:
    """Return the folder of that name; a given one wins and must exist.

    A wheel carries both folders inside the package; in a checkout they stand beside it, where people edit them.
    """
    candidates = [given] if given else [_PACKAGE / "data" / name, _PACKAGE.parent / name]
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise UsageError.at("RES001", f"there is no folder of {name} at {' or '.join(str(each) for each in candidates)}")


def read_styles(style: str) -> tuple[Asked, ...]:
    """Return the house styles that are asked for: one, or several with commas between them.

    >>> read_styles("zh=gb-t-9704,own.pptx")
    (Asked(language='zh', style='gb-t-9704'), Asked(language='', style='own.pptx'))
    """
    if Path(style).exists():  # whatever stands in the name of a file
        return (Asked("", style),)
    words = [each.strip() for each in style.split(",")]
    return tuple(Asked(*named.groups()) if (named := _NAMED.fullmatch(each)) else Asked("", each) for each in words)


def choose_style(style: str, language: str, kind: str = "report") -> str:
    """Return the house style of a document: the first that is asked for its language, or for all, and serves its kind.

    Where there is none it is ``conference``: so for languages that are not named, and for decks where the style is one
    for papers, as the standards say nothing of slides.

    >>> choose_style("official", "zh"), choose_style("ru=gost-r-7.0.97-2016", "ru"), choose_style("my.docx", "en")
    ('gb-t-9704', 'gost-r-7.0.97-2016', 'my.docx')
    >>> choose_style("gb-t-9704", "zh", "briefing"), choose_style("own.docx,own.pptx", "zh", "briefing")
    ('conference', 'own.pptx')
    """
    official = OFFICIAL.get(language, _USUAL)
    asked = (official if each == _OFFICIAL else each for each in _asked(style, language))
    return next((each for each in asked if _serves(each, _file_of(kind))), _USUAL)


def _asked(style: str, language: str) -> list[str]:
    """Return what is asked for a language: what names it, then what names none."""
    read = read_styles(style)
    return [each.style for name in (language, "") for each in read if each.language == name]


def _file_of(kind: str) -> str:
    return _REPORT if kind == "report" else _DECK


def _serves(style: str, file: str) -> bool:
    """Return whether a house style may have looks for reports, or for decks."""
    ending = Path(style).suffix
    if ending in _OFFICE_FILES:
        return ending in _ENDINGS[Path(file).suffix]
    return file == _REPORT or style not in _FOR_PAPERS


def check_styles(style: str, languages: Collection[str] | None = None, templates: Path | None = None) -> None:
    """Raise UsageError with all that is wrong with the house styles that are asked for, whatever is built of them.

    ``languages`` are the keys of all that there are, where that is known.
    """
    faults = [fault for each in read_styles(style) for fault in _faults_of(each, languages, templates)]
    faults += _repeated(read_styles(style))
    if faults:
        raise UsageError(*dict.fromkeys(faults))


def _faults_of(asked: Asked, languages: Collection[str] | None, templates: Path | None) -> Iterator[Diagnostic]:
    if asked.language and languages is not None and asked.language not in languages:
        near = difflib.get_close_matches(asked.language, languages, 1)
        hint = f'did you mean "{near[0]}"?' if near else f"there are {', '.join(sorted(languages))}"
        yield Diagnostic("RES005", f'a house style for "{asked.language}", which is no language', hint=hint)
    try:
        if asked.style != _OFFICIAL:
            find_style(asked.style, _REPORT if _serves(asked.style, _REPORT) else _DECK, templates)
    except UsageError as error:
        yield from error.diagnostics


def _repeated(styles: Collection[Asked]) -> Iterator[Diagnostic]:
    """Yield a fault for each two styles that are asked for the same documents."""
    for file, what in ((_REPORT, "reports"), (_DECK, "decks")):
        taken: dict[str, str] = {}
        for language, style in (each for each in styles if _serves(each.style, file)):
            if language in taken:
                of = f'"{language}"' if language else "all languages"
                message = f"two house styles for the {what} of {of}: {taken[language]} and {style}"
                yield Diagnostic("RES006", message, hint="name one; a .docx is for reports, a .pptx for decks")
            taken.setdefault(language, style)


def notes_on_style(
    style: str, language: str, kind: str = "briefing", templates: Path | None = None
) -> tuple[Diagnostic, ...]:
    """Return a note where a document is not made in the house style that is asked for, as that has no such file."""
    asked = _asked(style, language)
    if not asked or any(each == _OFFICIAL or _has_file(each, _file_of(kind), templates) for each in asked):
        return ()
    made, other, lacks = ("reports", "slides", "papers") if kind == "report" else ("decks", "papers", "slides")
    message = f"{made} are made in {_USUAL}: {', '.join(asked)} is a style for {other} and says nothing of {lacks}"
    return (Diagnostic("RES004", message, severity="note"),)


def _has_file(style: str, file: str, templates: Path | None) -> bool:
    return _serves(style, file) and (Path(style).suffix in _OFFICE_FILES or bool(_files_of(style, file, templates)))


def find_style(style: str | Path, file: str, templates: Path | None = None) -> Path:
    """Return the Office file of a house style: ``file`` in its folder, or the file that ``style`` itself is.

    A given folder of templates may bring house styles of its own; ours are there too, and ``style`` may be the path of
    a folder. What has a file of the other kind alone takes that of ``conference``. Raises UsageError.
    """
    named = Path(style)
    ending = Path(file).suffix
    if named.suffix in _ENDINGS[ending] and named.is_file():
        return named
    if named.suffix in _OFFICE_FILES and not named.is_file():
        raise UsageError.at("RES003", f"there is no file {style}")
    found = _files_of(style, file, templates)
    if not found and _files_of(style, _DECK if file == _REPORT else _REPORT, templates):
        return find_style(_USUAL, file, templates)
    if not found:
        styles = sorted({each.name for folder in _style_folders(templates) for each in folder.glob("*/")})
        hint = f"there are {', '.join(styles)}, or name a {ending} file, or a folder with a {file}"
        raise UsageError.at("RES002", f"there is no house style {str(style)!r} with a {file}", hint=hint)
    return found[0]


def _files_of(style: str | Path, file: str, templates: Path | None) -> list[Path]:
    """Return the files of that name in the folders that a style may mean, the one that wins first."""
    places = [folder / style for folder in (*_style_folders(templates), Path()) if str(style)]
    return [place / file for place in places if (place / file).is_file()]


def _style_folders(templates: Path | None) -> list[Path]:
    return [folder / "office" for folder in (templates, find_folder("templates")) if folder]


def given_files(style: str) -> Iterator[Path]:
    """Yield the files that a choice of house styles names by their paths, with those of their measures."""
    for path in (Path(each.style) for each in read_styles(style) if each.style):
        files = [path] if path.suffix in _OFFICE_FILES else [path / _REPORT, path / _DECK]
        yield from (each for file in files for each in (file, file.with_suffix(".toml")) if each.is_file())
