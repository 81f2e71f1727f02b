"""``cieprep-docs catalog``: what translators work on."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from cieprep_docs.catalogs.checks.catalog import blocks
from cieprep_docs.catalogs.domains import (
    Domain,
    extract_domain,
    read_catalog_bytes,
    status_of_domain,
    status_of_sets,
    update_domain,
)
from cieprep_docs.catalogs.entries import read_po, write_po
from cieprep_docs.catalogs.status import Status, badge
from cieprep_docs.cli.arguments import listed
from cieprep_docs.cli.catalog_boxes import HouseStyle, make_checker
from cieprep_docs.cli.catalog_domain import EventOrNone, Languages, Templates, choose_domain, save_changed
from cieprep_docs.cli.catalog_glossary import glossary
from cieprep_docs.cli.catalog_review import apply, review
from cieprep_docs.cli.screen import print_diagnostics, print_table, print_words
from cieprep_docs.diagnostics import Diagnostic

catalog = typer.Typer(
    help="The catalogs of an event, or with --templates those of our own templates.", no_args_is_help=True
)

_STATUS_HEAD = ("catalog", "translated", "fuzzy", "missing", "%", "unconfirmed", "")

catalog.command()(review)
catalog.command()(apply)
catalog.command()(glossary)


@catalog.command()
def extract(event: EventOrNone = None, *, templates: Templates = False) -> None:
    """Write the catalog template (.pot): everything there is to translate."""
    domain = choose_domain(event, templates=templates)
    save_changed(domain.pot, extract_domain(domain))


@catalog.command()
def update(event: EventOrNone = None, *, templates: Templates = False, languages: Languages = None) -> None:
    """Bring the catalogs (.po) in step with the words there are; translations stay."""
    domain = choose_domain(event, templates=templates)
    catalogs = {domain.po(each): update_domain(domain, each) for each in _spoken(domain, languages)}
    save_changed(domain.pot, extract_domain(domain))
    for path, data in catalogs.items():
        save_changed(path, data)


@catalog.command()
def status(  # noqa: PLR0913 - one parameter an option
    event: EventOrNone = None,
    *,
    templates: Templates = False,
    languages: Languages = None,
    sets: Annotated[bool, typer.Option("--sets", help="Also for each set of documents: public, delegations.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for other programs.")] = False,
    as_badge: Annotated[bool, typer.Option("--badge", help="As one line, for a badge or a log.")] = False,
    fail_under: Annotated[int, typer.Option(min=0, max=100, help="Leave with 1 where less is translated.")] = 0,
) -> None:
    """Print how far the translation into each language has come."""
    domain = choose_domain(event, templates=templates)
    spoken = [domain.language(each).key for each in _spoken(domain, languages)]
    found = [status_of_domain(domain, each) for each in spoken]
    parts = [each for language in spoken for each in status_of_sets(domain, language)] if sets else []
    if as_badge:
        print_words(badge(found))
    elif as_json:
        rows = [{**asdict(each), "total": each.total, "percent": each.percent} for each in (*found, *parts)]
        print_words(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        print_table(_STATUS_HEAD, [_status_row(domain, each) for each in (*found, *parts)], numbers=(1, 2, 3, 4, 5))
    if any(each.percent < fail_under for each in found):
        raise typer.Exit(1)


@catalog.command()
def check(  # noqa: PLR0913 - one parameter an option
    event: EventOrNone = None,
    *,
    templates: Templates = False,
    languages: Languages = None,
    style: HouseStyle = "conference",
    fix: Annotated[bool, typer.Option("--fix", help="Put right what is mechanical.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings are errors too.")] = False,
) -> None:
    """Say what is wrong with the translations, at file:line; leave with 1 where something blocks."""
    domain = choose_domain(event, templates=templates)
    found = list[Diagnostic]()
    for language in _spoken(domain, languages):
        path, checker = domain.po(language), make_checker(domain, language, style)
        if fix and path.exists():
            save_changed(path, write_po(checker.fix_po(read_po(read_catalog_bytes(path)))))
        if path.exists():
            found += checker.check_po(path.read_bytes(), str(path))
    print_diagnostics(found)
    if any(strict or blocks(each.code) for each in found):
        raise typer.Exit(1)


def _spoken(domain: Domain, languages: str | None) -> tuple[str, ...]:
    return listed(languages) or domain.languages


def _status_row(domain: Domain, status: Status) -> tuple[str, ...]:
    name = f"{status.language} for {status.audience}" if status.audience else str(domain.po(status.language))
    counts = (status.translated, status.fuzzy, status.missing, status.percent, status.unconfirmed)
    state = "" if status.audience else "out of step: run catalog update" if status.outdated else "in step"
    return (name, *map(str, counts), state)
