"""Workers that are processes of this machine, and die with the process that started them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any

_START = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
"""A fork of a process with threads may hang; a fork of a server that has none does not. The server imports nothing of
ours, for it may look for modules in the working directory first; its forks look where this process does."""


class Processes(Executor):
    """A process pool that can be renewed, and stopped at once.

    Each worker, with the programs it starts, is a group of its own that lives as long as this process holds one end of
    a pipe: it ends when this process lets go of it, or dies, however it dies.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self.window = 2 * count
        self._open()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Hand a call to a worker."""
        return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as Executor has it
        """End the workers when they have finished."""
        self._pool.shutdown(wait, cancel_futures=cancel_futures)
        self._close()

    def stop(self) -> None:
        """End the workers at once."""
        self._close()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def renew(self) -> None:
        """Start new workers in the place of those of a broken pool."""
        self.stop()
        self._open()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.shutdown()
        else:
            self.stop()

    def _open(self) -> None:
        context = multiprocessing.get_context(_START)
        self._watched, self._held = context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(self._count, context, _begin, (self._watched,))

    def _close(self) -> None:
        self._held.close()
        self._watched.close()


def _begin(watched: Connection) -> None:
    """Make a worker a group of its own, which the keyboard does not interrupt, and let it end with its parent."""
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)
    threading.Thread(target=_end_with, args=(watched,), daemon=True).start()


def _end_with(watched: Connection) -> None:
    try:
        watched.recv_bytes()
    except EOFError:
        if hasattr(os, "killpg"):
            os.killpg(0, signal.SIGKILL)
        os._exit(1)
