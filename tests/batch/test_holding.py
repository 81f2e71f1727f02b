from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cieprep_docs.batch.holding import FILE, hold_folder
from cieprep_docs.errors import UsageError

HOLD = """
import os, signal, sys
from pathlib import Path
from cieprep_docs.batch.holding import hold_folder
with hold_folder(Path(sys.argv[1]), "process 17 on elsewhere"):
    print("held", flush=True)
    signal.pause()
"""


def test_a_folder_is_held_by_one_build_at_a_time_and_says_by_whom(tmp_path: Path) -> None:
    with hold_folder(tmp_path, "process 4711 on here") as left:
        assert left == ""
        with pytest.raises(UsageError, match="process 4711 on here is building into this folder") as caught:
            hold_folder(tmp_path, "another").__enter__()
        assert caught.value.diagnostics[0].code == "BAT006"
    assert not (tmp_path / FILE).exists()
    with hold_folder(tmp_path, "another") as left:
        assert left == ""


def test_the_folder_of_a_dead_build_is_taken_over_and_said(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as holder:  # noqa: S603 - the script above
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(UsageError, match="process 17 on elsewhere"):
            hold_folder(tmp_path, "another").__enter__()
        holder.kill()
    with hold_folder(tmp_path, "another") as left:
        assert left == "process 17 on elsewhere"
    assert not (tmp_path / FILE).exists()


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written") as caught:
        hold_folder(tmp_path / "missing", "another").__enter__()
    assert caught.value.diagnostics[0].code == "OFF020"
