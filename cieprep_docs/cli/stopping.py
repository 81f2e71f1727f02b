"""How a long command ends early: by the keyboard or a signal, whole files left behind and the rest for the next run."""

from __future__ import annotations

import os
import platform
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import typer

from cieprep_docs.cli.progress import Progress
from cieprep_docs.cli.screen import counted, print_remark

_SIGNALS = ("SIGTERM", "SIGHUP")
_OF_SIGNALS = 128
"""What shells add to the number of the signal that ended a program."""


class _Stopped(BaseException):
    """A signal asks this process to end; no library may take it for an error."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def stoppable(progress: Progress) -> Iterator[None]:
    """Turn a signal, or the keyboard, into an orderly end that says what is done and how to go on."""
    former = {name: signal.signal(getattr(signal, name), _stop) for name in _SIGNALS if hasattr(signal, name)}
    try:
        yield
    except (KeyboardInterrupt, _Stopped) as stop:
        number = stop.number if isinstance(stop, _Stopped) else signal.SIGINT
        said = (
            f"stopped: {progress.done} of {counted(progress.total, 'file')} done; the same command goes on from there"
        )
        print_remark(said)
        raise typer.Exit(_OF_SIGNALS + number) from None
    finally:
        for name, handler in former.items():
            signal.signal(getattr(signal, name), handler)


def _stop(number: int, _frame: FrameType | None) -> None:
    raise _Stopped(number)


def this_process() -> str:
    """Return what others are told of this process when it holds a folder."""
    return f"process {os.getpid()} on {platform.node()}"


def count_cores() -> int:
    """Return how many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
