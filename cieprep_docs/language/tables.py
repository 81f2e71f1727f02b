"""The tables behind names: they are data, in ``data/names/*.toml``, and read on first use."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_table(name: str) -> dict[str, Any]:
    """Return the table ``data/names/<name>.toml``; callers must not change it."""
    file = files("cieprep_docs.language").joinpath("data", "names", f"{name}.toml")
    return tomllib.loads(file.read_text("utf-8"))
