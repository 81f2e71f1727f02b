"""LibreOffice, where it is installed, as the program that lays pages out."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import StyleError
from cieprep_docs.office.libreoffice_profile import write_profile

_PATIENCE = 120
_PAUSE = 0.5
_END = b"%%EOF"


@dataclass(frozen=True, slots=True)
class Drawable:
    """An Office file that is to be drawn."""

    file: str
    """How messages call it; its ending says what it is. LibreOffice does not learn it."""
    data: bytes


@dataclass(frozen=True, slots=True)
class LibreOffice:
    """An installed LibreOffice.

    Each run has a profile of its own, so that none waits for another or for a user, and which is removed afterwards.
    """

    program: Path
    patience: int = _PATIENCE
    """Seconds without a finished PDF after which a run is taken to hang; it is ended with all that it has started."""

    def draw(self, report: bytes) -> bytes:
        """Return a .docx as PDF. Raises StyleError where the program fails."""
        drawn = self.draw_all([Drawable("a report.docx", report)])[0]
        if isinstance(drawn, Diagnostic):
            hint = "leave page numbers to Word, which adds them when it updates the contents"
            raise StyleError.at("OFF070", drawn.message, location=drawn.location, hint=hint)
        return drawn

    def draw_all(
        self, documents: Sequence[Drawable], stopped: Callable[[], bool] = lambda: False
    ) -> tuple[bytes | Diagnostic, ...]:
        """Return each document as PDF, or what kept it from being drawn.

        All are drawn by one run where that works. A document at which a run ends or hangs is left out, and the others
        are tried again; two runs without any PDF are the program's own fault. ``stopped`` is asked twice a second
        whether to end at once.
        """
        drawn: dict[int, bytes | Diagnostic] = {}
        pending, idle = list(range(len(documents))), 0
        while pending:
            end, made = self._run([documents[place] for place in pending], stopped)
            drawn |= {pending[place]: data for place, data in made.items()}
            left = [place for place in pending if place not in drawn]
            idle = 0 if made else idle + 1
            if end in {_UNSTARTED, _STOPPED} or idle == 2:  # noqa: PLR2004 - once may be the document's fault
                return tuple(drawn.get(place, self._useless(end)) for place in range(len(documents)))
            if left:
                drawn[left[0]] = _undrawn(documents[left[0]], end)
            pending = left[1:]
        return tuple(drawn[place] for place in range(len(documents)))

    def _run(self, documents: Sequence[Drawable], stopped: Callable[[], bool]) -> tuple[str, dict[int, bytes]]:
        """Return how a run ended, in words, and the PDFs that it made by their places."""
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            folder = Path(name)
            sources = [folder / f"{place}{Path(each.file).suffix}" for place, each in enumerate(documents)]
            for source, each in zip(sources, documents, strict=True):
                source.write_bytes(each.data)
            write_profile(folder / "profile")
            end = self._watch(folder, sources, stopped)
            targets = enumerate(source.with_suffix(".pdf") for source in sources)
            pdfs = {place: target.read_bytes() for place, target in targets if target.is_file()}
            return end, {place: data for place, data in pdfs.items() if data.rstrip().endswith(_END)}

    def _watch(self, folder: Path, sources: Sequence[Path], stopped: Callable[[], bool]) -> str:
        """Run until the end, or until nothing has been made for too long; return how it ended."""
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        how = (profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder)
        try:
            with _started([self.program, *how, *sources], folder) as process:
                left, made = self.patience / _PAUSE, 0
                while left > 0 and not stopped():
                    try:
                        return f"ended with code {process.wait(_PAUSE)}"
                    except subprocess.TimeoutExpired:
                        now = len(list(folder.glob("*.pdf")))
                        left, made = (self.patience / _PAUSE, now) if now > made else (left - 1, made)
                return _STOPPED if stopped() else f"made nothing for {self.patience} seconds and was ended"
        except OSError:
            return _UNSTARTED

    def _useless(self, end: str) -> Diagnostic:
        hint = "name the soffice of a LibreOffice that runs; all other files are as they should be"
        return Diagnostic("OFF071", f"LibreOffice drew nothing: it {end}", Location(str(self.program)), hint)


_UNSTARTED = "could not be started"
_STOPPED = "was stopped"


@contextmanager
def _started(command: Sequence[str | Path], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start a program in a process group of its own; none of the group outlives the block."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 - a given program
        command, cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    ) as process:
        try:
            yield process
        finally:
            _end_group(process)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    else:
        process.kill()


def _undrawn(document: Drawable, end: str) -> Diagnostic:
    hint = "open it in LibreOffice to see why; the file itself is as it should be"
    return Diagnostic("OFF072", f"has no PDF: LibreOffice {end}", Location(document.file), hint)
