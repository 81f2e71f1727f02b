"""Arguments that several commands take."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from cieprep_docs.errors import UsageError

EventPath = Annotated[Path, typer.Argument(metavar="EVENT", help="The event file, or the folder of its event.yaml.")]
Audience = Annotated[
    str,
    typer.Option(
        help="Who reads it: secretariat, which sees internal records; public; or a delegation. "
        "Without it the delegation reads its copy, and the public the rest."
    ),
]
Catalogs = Annotated[Path | None, typer.Option(help="Folder of catalogs that win over the event's own.")]
Templates = Annotated[Path | None, typer.Option(help="Folder of templates that win over ours.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Print every warning and note.")]


def listed(words: str | None) -> tuple[str, ...]:
    """Return the words of a comma-separated list, none where the option is not given.

    Raises UsageError for a list with a gap.

    >>> listed("zh, en,ru")
    ('zh', 'en', 'ru')
    """
    found = tuple(word.strip() for word in words.split(",")) if words is not None else ()
    if not all(found):
        raise UsageError.at("CLI013", f"the list {words!r} has an empty entry", hint="for example zh,en")
    return found


def named(words: Iterable[str]) -> dict[str, str]:
    """Return ``NAME=WORDS`` by name. Raises UsageError for what is not written like that.

    >>> named(["classification=Internal use"])
    {'classification': 'Internal use'}
    """
    pairs = [each.partition("=") for each in words]
    for name, equals, said in pairs:
        if not (name and equals and said):
            raise UsageError.at("CLI012", f"{name + equals + said!r} names no field", hint="write NAME=WORDS")
    return {name: said for name, _, said in pairs}
