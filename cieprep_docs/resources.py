"""Where our own templates and catalogs stand: a given folder, the installed package's data, or the checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from cieprep_docs.errors import UsageError

_PACKAGE = Path(__file__).resolve().parent


def find_folder(name: Literal["templates", "locales"], given: Path | None = None) -> Path:
    """Return the folder of that name; a given one wins and must exist.

    A wheel carries both folders inside the package; in a checkout they stand beside it, where people edit them.
    """
    candidates = [given] if given else [_PACKAGE / "data" / name, _PACKAGE.parent / name]
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise UsageError.at("RES001", f"there is no folder of {name} at {' or '.join(str(each) for each in candidates)}")
