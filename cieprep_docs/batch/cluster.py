"""Workers of a Dask cluster."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from cieprep_docs.errors import UsageError

_SECONDS = 5


@contextmanager
def open_cluster(scheduler: str) -> Iterator[Executor]:
    """Yield the workers of the Dask scheduler at an address, ``tcp://…``. Raises UsageError where none answers."""
    try:
        import distributed  # noqa: PLC0415 - an extra
    except ImportError:
        hint = "pip install 'cieprep-docs[cluster]'"
        raise UsageError.at("BAT007", "--scheduler needs Dask, which is not installed", hint=hint) from None
    connect: Any = distributed.Client
    try:
        client = connect(scheduler, timeout=_SECONDS)
    except (OSError, ValueError) as error:
        hint = "for example tcp://scheduler:8786"
        raise UsageError.at("BAT008", f"no scheduler answers at {scheduler}: {error}", hint=hint) from None
    with client:
        yield client.get_executor(pure=False)
