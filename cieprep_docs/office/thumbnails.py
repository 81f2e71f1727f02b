"""The first page of a PDF as a small picture."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from cieprep_docs.errors import UsageError

_SECONDS = 30
_COLOURS = 48


@dataclass(frozen=True, slots=True)
class Poppler:
    """An installed poppler, by its program ``pdftoppm``."""

    program: Path

    def draw_first_page(self, pdf: bytes, width: int) -> bytes:
        """Return a PNG of so many pixels in width that holds nothing but pixels.

        Raises UsageError where the program fails or the library for pictures is not installed.
        """
        try:
            from PIL import Image  # noqa: PLC0415 - of the extra
        except ImportError:
            hint = "pip install 'cieprep-docs[pdf]'"
            raise UsageError.at("OFF073", "pictures need a library that is not installed", hint=hint) from None

        with Image.open(BytesIO(self._draw(pdf, 2 * width))) as drawn:
            height = round(drawn.height * width / drawn.width)
            small = drawn.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
        saved = BytesIO()
        small.quantize(_COLOURS, dither=Image.Dither.NONE).save(saved, "PNG", optimize=True)
        return saved.getvalue()

    def _draw(self, pdf: bytes, width: int) -> bytes:
        page = ("-f", "1", "-l", "1", "-singlefile", "-scale-to-x", str(width), "-scale-to-y", "-1")
        try:
            done = subprocess.run(  # noqa: S603 - a given program
                [self.program, *page, "-png", "-"], input=pdf, capture_output=True, check=True, timeout=_SECONDS
            )
        except (OSError, subprocess.SubprocessError) as error:
            message = f"{self.program.name} could not draw a page: {type(error).__name__}"
            raise UsageError.at("OFF074", message, hint="name a pdftoppm that runs") from None
        return done.stdout
