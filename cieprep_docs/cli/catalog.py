"""``cieprep-docs catalog``: what translators work on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cieprep_docs.catalogs.domains import (
    Domain,
    event_domain,
    extract_domain,
    status_of_domain,
    template_domain,
    update_domain,
)
from cieprep_docs.catalogs.status import Status
from cieprep_docs.cli.arguments import listed
from cieprep_docs.cli.screen import print_table, print_words
from cieprep_docs.errors import UsageError
from cieprep_docs.office.package import make_folder, save_bytes
from cieprep_docs.resources import find_folder

catalog = typer.Typer(
    help="The catalogs of an event, or with --templates those of our own templates.", no_args_is_help=True
)

EventOrNone = Annotated[
    Path | None, typer.Argument(metavar="[EVENT]", help="The event file, or the folder of its event.yaml.")
]
Templates = Annotated[bool, typer.Option("--templates", help="The words of the templates instead of an event's.")]
Languages = Annotated[str, typer.Option(help="For example zh,ru; without it all languages there are.")]


@catalog.command()
def extract(event: EventOrNone = None, *, templates: Templates = False) -> None:
    """Write the catalog template (.pot): everything there is to translate."""
    domain = _domain(event, templates=templates)
    _save(domain.pot, extract_domain(domain))


@catalog.command()
def update(event: EventOrNone = None, *, templates: Templates = False, languages: Languages = "") -> None:
    """Bring the catalogs (.po) in step with the words there are; translations stay."""
    domain = _domain(event, templates=templates)
    catalogs = {domain.po(each): update_domain(domain, each) for each in listed(languages) or domain.languages}
    _save(domain.pot, extract_domain(domain))
    for path, data in catalogs.items():
        _save(path, data)


@catalog.command()
def status(event: EventOrNone = None, *, templates: Templates = False, languages: Languages = "") -> None:
    """Print how far the translation into each language has come."""
    domain = _domain(event, templates=templates)
    found = [status_of_domain(domain, each) for each in listed(languages) or domain.languages]
    rows = [
        (str(domain.po(each.language)), str(each.translated), str(each.fuzzy), str(each.missing), _state(each))
        for each in found
    ]
    print_table(("catalog", "translated", "fuzzy", "missing", ""), rows, numbers=(1, 2, 3))


def _state(status: Status) -> str:
    return "out of step: run catalog update" if status.outdated else "in step"


def _domain(event: Path | None, *, templates: bool) -> Domain:
    if templates == (event is not None):
        raise UsageError.at(
            "CLI002", "name an event, or take --templates", hint="for example: catalog update my-event/"
        )
    if event is not None:
        return event_domain(event)
    return template_domain(find_folder("templates"), find_folder("locales"))


def _save(path: Path, data: bytes) -> None:
    """Write what changed only, so that the time of an unchanged catalog stays."""
    if path.exists() and path.read_bytes() == data:
        print_words(f"{path}: unchanged")
        return
    make_folder(path.parent)
    save_bytes(path, data)
    print_words(f"{path}: written")
