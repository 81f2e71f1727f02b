"""``cieprep-docs catalog review`` and ``apply``: translations on paper, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from cieprep_docs.catalogs.checks.catalog import Checker, blocks
from cieprep_docs.catalogs.domains import Domain, read_catalog_bytes
from cieprep_docs.catalogs.entries import read_po
from cieprep_docs.catalogs.review.answers import read_review
from cieprep_docs.catalogs.review.columns import Reviewed
from cieprep_docs.catalogs.review.merge import merge_answers
from cieprep_docs.catalogs.review.merged import Change, Conflict, Merged, OpenForm, ToConfirm
from cieprep_docs.catalogs.review.rows import Row, grouped, proposed_rows, review_rows
from cieprep_docs.catalogs.review.sheet import read_sheet, write_sheet
from cieprep_docs.catalogs.review.word import write_review
from cieprep_docs.cli.arguments import listed
from cieprep_docs.cli.catalog_boxes import HouseStyle, make_checker
from cieprep_docs.cli.catalog_domain import EventOrNone, Templates, choose_domain, save_changed
from cieprep_docs.cli.screen import print_diagnostics, print_words
from cieprep_docs.diagnostics import Location
from cieprep_docs.errors import StyleError, UsageError
from cieprep_docs.office.package import make_folder, save_bytes
from cieprep_docs.source.tree import read_path


def review(  # noqa: PLR0913 - one parameter an option
    language: Annotated[str, typer.Argument(help="The language to review: ru.")],
    event: EventOrNone = None,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="A .docx, or a .xlsx for those who prefer it.")],
    templates: Templates = False,
    only: Annotated[str | None, typer.Option(help="untranslated, changed, unconfirmed; without it all rows.")] = None,
    beside: Annotated[str, typer.Option("--with", help="Another language to show beside: zh.")] = "",
    style: HouseStyle = "conference",
) -> None:
    """Write the translations as a table in which officials correct them."""
    domain = choose_domain(event, templates=templates)
    rows = _rows(domain, make_checker(domain, language, style), listed(only), beside)
    if not rows:
        print_words("nothing to review")
        return
    title = f"{domain.project}: {domain.language(language).key}"
    tags = [domain.language(each).tag if each else "" for each in (domain.source, language, beside)]
    data = _written(output, rows, title, tags)
    make_folder(output.parent)
    save_bytes(output, data)
    print_words(f"{output}: {len(rows)} rows")


def apply(
    review: Annotated[Path, typer.Argument(help="The reviewed .docx or .xlsx.")],
    event: EventOrNone = None,
    *,
    templates: Templates = False,
    write: Annotated[bool, typer.Option("--write", help="Write the catalog; without it only the changes.")] = False,
    style: HouseStyle = "conference",
) -> None:
    """Take a reviewed table back: show what changes, and with --write change the catalog. Leave with 1 on conflicts."""
    domain = choose_domain(event, templates=templates)
    answers, strays = _read(review)
    conflicts = bool(strays)
    rows = [(each.row, {"words": each.words}) for each in strays]
    _print_block("Not applied: rows that lost the hidden id of their message, or were added by hand", rows)
    for language in dict.fromkeys(each.language for each in answers):
        own = [each for each in answers if each.language == language]
        path = domain.po(language)
        proposed = proposed_rows(domain.event, language) if domain.event else ()
        merged = merge_answers(
            read_catalog_bytes(path), own, make_checker(domain, language, style), str(path), proposed
        )
        _print(merged, domain)
        conflicts |= bool(merged.conflicts)
        if write:
            save_changed(path, merged.data)
    if conflicts:
        raise typer.Exit(1)


def _rows(domain: Domain, checker: Checker, only: Sequence[str], beside: str) -> tuple[Row, ...]:
    language = checker.language
    other = {each.key: each for each in read_po(read_catalog_bytes(domain.po(beside))).messages} if beside else None
    po = read_catalog_bytes(domain.po(language))
    found = review_rows(domain.messages((language,)), po, checker, only, other)
    asked = domain.event if not only or "unconfirmed" in only else None
    proposed = proposed_rows(asked, language, beside) if asked else ()
    return grouped((*found, *proposed))


def _written(output: Path, rows: Sequence[Row], title: str, tags: Sequence[str]) -> bytes:
    if output.suffix == ".xlsx":
        return write_sheet(rows, title)
    if output.suffix == ".docx":
        return write_review(rows, title, *tags)
    raise UsageError.at("CLI003", "is neither .docx nor .xlsx", location=Location(str(output)))


def _read(path: Path) -> Reviewed:
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise UsageError.at("CLI004", message, location=Location(str(path))) from None
    try:
        return read_sheet(data, str(path)) if path.suffix == ".xlsx" else read_review(data, str(path))
    except StyleError as error:
        told = (replace(each, location=replace(each.location, file=str(path))) for each in error.diagnostics)
        raise StyleError(*told) from error


def _print(merged: Merged, domain: Domain) -> None:
    _print_block("Changes", [(_named(each), {"before": each.before, "after": each.after}) for each in merged.changes])
    _print_block("Conflicts", [(_named(each), _conflict(each)) for each in merged.conflicts])
    still = [(_named(each), {"words": each.words}) for each in merged.open_forms]
    _print_block("Still proposals, as nobody changed these forms or wrote OK beside them", still)
    _print_block("Remarks", [(source, {"remark": remark}) for source, remark in merged.remarks])
    forms = [(_place(domain, each.path), _to_write(each)) for each in merged.to_confirm]
    _print_block("To write in the event file, which apply does not change", forms)
    print_diagnostics([each for each in merged.findings if not blocks(each.code)])
    if not (merged.changes or merged.conflicts or forms):
        print_words("no changes")


def _conflict(each: Conflict) -> dict[str, str]:
    return {
        "when reviewed": each.base,
        "now": each.now,
        "review says": each.reviewed,
        "left alone because": each.reason,
    }


def _to_write(each: ToConfirm) -> dict[str, str]:
    changed = {"proposed": each.before} if each.words != each.before else {}
    return {**changed, "agreed": each.words, "what to do": each.advice}


def _named(each: Change | Conflict | OpenForm) -> str:
    return f"{each.source} ({each.numbers})" if each.numbers else each.source


def _place(domain: Domain, path: str) -> str:
    return str(domain.loaded.at(read_path(path))) if domain.loaded else path


def _print_block(title: str, entries: Sequence[tuple[str, Mapping[str, str]]]) -> None:
    """Print what was found one thing under another, as texts are too long to stand side by side."""
    if entries:
        print_words(f"\n{title}:")
    for head, texts in entries:
        print_words("\n".join((f"  {head}", *(f"    {name}: {words}" for name, words in texts.items()))))
