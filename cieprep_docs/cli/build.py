"""``cieprep-docs build``."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, cast

import typer

from cieprep_docs.batch import Made
from cieprep_docs.batch import build as build_documents
from cieprep_docs.cli.arguments import Audience, Catalogs, EventPath, Quiet, Templates, Verbose, listed, named
from cieprep_docs.cli.losses import find_losses, tellable
from cieprep_docs.cli.reading import read_event
from cieprep_docs.cli.screen import counted, print_diagnostics, print_table, print_words
from cieprep_docs.cli.untranslated import place_untranslated, placing_untranslated
from cieprep_docs.content.bilingual import Layout
from cieprep_docs.content.slides import Mode
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.errors import CieprepError, UsageError
from cieprep_docs.model.audience import SECRETARIAT
from cieprep_docs.source import LoadedEvent

_Style = Annotated[
    str,
    typer.Option(help="A house style, official, one for each language (zh=…,ru=…), or the path of a .docx or .pptx."),
]
_Issued = Annotated[str, typer.Option(metavar="DATE", help="Date of issue for {{ issued }}, 2020-12-20.")]
_Fields = Annotated[
    list[str] | None, typer.Option(metavar="NAME=WORDS", help="Words for a placeholder of the house style.")
]
_Layout = Annotated[str, typer.Option(help="How a report sets several languages: columns, stacked, tables or proof.")]
_Languages = Annotated[
    str | None,
    typer.Option(help="For example zh,en,ru, or zh+ru for documents in both; without it those of the event."),
]
_Mode = Annotated[str, typer.Option(help="How a deck sets two languages: both, or the second in the notes.")]
_PageNumbers = Annotated[
    bool, typer.Option("--page-numbers", help="Put page numbers into the contents; needs LibreOffice.")
]
_Comments = Annotated[
    bool, typer.Option("--comments", help="Comment words that are untranslated or unconfirmed, in Word.")
]
_HEAD = ("file", "slides", "untranslated", "proposed", "warnings")


def build(  # noqa: PLR0913 - one parameter an option
    event: EventPath,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write to; made where it is missing.")],
    delegation: Annotated[
        str | None, typer.Option(help="Ids of delegations, or all; without it the set is for the public.")
    ] = None,
    audience: Audience = "",
    languages: _Languages = None,
    kind: Annotated[str, typer.Option(help="Kinds of documents.")] = "report,briefing",
    style: _Style = "conference",
    issued: _Issued = "",
    field: _Fields = None,
    layout: _Layout = "columns",
    mode: _Mode = "both",
    page_numbers: _PageNumbers = False,
    comments: _Comments = False,
    catalogs: Catalogs = None,
    templates: Templates = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Documents to make at the same time.")] = 1,
    strict: Annotated[bool, typer.Option("--strict", help="Take untranslated words as errors.")] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Make the documents of an event."""
    with _counting_errors():
        loaded = read_event(event)
        with placing_untranslated(loaded):
            made = build_documents(
                loaded.event,
                output,
                delegations="all" if delegation == "all" else listed(delegation),
                audience=audience or None,
                kinds=listed(kind),
                languages=listed(languages),
                catalogs=catalogs,
                templates=templates,
                style=style,
                layout=cast("Layout", layout),
                mode=cast("Mode", mode),
                fields=named(field or ()) | ({"issued": issued} if issued else {}),
                comments=comments,
                libreoffice=_find_libreoffice() if page_numbers else None,
                workers=jobs,
                strict=strict,
            )
    if not quiet:
        print_diagnostics(_findings(loaded, made, audience), everything=verbose)
        _print_made(made, output)


@contextmanager
def _counting_errors() -> Iterator[None]:
    """Let an error say how many there are; one in writing comes too late to promise that nothing is written."""
    try:
        yield
    except CieprepError as error:
        if all(each.code != "OFF020" for each in error.diagnostics):
            error.add_note(f"{counted(len(error.diagnostics), 'error')}, nothing written")
        raise


def _find_libreoffice() -> Path:
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            return Path(found)
    hint = "install it, or leave page numbers to Word, which adds them when it updates the contents"
    raise UsageError.at("CLI031", "LibreOffice is not found, and page numbers need it", hint=hint)


def _findings(loaded: LoadedEvent, made: Sequence[Made], audience: str) -> tuple[Diagnostic, ...]:
    losses = find_losses(loaded) if audience == SECRETARIAT else ()
    of_documents = place_untranslated(loaded, (finding for each in made for finding in tellable(each.diagnostics)))
    return tuple(dict.fromkeys((*loaded.diagnostics, *losses, *of_documents)))


def _print_made(made: Sequence[Made], output: Path) -> None:
    print_table(_HEAD, [_row(each, output) for each in made], numbers=range(1, len(_HEAD)))
    proposed = sorted({form for each in made for form in each.proposed})
    if proposed:
        print_words("\nForms that their owners have not confirmed:")
        print_table(("language", "form", "of"), [(each.language, each.words, each.source) for each in proposed])


def _row(made: Made, output: Path) -> tuple[str, ...]:
    warnings = sum(each.severity == "warning" for each in tellable(made.diagnostics))
    counts = (len(made.untranslated), len(made.proposed), warnings)
    return (str(output / made.job.file), str(made.slides or ""), *map(str, counts))
