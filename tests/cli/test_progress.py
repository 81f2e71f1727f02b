from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import count

from rich.console import Console

from cieprep_docs.batch import Job, Result
from cieprep_docs.cli.progress import Progress


def results(total: int, failed: int) -> Iterator[Result]:
    for number in range(total):
        yield Result(Job("report", "en", f"d{number}"), "failed" if number < failed else "made")


def shown(*, terminal: bool, quiet: bool = False, seconds: float = 4) -> str:
    """What is shown of 10 files of which one fails; the clock goes on with each look at it."""
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=terminal, width=120, highlight=False, markup=False)
    ticks = count(step=seconds)
    progress = Progress(quiet=quiet, console=console, clock=lambda: float(next(ticks)))
    assert len(list(progress.watch(10, results(10, 1)))) == 10
    assert (progress.done, progress.failed, progress.total) == (9, 1, 10)
    return screen.getvalue()


def test_elsewhere_lines_say_from_time_to_time_how_far_it_has_come() -> None:
    first, *_ = lines = shown(terminal=False).splitlines()
    assert 1 < len(lines) < 10
    assert first.startswith("3 of 10 files, ")
    assert first.endswith(" left, 1 failed")
    assert " a second, " in first


def test_a_short_build_says_nothing() -> None:
    assert shown(terminal=False, seconds=0.01) == ""


def test_a_terminal_shows_a_bar_with_files_and_failures() -> None:
    drawn = shown(terminal=True)
    assert "10/10" in drawn
    assert "1 failed" in drawn
    assert "a second" in drawn


def test_quiet_shows_nothing() -> None:
    assert shown(terminal=True, quiet=True) == ""
