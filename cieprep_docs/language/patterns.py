"""Patterns of a language file: words with ``{fields}``, checked when the file is read, filled quickly ever after."""

from __future__ import annotations

import re
from collections.abc import Callable

_FIELD = re.compile(r"\{([a-z0-9_.]+)\}")


def reads(*fields: str) -> Callable[[str], str]:
    """Return a check that turns ``{d} {month}`` into the form that ``pattern % values`` fills.

    >>> reads("d", "month")("{d} {month}") % {"d": "9", "month": "December"}
    '9 December'
    >>> reads("d")("{day}")
    Traceback (most recent call last):
    ValueError: has no field {day}; the fields are {d}
    """

    def read(pattern: str) -> str:
        for field in _FIELD.findall(pattern):
            if field not in fields:
                message = f"has no field {{{field}}}; the fields are {', '.join(f'{{{each}}}' for each in fields)}"
                raise ValueError(message)
        if set("{}") & set(_FIELD.sub("", pattern)):
            message = f"has a brace that closes or opens no field: {pattern!r}"
            raise ValueError(message)
        return _FIELD.sub(r"%(\1)s", pattern.replace("%", "%%"))

    return read
