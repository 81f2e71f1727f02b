"""``cieprep-docs check``, ``schema``, ``show`` and ``names``: an event looked at without making files."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from cieprep_docs.batch import plan_jobs
from cieprep_docs.cli.arguments import Catalogs, EventPath, Quiet, Templates, listed
from cieprep_docs.cli.screen import print_diagnostics, print_words
from cieprep_docs.content.outline import show as outline
from cieprep_docs.pipeline import Setup, make_draft
from cieprep_docs.source import event_schema, load_event


def check(event: EventPath, *, quiet: Quiet = False) -> None:
    """Say everything that is wrong with an event file, at file:line:column."""
    loaded = load_event(event)
    print_diagnostics(loaded.diagnostics)
    if not quiet:
        print_words(f"{event}: no faults")


def schema() -> None:
    """Print the JSON Schema of event files, with which editors complete them."""
    print_words(json.dumps(event_schema(), ensure_ascii=False, indent=2))


def show(  # noqa: PLR0913 - one parameter an option
    event: EventPath,
    *,
    kind: Annotated[str, typer.Option(help="report or briefing.")] = "report",
    language: Annotated[str, typer.Option("--language", "-l", help="For example ru.")] = "en",
    delegation: Annotated[str, typer.Option(help="Id of a delegation; without it what the public sees.")] = "",
    catalogs: Catalogs = None,
    templates: Templates = None,
    origins: Annotated[bool, typer.Option("--origins", help="Say which template line made each block.")] = False,
) -> None:
    """Print the document tree as text, for authors of templates."""
    loaded = load_event(event)
    (job,) = plan_jobs(loaded.value, delegations=listed(delegation), kinds=[kind], languages=[language])
    draft = make_draft(loaded.value, job.kind, job.language, Setup(catalogs, templates), delegation=job.delegation)
    print_diagnostics(draft.diagnostics, everything=False)
    print_words(outline(draft.tree, origins=origins))
