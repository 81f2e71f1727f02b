"""Builds, and workers of builds, that are killed at random moments: 200 times in all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.support.command import CHECKOUT, run_program

KILLS = Path(__file__).with_name("kills.py")
QUICK, PARENTS, TREES = 30, 152, 6
BUILDS = 3
"""Of each, four workers are killed."""


def kill(what: str, folder: Path, times: int) -> list[str]:
    """Kill so often; return what was said, which is nothing where all is well."""
    ended = run_program(sys.executable, KILLS, what, folder, str(times), env={"PYTHONPATH": str(CHECKOUT)})
    assert ended.code == 0, f"{ended.out}\n{ended.err}"
    return ended.out.splitlines()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("times", [QUICK, pytest.param(PARENTS, marks=pytest.mark.slow)])
def test_a_killed_build_leaves_whole_files_and_the_next_one_makes_the_rest(tmp_path: Path, times: int) -> None:
    assert not kill("parent", tmp_path, times)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_a_killed_build_takes_its_workers_with_it(tmp_path: Path) -> None:
    assert not kill("tree", tmp_path, TREES)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_killed_workers_cost_no_document(tmp_path: Path) -> None:
    said = kill("worker", tmp_path, BUILDS)
    assert len(said) == BUILDS
    assert sum(int(line.split()[0]) for line in said) + QUICK + PARENTS + TREES >= 200
