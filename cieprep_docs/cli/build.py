"""``cieprep-docs build``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, cast

import typer

from cieprep_docs.batch import Made
from cieprep_docs.batch import build as build_documents
from cieprep_docs.cli.arguments import Catalogs, EventPath, Quiet, Templates, Verbose, listed, named
from cieprep_docs.cli.screen import print_diagnostics, print_table, print_words
from cieprep_docs.content.bilingual import Layout
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.source import load_event

_HEAD = ("file", "slides", "untranslated", "proposed", "warnings")


def build(  # noqa: PLR0913 - one parameter an option
    event: EventPath,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write to; made where it is missing.")],
    delegation: Annotated[
        str, typer.Option(help="Ids of delegations, or all; without it the set is for the public.")
    ] = "",
    languages: Annotated[
        str, typer.Option(help="For example zh,en,ru, or zh+ru for a report in both; without it those of the event.")
    ] = "",
    kind: Annotated[str, typer.Option(help="Kinds of documents.")] = "report,briefing",
    style: Annotated[
        str,
        typer.Option(
            help="A house style, official, one for each language (zh=…,ru=…), or the path of a .docx or .pptx."
        ),
    ] = "conference",
    issued: Annotated[str, typer.Option(metavar="DATE", help="Date of issue for {{ issued }}, 2020-12-20.")] = "",
    field: Annotated[
        list[str] | None, typer.Option(metavar="NAME=WORDS", help="Words for a placeholder of the house style.")
    ] = None,
    layout: Annotated[
        str, typer.Option(help="How a report sets several languages: columns, stacked, tables or proof.")
    ] = "columns",
    catalogs: Catalogs = None,
    templates: Templates = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Documents to make at the same time.")] = 1,
    strict: Annotated[bool, typer.Option("--strict", help="Take untranslated words as errors.")] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Make the documents of an event."""
    loaded = load_event(event)
    made = build_documents(
        loaded.value,
        output,
        delegations="all" if delegation == "all" else listed(delegation),
        kinds=listed(kind),
        languages=listed(languages),
        catalogs=catalogs,
        templates=templates,
        style=style,
        layout=cast("Layout", layout),
        fields=named(field or ()) | ({"issued": issued} if issued else {}),
        workers=jobs,
        strict=strict,
    )
    if not quiet:
        print_diagnostics(_findings(loaded.diagnostics, made), everything=verbose)
        _print_made(made, output)


def _findings(loading: Sequence[Diagnostic], made: Sequence[Made]) -> tuple[Diagnostic, ...]:
    return tuple(dict.fromkeys((*loading, *(finding for each in made for finding in each.diagnostics))))


def _print_made(made: Sequence[Made], output: Path) -> None:
    print_table(_HEAD, [_row(each, output) for each in made], numbers=range(1, len(_HEAD)))
    proposed = sorted({form for each in made for form in each.proposed})
    if proposed:
        print_words("\nForms that their owners have not confirmed:")
        print_table(("language", "form", "of"), [(each.language, each.words, each.source) for each in proposed])


def _row(made: Made, output: Path) -> tuple[str, ...]:
    warnings = sum(each.severity == "warning" for each in made.diagnostics)
    counts = (len(made.untranslated), len(made.proposed), warnings)
    return (str(output / made.job.file), str(made.slides or ""), *map(str, counts))
