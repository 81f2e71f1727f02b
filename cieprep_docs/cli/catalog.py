"""``cieprep-docs catalog``: what translators work on."""

from __future__ import annotations

from typing import Annotated

import typer

from cieprep_docs.catalogs.boxes import boxes_of
from cieprep_docs.catalogs.checks.catalog import Checker, blocks
from cieprep_docs.catalogs.domains import (
    Domain,
    extract_domain,
    read_catalog_bytes,
    status_of_domain,
    update_domain,
)
from cieprep_docs.catalogs.entries import read_po, write_po
from cieprep_docs.catalogs.glossary import load_glossary
from cieprep_docs.catalogs.status import Status
from cieprep_docs.cli.arguments import listed
from cieprep_docs.cli.catalog_domain import EventOrNone, Languages, Templates, choose_domain, save_changed
from cieprep_docs.cli.catalog_review import apply, review
from cieprep_docs.cli.screen import print_diagnostics, print_table
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.language.languages import load_language
from cieprep_docs.office.slides import load_deck_style
from cieprep_docs.resources import find_style

catalog = typer.Typer(
    help="The catalogs of an event, or with --templates those of our own templates.", no_args_is_help=True
)

catalog.command()(review)
catalog.command()(apply)


@catalog.command()
def extract(event: EventOrNone = None, *, templates: Templates = False) -> None:
    """Write the catalog template (.pot): everything there is to translate."""
    domain = choose_domain(event, templates=templates)
    save_changed(domain.pot, extract_domain(domain))


@catalog.command()
def update(event: EventOrNone = None, *, templates: Templates = False, languages: Languages = "") -> None:
    """Bring the catalogs (.po) in step with the words there are; translations stay."""
    domain = choose_domain(event, templates=templates)
    catalogs = {domain.po(each): update_domain(domain, each) for each in _spoken(domain, languages)}
    save_changed(domain.pot, extract_domain(domain))
    for path, data in catalogs.items():
        save_changed(path, data)


@catalog.command()
def status(event: EventOrNone = None, *, templates: Templates = False, languages: Languages = "") -> None:
    """Print how far the translation into each language has come."""
    domain = choose_domain(event, templates=templates)
    found = [status_of_domain(domain, each) for each in _spoken(domain, languages)]
    rows = [
        (str(domain.po(each.language)), str(each.translated), str(each.fuzzy), str(each.missing), _state(each))
        for each in found
    ]
    print_table(("catalog", "translated", "fuzzy", "missing", ""), rows, numbers=(1, 2, 3))


@catalog.command()
def check(  # noqa: PLR0913 - one parameter an option
    event: EventOrNone = None,
    *,
    templates: Templates = False,
    languages: Languages = "",
    style: Annotated[str, typer.Option(help="House style whose boxes the words must fit.")] = "conference",
    fix: Annotated[bool, typer.Option("--fix", help="Put right what is mechanical.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings are errors too.")] = False,
) -> None:
    """Say what is wrong with the translations, at file:line; leave with 1 where something blocks."""
    domain = choose_domain(event, templates=templates)
    boxes = boxes_of(load_deck_style(find_style(style, "deck.pptx")).layouts)
    glossary = load_glossary(domain.glossary)
    found = list[Diagnostic]()
    for language in _spoken(domain, languages):
        path, checker = domain.po(language), Checker(load_language(language).key, glossary, boxes)
        if fix and path.exists():
            save_changed(path, write_po(checker.fix_po(read_po(read_catalog_bytes(path)))))
        if path.exists():
            found += checker.check_po(path.read_bytes(), str(path))
    print_diagnostics(found)
    if any(strict or blocks(each.code) for each in found):
        raise typer.Exit(1)


def _spoken(domain: Domain, languages: str) -> tuple[str, ...]:
    return listed(languages) or domain.languages


def _state(status: Status) -> str:
    return "out of step: run catalog update" if status.outdated else "in step"
