"""``cieprep-docs style``: Word and PowerPoint files that give documents their looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from cieprep_docs.cli.arguments import named
from cieprep_docs.cli.screen import print_table, print_words
from cieprep_docs.errors import StyleError, UsageError
from cieprep_docs.office.fields import fields_to_give, unknown_fields
from cieprep_docs.office.package import make_folder, save_bytes
from cieprep_docs.office.slides import check_style
from cieprep_docs.office.word import ReportStyle, load_report_style
from cieprep_docs.office.word.roles import OPTIONAL, ROLES
from cieprep_docs.resources import find_style, notes_on_style

style = typer.Typer(
    help="House styles: Word and PowerPoint files that give documents their looks.", no_args_is_help=True
)

_DECKS = (".pptx", ".potx")
_LANGUAGES = ("zh", "ru", "en")
_HEAD = ("role", "style", "for languages", "")


@style.command()
def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .docx, .dotx, .pptx or .potx.")],
    *,
    missing: Annotated[
        bool, typer.Option("--missing", help="Only roles that the file has no style of its own for.")
    ] = False,
    field: Annotated[
        list[str] | None,
        typer.Option("--field", metavar="NAME=WORDS", help="A placeholder that the build is given words for."),
    ] = None,
) -> None:
    """Say which roles the styles of a Word file or the layouts of a deck serve, and what is used for the others."""
    if file.suffix in _DECKS:
        _check_deck(file)
        return
    read = load_report_style(find_style(file, "report.docx"))
    given = fields_to_give(read.own_words)
    faults = tuple(unknown_fields(read.own_words, {*given, *named(field or ())}))
    if faults:
        raise StyleError(*faults)
    rows = list(_rows(read))
    lacking = [row for row in rows if row[-1]]
    shown = lacking if missing else rows
    if shown:
        print_table(_HEAD, shown)
    print_words(f"{file}: serves {len(rows) - len(lacking)} of {len(rows)} roles{_placeholders(read)}")
    if given:
        print_words(f"to be given with the build: {' '.join(f'--field {name}=WORDS' for name in given)}")


def _check_deck(file: Path) -> None:
    """Say which layout of a deck serves each kind of slide, and how it was found."""
    served = check_style(find_style(file, "deck.pptx"), find_style("conference", "deck.pptx"))
    print_table(("role", "layout", "how"), [(each.role, each.layout, each.how) for each in served])
    named = sum(each.how.startswith("by") for each in served)
    print_words(f"{file}: {named} of {len(served)} kinds of slides have a layout of their own")


def _rows(read: ReportStyle) -> Iterator[tuple[str, str, str, str]]:
    for kind, roles in ROLES.items():
        for role, names in roles.items():
            if role not in OPTIONAL:
                yield _row(read, kind, role, names[0])


def _row(read: ReportStyle, kind: str, role: str, name: str) -> tuple[str, str, str, str]:
    """Return a role, the style that serves it, the languages that have one of their own, and what is missing."""
    found = read.stylesheet.find(kind, role)
    used = found.name if found else "(default)"
    lacks = "" if used.casefold() == name.casefold() else f"no {kind} style “{name}”"
    own = [key for key in _LANGUAGES if (kind, f"{name} {key}".casefold()) in read.stylesheet.styles]
    return role, used, ", ".join(own), lacks


def _placeholders(read: ReportStyle) -> str:
    names = dict.fromkeys(slot.name for part in read.own_words for slot in part.slots)
    return f"; placeholders: {', '.join(names)}" if names else ""


@style.command()
def new(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The .docx or .pptx to write, or a folder for a .docx.")],
    *,
    start: Annotated[str, typer.Option("--from", help="The house style to start from.")] = "conference",
) -> None:
    """Write a copy of a house style to restyle in Word or PowerPoint."""
    copies = _copies(out, start)
    for each in copies:
        if each.exists():
            raise UsageError.at("CLI011", f"there is a file already: {each}", hint="name another one")
    make_folder(next(iter(copies)).parent)
    for each, original in copies.items():
        save_bytes(each, original.read_bytes())
        print_words(f"{each}: written")
    program = "PowerPoint" if out.suffix == ".pptx" else "Word"
    print_words(f"change the styles in {program}, then `cieprep-docs build … --style {next(iter(copies))}`")


def _copies(out: Path, start: str) -> Mapping[Path, Path]:
    """Return the files to write, each with the one that it is a copy of. Raises UsageError where there is none."""
    if out.suffix == ".pptx":
        return {out: _original(start, "briefing", "deck.pptx")}
    if out.suffix and out.suffix != ".docx" and not out.is_dir():
        raise UsageError.at("CLI064", f"{out} is no house style", hint="write a .docx, a .pptx or a folder")
    source = _original(start, "report", "report.docx")
    target = out if out.suffix == ".docx" else out / "report.docx"
    return {target: source, target.with_suffix(".toml"): source.with_suffix(".toml")}


def _original(start: str, kind: str, file: str) -> Path:
    found = find_style(start, file)
    if notes_on_style(start, "", kind):
        raise UsageError.at("CLI065", f"the house style {start} has no {file}", hint="--from conference has one")
    return found
