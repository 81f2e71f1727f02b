"""``cieprep-docs new``: a working event folder to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cieprep_docs.cli.screen import print_words
from cieprep_docs.errors import UsageError
from cieprep_docs.office.package import make_folder, save_bytes
from cieprep_docs.resources import find_folder
from cieprep_docs.source.event import EVENT_FILE


def new(folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the event's files will stand.")]) -> None:
    """Make a folder with an event file to start from."""
    target = folder / EVENT_FILE
    if target.exists():
        raise UsageError.at("CLI010", f"there is an event file already: {target}", hint="name a new folder")
    make_folder(folder)
    save_bytes(target, (find_folder("templates") / "new" / EVENT_FILE).read_bytes())
    print_words(f"{target}: change it, then `cieprep-docs check {folder}` and `cieprep-docs build {folder} -o out`")
