"""``cieprep-docs catalog glossary``: a glossary to start from, and its way to terminology tools and back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cieprep_docs.catalogs.domains import event_domain
from cieprep_docs.catalogs.glossary import Glossary, glossary_of_names
from cieprep_docs.catalogs.glossary_table import load_glossary, write_glossary
from cieprep_docs.catalogs.tbx import write_tbx
from cieprep_docs.choices import Choices
from cieprep_docs.cli.arguments import EventPath
from cieprep_docs.cli.catalog_domain import save_changed
from cieprep_docs.cli.screen import print_diagnostics
from cieprep_docs.diagnostics import Location
from cieprep_docs.drafts import make_translator
from cieprep_docs.errors import UsageError
from cieprep_docs.language.languages import load_language
from cieprep_docs.language.names import list_names
from cieprep_docs.language.tags import folders_beside
from cieprep_docs.model.event import Event


def glossary(
    event: EventPath,
    *,
    given: Annotated[Path | None, typer.Option("--from", help="A .csv or .tbx to take over.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A .csv or .tbx to write instead.")] = None,
) -> None:
    """Write glossary.csv beside an event: from its confirmed names, or from a file; or hand it on as TBX."""
    domain = event_domain(event)
    target = output or domain.glossary
    if given is None and output is None and target.exists():
        hint = "--from takes another file over, -o hands this one on"
        raise UsageError.at("CLI005", "is there already", location=Location(str(target)), hint=hint)
    if given is not None and not given.exists():
        raise UsageError.at("CLI004", "is not there", location=Location(str(given)))
    loaded = load_glossary(given or domain.glossary, *domain.language_files)
    print_diagnostics(loaded.diagnostics)
    found = loaded.value
    if given is None and not domain.glossary.exists() and domain.event:
        found = _from_names(domain.event)
    save_changed(target, write_tbx(found, domain.source) if target.suffix == ".tbx" else write_glossary(found))


def _from_names(event: Event) -> Glossary:
    names = dict.fromkeys((event.source_language, *event.languages))
    languages = [load_language(each, *folders_beside(event.folder)) for each in names]
    translators = [make_translator(event, each, Choices()) for each in languages]
    return glossary_of_names(list_names(event, translators), event.source_language)
