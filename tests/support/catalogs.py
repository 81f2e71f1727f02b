"""What of a catalog no other program may lose."""

from __future__ import annotations

from cieprep_docs.catalogs.entries import Entry, read_po
from tests.support.command import CHECKOUT

CATALOGS = [path for folder in ("locales", "examples") for path in sorted((CHECKOUT / folder).rglob("*.po"))]
FOLDED = CHECKOUT / "tests" / "catalogs" / "files" / "folded.po"


def essence(entry: Entry) -> tuple[object, ...]:
    """What no program may lose: words, context, comments, previous words, and whether it is fuzzy or obsolete."""
    # Babel and GNU gettext fold long comments; the words are the same.
    words = (entry.key, entry.plural, entry.forms, " ".join(entry.notes), " ".join(entry.comments))
    return (*words, "".join(entry.previous).replace('""', ""), entry.is_fuzzy, entry.obsolete)


def essences(data: bytes | str) -> list[tuple[object, ...]]:
    data = data if isinstance(data, bytes) else data.encode()
    return [essence(each) for each in read_po(data).entries if not each.is_header]
