"""The program ``cieprep-docs``: its commands and its exit codes.

0: done. 1: faults in the input, all of them on stderr; what is wrong with all documents leaves nothing written, what is
wrong with one leaves it alone unwritten. 2: wrong usage, nothing written. 128 and a signal's number: stopped by it.
"""

from __future__ import annotations

import os
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from cieprep_docs.cli.build import build
from cieprep_docs.cli.catalog import catalog
from cieprep_docs.cli.changes import changes
from cieprep_docs.cli.event import check, names, schema, show
from cieprep_docs.cli.new import new
from cieprep_docs.cli.screen import print_diagnostics, print_remark, print_words
from cieprep_docs.cli.style import style
from cieprep_docs.errors import CieprepError, UsageError

FAULTS, WRONG_USAGE = 1, 2
UNREAD = 128 + 13
"""What shells add to the number of a signal, and that of SIGPIPE."""

app = typer.Typer(
    name="cieprep-docs",
    help="Localized Word reports and PowerPoint decks for the delegations of an event, from one event file.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (new, check, build, changes, show, names, schema):
    app.command()(command)
app.add_typer(catalog, name="catalog")
app.add_typer(style, name="style")


def _print_version(asked: bool) -> None:  # noqa: FBT001 - called by typer with the value
    if asked:
        print_words(f"cieprep-docs {version('cieprep-docs')}")
        raise typer.Exit


@app.callback()
def _program(
    *,
    _version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Take the options of the program itself."""


def main() -> None:
    """Run the program on the arguments of the process and leave with its exit code."""
    try:
        _run()
    finally:
        _flush()


def _flush() -> None:
    """Print what is still held back; where nobody reads it any more (``| head``), the program ends quietly."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(UNREAD)


def _run() -> None:
    try:
        app()
    except CieprepError as error:
        print_diagnostics(error.diagnostics)
        for note in getattr(error, "__notes__", ()):
            print_remark(note)
        sys.exit(WRONG_USAGE if isinstance(error, UsageError) else FAULTS)
