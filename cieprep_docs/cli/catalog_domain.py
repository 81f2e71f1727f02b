"""Which catalogs a command is about: an event's, or with --templates those of our templates."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cieprep_docs.catalogs.domains import Domain, event_domain, template_domain, template_domain_beside
from cieprep_docs.cli.screen import print_words
from cieprep_docs.errors import UsageError
from cieprep_docs.office.package import make_folder, save_bytes
from cieprep_docs.resources import find_folder
from cieprep_docs.source.event import EVENT_FILE

EventOrNone = Annotated[
    Path | None,
    typer.Argument(metavar="[EVENT]", help="The event file, or its folder; without it the event.yaml that is here."),
]
Templates = Annotated[
    bool, typer.Option("--templates", help="The words of the templates; with EVENT for languages of its own.")
]
Languages = Annotated[str | None, typer.Option(help="For example zh,ru; without it all languages there are.")]


def choose_domain(event: Path | None, *, templates: bool) -> Domain:
    """Return the catalogs that are meant. Raises UsageError where that is not clear."""
    here = Path(EVENT_FILE)
    if event is None and not templates and here.is_file():
        return event_domain(here)
    if event is not None and templates:
        return template_domain_beside(event, find_folder("templates"))
    if event is None and not templates:
        raise UsageError.at(
            "CLI002", "name an event, or take --templates", hint="for example: catalog update my-event/"
        )
    if event is not None:
        return event_domain(event)
    return template_domain(find_folder("templates"), find_folder("locales"))


def save_changed(path: Path, data: bytes) -> None:
    """Write what changed only, so that the time of an unchanged catalog stays."""
    if path.exists() and path.read_bytes() == data:
        print_words(f"{path}: unchanged")
        return
    make_folder(path.parent)
    save_bytes(path, data)
    print_words(f"{path}: written")
