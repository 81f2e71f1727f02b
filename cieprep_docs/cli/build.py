"""``cieprep-docs build``."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Annotated, Any, cast

import typer

from cieprep_docs.batch import BuildError, Built, Drawing
from cieprep_docs.batch import build as build_documents
from cieprep_docs.choices import AllChoices
from cieprep_docs.cli.arguments import Audience, Catalogs, EventPath, Quiet, Templates, Verbose, listed, named
from cieprep_docs.cli.built import print_built, print_idle
from cieprep_docs.cli.progress import Progress
from cieprep_docs.cli.reading import read_event
from cieprep_docs.cli.screen import counted
from cieprep_docs.cli.stopping import count_cores, stoppable, this_process
from cieprep_docs.cli.untranslated import place_untranslated
from cieprep_docs.content.bilingual import Layout
from cieprep_docs.content.slides import Mode
from cieprep_docs.errors import CatalogError, CieprepError, UsageError
from cieprep_docs.model.audience import SECRETARIAT
from cieprep_docs.office.libreoffice import LibreOffice
from cieprep_docs.office.thumbnails import Poppler
from cieprep_docs.source import LoadedEvent

_Style = Annotated[
    str,
    typer.Option(
        help="A house style, official, one for each language (zh=…,ru=…), or paths: own.docx,own.pptx or their folder."
    ),
]
_Issued = Annotated[str, typer.Option(metavar="DATE", help="Date of issue for {{ issued }}, 2020-12-20.")]
_Fields = Annotated[
    list[str] | None, typer.Option(metavar="NAME=WORDS", help="Words for a placeholder of the house style.")
]
_Layout = Annotated[
    str | None,
    typer.Option(help="How a report sets several languages: columns, the usual way, stacked, tables or proof."),
]
_Languages = Annotated[
    str | None,
    typer.Option(help="For example zh,en,ru, or zh+ru for documents in both; without it those of the event."),
]
_Mode = Annotated[
    str | None,
    typer.Option(
        help="How a deck sets two languages: both as usual, the second in the notes, or mirrored: two decks alike."
    ),
]
_PageNumbers = Annotated[
    bool, typer.Option("--page-numbers", help="Put page numbers into the contents; needs LibreOffice.")
]
_Pdf = Annotated[
    bool, typer.Option("--pdf", help="A PDF of each document too, and its first page in the index; needs LibreOffice.")
]
_Comments = Annotated[
    bool, typer.Option("--comments", help="Comment words that are untranslated or unconfirmed, in Word.")
]
_Output = Annotated[
    str, typer.Option("--output", "-o", help="Folder to write to, made where it is missing; or a URL, s3://….")
]
_Delegation = Annotated[
    str | None, typer.Option(help="Ids of delegations, or all; without it the set is for the public.")
]
_Kind = Annotated[
    str | None,
    typer.Option(
        help="Kinds of documents; pack: a delegation's set; all. "
        "Without it report,briefing, or the packs where the event file says so."
    ),
]
_Force = Annotated[bool, typer.Option("--force", help="Make what is there already, and what a person has changed.")]
_Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, help="Processes to make documents in, at most; without it one for each core."),
]
_Scheduler = Annotated[str | None, typer.Option(metavar="URL", help="Make them on a Dask cluster: tcp://….")]


def build(  # noqa: PLR0913 - one parameter an option
    event: EventPath,
    *,
    output: _Output,
    delegation: _Delegation = None,
    audience: Audience = "",
    languages: _Languages = None,
    kind: _Kind = None,
    style: _Style = "conference",
    issued: _Issued = "",
    field: _Fields = None,
    layout: _Layout = None,
    mode: _Mode = None,
    page_numbers: _PageNumbers = False,
    comments: _Comments = False,
    pdf: _Pdf = False,
    catalogs: Catalogs = None,
    templates: Templates = None,
    jobs: _Jobs = None,
    scheduler: _Scheduler = None,
    strict: Annotated[bool, typer.Option("--strict", help="Take untranslated words as errors.")] = False,
    force: _Force = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Make the documents of an event that are missing or out of date."""
    progress = Progress(quiet=quiet)
    read = cache(read_event)
    with stoppable(progress):
        built = _build(
            event,
            output,
            read,
            **_wanted(delegation, audience, kind, languages),
            **_looks(style, layout, mode, catalogs=catalogs, templates=templates, comments=comments),
            fields=named(field or ()) | ({"issued": issued} if issued else {}),
            libreoffice=_find_libreoffice() if page_numbers else None,
            workers=jobs or count_cores(),
            scheduler=scheduler,
            strict=strict,
            force=force,
            drawing=_find_drawing() if pdf else Drawing(),
            watch=progress.watch,
        )
    print_built(built, output, partial(read, event), secretariat=audience == SECRETARIAT, quiet=quiet, verbose=verbose)
    if not quiet:
        print_idle(built, layout=layout, mode=mode)
    if built.failures:
        raise typer.Exit(1)


def _wanted(delegation: str | None, audience: str, kind: str | None, languages: str | None) -> dict[str, Any]:
    return {
        "delegations": "all" if delegation == "all" else listed(delegation),
        "audience": audience or None,
        "kinds": None if kind is None else listed(kind),
        "languages": listed(languages),
    }


def _looks(  # noqa: PLR0913 - the choices of looks, each once
    style: str, layout: str | None, mode: str | None, *, catalogs: Path | None, templates: Path | None, comments: bool
) -> AllChoices:
    return AllChoices(
        style=style,
        layout=cast("Layout", layout or "columns"),
        mode=cast("Mode", mode or "both"),
        catalogs=catalogs,
        templates=templates,
        comments=comments,
    )


def _build(event: Path, output: str, read: Callable[[Path], LoadedEvent], **choices: Any) -> Built:
    """Return what came of a build, failures or not; an error that stops it all says that nothing is written."""
    try:
        return build_documents(event, output, read=read, holder=this_process(), **choices)
    except BuildError as error:
        return error.built
    except CatalogError as error:
        raise _counted(CatalogError(*place_untranslated(read(event), error.diagnostics))) from error
    except CieprepError as error:
        raise _counted(error) from None


def _counted(error: CieprepError) -> CieprepError:
    error.add_note(f"{counted(len(error.diagnostics), 'error')}, nothing written")
    return error


def _find_drawing() -> Drawing:
    """Return the programs that draw; a LibreOffice that is not there costs the PDFs alone, and is told with them."""
    poppler = shutil.which("pdftoppm")
    office = LibreOffice(_which_libreoffice() or Path("soffice"))
    return Drawing(office, Poppler(Path(poppler)) if poppler else None)


def _which_libreoffice() -> Path | None:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return Path(found) if found else None


def _find_libreoffice() -> Path:
    found = _which_libreoffice()
    if found:
        return found
    hint = "install it, or leave page numbers to Word, which adds them when it updates the contents"
    raise UsageError.at("CLI031", "LibreOffice is not found, and page numbers need it", hint=hint)
