"""How far a build has come: a bar at a terminal, a line from time to time everywhere else."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from cieprep_docs.batch import Result
from cieprep_docs.cli.screen import counted

_SECONDS = 10
_MINUTE = 60


class Progress:
    """What has been done of a build."""

    def __init__(
        self,
        *,
        quiet: bool = False,
        console: Console | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.done = self.total = self.failed = 0
        self._quiet = quiet
        self._console = console or Console(stderr=True, soft_wrap=True, highlight=False, markup=False)
        self._clock = clock

    def watch(self, total: int, results: Iterator[Result]) -> Iterator[Result]:
        """Pass results on and show how many have come, of `total`."""
        self.total = total
        self._began = self._clock()
        if self._quiet:
            return self._count(results)
        return self._draw(results) if self._console.is_terminal else self._tell(results)

    def _count(self, results: Iterator[Result]) -> Iterator[Result]:
        for each in results:
            self.done += each.outcome != "failed"
            self.failed += each.outcome == "failed"
            yield each

    def _draw(self, results: Iterator[Result]) -> Iterator[Result]:
        columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
        with Bar(*columns, console=self._console, transient=True) as bar:
            task = bar.add_task("files", total=self.total)
            for each in self._count(results):
                bar.update(task, advance=1, description=f"files{self._rate()}{self._failures()}")
                yield each

    def _tell(self, results: Iterator[Result]) -> Iterator[Result]:
        """A build of a few files says nothing; it is over before there is anything to tell."""
        told = self._began
        for each in self._count(results):
            if self._clock() - told >= _SECONDS:
                told = self._clock()
                self._console.print(self.line())
            yield each

    def line(self) -> str:
        """Return how far it has come: files, rate, time left, failures."""
        ended = self.done + self.failed
        left = round(self._seconds() / ended * (self.total - ended)) if ended else 0
        length = f"{left // _MINUTE} min {left % _MINUTE} s" if left >= _MINUTE else f"{left} s"
        return f"{ended} of {counted(self.total, 'file')}{self._rate()}, {length} left{self._failures()}"

    def _seconds(self) -> float:
        return max(self._clock() - self._began, 1e-3)

    def _rate(self) -> str:
        return f", {(self.done + self.failed) / self._seconds():.1f} a second"

    def _failures(self) -> str:
        return f", {self.failed} failed" if self.failed else ""
