"""LibreOffice, where it is installed, as the program that lays pages out."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from cieprep_docs.diagnostics import Location
from cieprep_docs.errors import StyleError

_SECONDS = 300


@dataclass(frozen=True, slots=True)
class LibreOffice:
    """An installed LibreOffice; each drawing has a profile of its own, so that none waits for another or for a user."""

    program: Path

    def draw(self, report: bytes) -> bytes:
        """Return a .docx as PDF. Raises StyleError where the program fails."""
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder, "report.docx")
            source.write_bytes(report)
            self._convert(source, Path(folder))
            drawn = source.with_suffix(".pdf")
            if not drawn.is_file():
                self._fail("made no PDF of a report")
            return drawn.read_bytes()

    def _convert(self, source: Path, folder: Path) -> None:
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command: list[str | Path] = [
            self.program,
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            source,
        ]
        try:
            subprocess.run(command, capture_output=True, check=True, timeout=_SECONDS)  # noqa: S603 - a given program
        except (OSError, subprocess.SubprocessError) as error:
            self._fail(f"could not draw a report: {type(error).__name__}")

    def _fail(self, message: str) -> None:
        hint = "leave page numbers to Word, which adds them when it updates the contents"
        raise StyleError.at("OFF070", message, location=Location(str(self.program)), hint=hint)
