from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.command import EXAMPLE


@pytest.fixture
def event(tmp_path: Path) -> Path:
    """A copy of the example, to be changed."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "event"))
