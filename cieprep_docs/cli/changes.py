"""``cieprep-docs changes``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, cast

import typer

from cieprep_docs.batch.notices import Notice, tell_changes
from cieprep_docs.cli.arguments import Audience, Catalogs, EventPath, Quiet, Templates, Verbose, listed
from cieprep_docs.cli.losses import tellable
from cieprep_docs.cli.reading import read_event
from cieprep_docs.cli.screen import print_diagnostics, print_table
from cieprep_docs.cli.untranslated import place_untranslated, placing_untranslated
from cieprep_docs.content.bilingual import Layout


def changes(  # noqa: PLR0913 - one parameter an option
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The event as it was, with its catalogs beside it.")],
    new: EventPath,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write to; made where it is missing.")],
    delegation: Annotated[str, typer.Option(help="Ids of delegations; all are those of both states.")] = "all",
    audience: Audience = "",
    languages: Annotated[
        str | None, typer.Option(help="For example ru, or zh+ru; without it those of each delegation.")
    ] = None,
    layout: Annotated[str, typer.Option(help="How several languages are set: columns, stacked or tables.")] = "columns",
    style: Annotated[str, typer.Option(help="A house style, or the path of a .docx.")] = "conference",
    catalogs: Catalogs = None,
    templates: Templates = None,
    strict: Annotated[bool, typer.Option("--strict", help="Take untranslated words as errors.")] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Tell each delegation what changed for it since an earlier state of the event, in Word and as text."""
    later = read_event(new)
    with placing_untranslated(later):
        notices = tell_changes(
            read_event(old).event,
            later.event,
            output,
            delegations="all" if delegation == "all" else listed(delegation),
            audience=audience or None,
            languages=listed(languages),
            layout=cast("Layout", layout),
            style=style,
            catalogs=catalogs,
            templates=templates,
            strict=strict,
        )
    if not quiet:
        reports = (each.report for each in notices if each.report)
        found = dict.fromkeys(finding for each in reports for finding in tellable(each.diagnostics))
        print_diagnostics(place_untranslated(later, found), everything=verbose)
        print_table(("reader", "language", "files"), [_row(each, output) for each in notices])


def _row(notice: Notice, output: Path) -> Sequence[str]:
    job = notice.job
    files = ", ".join(str(output / file) for file in notice.files)
    return job.delegation or job.audience or "public", job.language, files or "nothing changed"
