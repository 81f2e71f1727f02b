"""Reads test vectors: tables of tab-separated cells under a line of column names, ``⍽`` for a no-break space."""

from __future__ import annotations

import csv
from pathlib import Path


def read_vectors(folder: Path, name: str) -> list[dict[str, str]]:
    """Return the rows of ``<folder>/vectors/<name>.tsv``, at least one."""
    text = (folder / "vectors" / f"{name}.tsv").read_text("utf-8").replace("⍽", "\u00a0")
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert rows, f"{name}.tsv has no rows"
    return rows
