"""The demo, drawn once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.drawing import Drawing, draw, what_is_missing


@pytest.fixture(scope="session")
def drawings(documents: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Drawing]:
    """Each document of the demo as LibreOffice draws it."""
    missing = what_is_missing()
    if missing:
        pytest.skip(missing)
    return dict(zip(documents, draw(documents, tmp_path_factory.mktemp("drawn")), strict=True))


@pytest.fixture(scope="session")
def reports(drawings: dict[Path, Drawing]) -> dict[Path, Drawing]:
    """The Word reports."""
    return {path: drawing for path, drawing in drawings.items() if path.suffix == ".docx"}


@pytest.fixture(scope="session")
def decks(drawings: dict[Path, Drawing]) -> dict[Path, Drawing]:
    """The PowerPoint briefings."""
    return {path: drawing for path, drawing in drawings.items() if path.suffix == ".pptx"}
