"""``cieprep-docs check``, ``schema``, ``show`` and ``names``: an event looked at without making files."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from cieprep_docs.batch import plan_jobs
from cieprep_docs.choices import Choices, Reader
from cieprep_docs.cli.arguments import Audience, Catalogs, EventPath, Quiet, Templates, Verbose, listed
from cieprep_docs.cli.losses import find_losses, tellable
from cieprep_docs.cli.reading import read_event
from cieprep_docs.cli.screen import counted, print_diagnostics, print_table, print_words
from cieprep_docs.cli.untranslated import place_untranslated
from cieprep_docs.content.outline import show as outline
from cieprep_docs.drafts import make_translator
from cieprep_docs.errors import UsageError
from cieprep_docs.language.languages import load_language
from cieprep_docs.language.names import HEADINGS, list_names, tabulate_names, write_names
from cieprep_docs.language.russian import CASES
from cieprep_docs.language.tags import folders_beside
from cieprep_docs.pipeline import draft_document
from cieprep_docs.source import event_schema


def check(event: EventPath, *, quiet: Quiet = False, verbose: Verbose = False) -> None:
    """Say everything that is wrong with an event file, and what hiding records breaks, at file:line:column."""
    loaded = read_event(event)
    if quiet:
        return
    found = (*loaded.diagnostics, *find_losses(loaded))
    warnings = [each for each in found if each.severity == "warning"]
    print_diagnostics(found if verbose else warnings)
    said = f"no errors, {counted(len(warnings), 'warning')}" if warnings else "no faults"
    print_words(f"{event}: {said}")


def schema() -> None:
    """Print the JSON Schema of event files, with which editors complete them."""
    print_words(json.dumps(event_schema(), ensure_ascii=False, indent=2))


def show(  # noqa: PLR0913 - one parameter an option
    event: EventPath,
    *,
    kind: Annotated[str, typer.Option(help="report, briefing or another kind.")] = "report",
    language: Annotated[str, typer.Option("--language", "-l", help="For example ru, or zh+ru.")] = "en",
    delegation: Annotated[str, typer.Option(help="Id of a delegation; without it what the public sees.")] = "",
    audience: Audience = "",
    catalogs: Catalogs = None,
    templates: Templates = None,
    verbose: Verbose = False,
    origins: Annotated[bool, typer.Option("--origins", help="Say which template line made each block.")] = False,
) -> None:
    """Print the document tree as text, for authors of templates."""
    loaded = read_event(event)
    read = loaded.event
    chosen = [delegation] if delegation else ()
    job, *others = plan_jobs(read, delegations=chosen, audience=audience or None, kinds=[kind], languages=[language])
    if others:
        raise UsageError.at("CLI036", f'"{kind}" stands for several documents', hint=f"name one, such as {job.kind}")
    reader = Reader(job.delegation, job.audience)
    draft = draft_document(read, job.kind, job.language.split("+"), reader, Choices(catalogs, templates))
    print_diagnostics(place_untranslated(loaded, tellable(draft.diagnostics)), everything=verbose)
    print_words(outline(draft.tree, origins=origins))


def names(
    event: EventPath,
    *,
    languages: Annotated[str | None, typer.Option(help="For example zh,ru; without it those of the event.")] = None,
    unsettled: Annotated[bool, typer.Option("--unsettled", help="Only what somebody has to look at.")] = False,
    cases: Annotated[bool, typer.Option("--cases", help="With the Russian cases; ? marks those made by rule.")] = False,
    as_yaml: Annotated[bool, typer.Option("--yaml", help="As lines to correct and paste into the event file.")] = False,
) -> None:
    """Print how every name and term reads in each language, and which forms are proposed or made by rule."""
    read = read_event(event).event
    chosen = [load_language(each, *folders_beside(read.folder)) for each in listed(languages) or read.languages]
    entries = list_names(read, [make_translator(read, language, Choices()) for language in chosen])
    shown = [each for each in entries if not (unsettled and each.is_settled)]
    if as_yaml:
        print_words(write_names(shown).rstrip("\n"))
    else:
        columns = [place for place, head in enumerate(HEADINGS) if cases or head not in CASES]
        rows = [[row[place] for place in columns] for row in tabulate_names(shown)]
        print_table([HEADINGS[place] for place in columns], rows)
