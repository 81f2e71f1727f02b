"""What came of a build, as the user reads it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from cieprep_docs.batch import Built
from cieprep_docs.batch.manifest import Entry
from cieprep_docs.cli.losses import find_losses, tellable
from cieprep_docs.cli.screen import counted, print_diagnostics, print_remark, print_table, print_words
from cieprep_docs.cli.untranslated import place_untranslated
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.source import LoadedEvent

_HEAD = ("file", "slides", "untranslated", "proposed", "warnings")
_FEW = 40
"""Of more files the table names the first only."""


def print_built(  # noqa: PLR0913 - what there is to tell, and to whom
    built: Built, output: str, read: Callable[[], LoadedEvent], *, secretariat: bool, quiet: bool, verbose: bool
) -> None:
    """Print what was made, what was kept, and what is to be known of it; under ``quiet`` what went wrong alone.

    ``read`` reads the event, where something is to be said of it.
    """
    if not quiet:
        print_diagnostics(_findings(built, read, secretariat=secretariat), everything=verbose)
    print_diagnostics(built.failures)
    for remark in _remarks(built, quiet=quiet):
        print_remark(remark)
    if not quiet:
        _print_entries(built, output, everything=verbose)
        _print_index(built, output)


def print_idle(built: Built, *, layout: str | None, mode: str | None) -> None:
    """Print which choices were given that no document has any use for, as each is in one language."""
    for option, given, ending in (("--layout", layout, ".docx"), ("--mode", mode, ".pptx")):
        made = [each for each in built.entries if each.file.endswith(ending)]
        if made and given and not any(len(each.languages) > 1 or "mirrored" in each.file for each in made):
            print_remark(f"{option} {given} changes nothing: it is for documents in several languages, zh+ru")


def _findings(built: Built, read: Callable[[], LoadedEvent], *, secretariat: bool) -> tuple[Diagnostic, ...]:
    found = dict.fromkeys(finding for each in built.entries for finding in tellable(each.diagnostics))
    loaded = built.loaded or (read() if found or secretariat else None)
    if loaded is None:
        return ()
    losses = find_losses(loaded) if secretariat else ()
    return tuple(dict.fromkeys((*loaded.diagnostics, *losses, *place_untranslated(loaded, found))))


def _remarks(built: Built, *, quiet: bool) -> list[str]:
    edited = built.files("edited")
    remarks = []
    if built.left_by:
        remarks.append(f"{built.left_by} ended while it built into this folder; its work is gone on with")
    if edited:
        remarks.append(f"changed by hand and left so (--force makes them anew): {_names(edited)}")
    if built.older and not quiet:
        remarks.append(f"left from earlier builds, and not asked for now: {_names(built.older)}")
    if built.failures:
        made = counted(len(built.files("made")) + len(built.files("kept")), "other document")
        remarks.append(f"{counted(len(built.failures), 'error')}; {made} written or unchanged")
    return remarks


def _names(files: Sequence[str]) -> str:
    more = f" and {len(files) - _FEW} more" if len(files) > _FEW else ""
    return ", ".join(files[:_FEW]) + more


def _print_entries(built: Built, output: str, *, everything: bool) -> None:
    shown = built.entries if everything else built.entries[:_FEW]
    if shown:
        print_table(_HEAD, [_row(each, output) for each in shown], numbers=range(1, len(_HEAD)))
    if len(shown) < len(built.entries):
        print_words(f"… and {len(built.entries) - len(shown)} more; -v shows them all, manifest.json has them")
    kept = len(built.files("kept"))
    if kept:
        print_words(f"{counted(kept, 'document')} there already and unchanged, {len(built.files('made'))} made")
    if built.proposed:
        print_words("\nForms that their owners have not confirmed:")
        print_table(("language", "form", "of"), [(each.language, each.words, each.source) for each in built.proposed])


def _print_index(built: Built, output: str) -> None:
    """Print where the page is that leads to all files, where there are any."""
    for each in built.index if built.entries else ():
        if each.file == "index.html":
            print_words(f"\nAll documents, with links to them: {_place(each, output)}")


def _place(entry: Entry, output: str) -> str:
    return f"{output}/{entry.file}" if "://" in output else str(Path(output, entry.file))


def _row(entry: Entry, output: str) -> tuple[str, ...]:
    warnings = sum(each.severity == "warning" for each in tellable(entry.diagnostics))
    return (_place(entry, output), str(entry.slides or ""), *map(str, (entry.untranslated, entry.proposed, warnings)))
