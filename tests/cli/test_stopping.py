"""The command as it runs for long: what it shows, how it is stopped, and who else may build meanwhile."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.support.command import BIN, EXAMPLE, Ended, documents_of, files_of, run, run_program
from tests.support.packs import broken, ids, manifest_of, reports, templates_of, write_event

COUNT = 60
SECONDS = 2
"""In which a stopped build must have ended."""


def arguments(event: Path, workers: int) -> list[str | Path]:
    out = event.parent / "out"
    chosen = ["--delegation", "all", "--kind", "report", "-j", str(workers)]
    return ["build", event, "-o", out, *chosen, "--templates", templates_of(event)]


def start(event: Path, workers: int) -> subprocess.Popen[str]:
    """Start a build in a session of its own and return it once it has written something."""
    command = [BIN / "cieprep-docs", *arguments(event, workers)]
    process = subprocess.Popen(  # noqa: S603 - this project's own command
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True
    )
    while process.poll() is None and not documents_of(event.parent / "out"):
        time.sleep(0.01)
    return process


def end(process: subprocess.Popen[str]) -> Ended:
    out, err = process.communicate(timeout=60)
    return Ended(process.returncode, out, err)


def living(session: int) -> list[str]:
    """The processes of a session that still run."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            fields = (entry / "stat").read_text("utf-8").rpartition(")")[2].split()
            if fields[0] != "Z" and int(fields[3]) == session:
                found.append((entry / "cmdline").read_text("utf-8"))
        except OSError:
            continue
    return found


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_stopped_build_ends_soon_and_the_next_one_makes_the_rest(
    tmp_path: Path, number: signal.Signals, workers: int
) -> None:
    event = write_event(tmp_path, COUNT)
    process = start(event, workers)
    began = time.monotonic()
    os.kill(process.pid, number)
    ended = end(process)
    assert time.monotonic() - began < SECONDS
    while living(process.pid) and time.monotonic() - began < SECONDS:
        time.sleep(0.01)
    assert not living(process.pid)
    assert ended.code == 128 + number
    assert ended.err.splitlines()[-1].endswith("the same command goes on from there")
    assert "Traceback" not in ended.err
    assert not broken(tmp_path / "out")
    there = documents_of(tmp_path / "out")
    assert 0 < len(there) < COUNT
    again = run(*arguments(event, workers))
    assert again.code == 0
    assert sorted(documents_of(tmp_path / "out")) == reports(ids(COUNT))
    assert not broken(tmp_path / "out")


def test_a_folder_is_built_into_by_one_command_at_a_time(tmp_path: Path) -> None:
    event = write_event(tmp_path, 10 * COUNT)
    process = start(event, 1)
    second = run(*arguments(event, 1))
    process.terminate()
    end(process)
    assert (second.code, second.out) == (2, "")
    assert f"process {process.pid} on " in second.err
    assert "is building into this folder" in second.err


def test_the_work_of_a_killed_build_is_gone_on_with_and_said(tmp_path: Path) -> None:
    event = write_event(tmp_path, COUNT)
    process = start(event, 2)
    process.kill()
    end(process)
    again = run(*arguments(event, 1))
    assert again.code == 0
    assert f"process {process.pid} on " in again.err
    assert "its work is gone on with" in again.err
    assert not broken(tmp_path / "out")


def limited(event: Path, size: int) -> Ended:
    """Build where no file can be larger than so many bytes, as on a disk that is full."""
    done = subprocess.run(  # noqa: S603 - this project's own command
        [BIN / "cieprep-docs", *arguments(event, 1)],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return Ended(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("size", [0, 10, 1_000, 5_000, 10_000])
def test_a_disk_that_takes_no_more_is_told_and_leaves_nothing_half_written(tmp_path: Path, size: int) -> None:
    event = write_event(tmp_path, 3)
    ended = limited(event, size)
    assert ended.code in {1, 2}
    assert "File too large" in ended.err
    assert "Traceback" not in ended.err
    assert not broken(tmp_path / "out") if (tmp_path / "out").exists() else True
    assert run(*arguments(event, 1)).code == 0
    assert not broken(tmp_path / "out")
    assert {each.file for each in manifest_of(tmp_path / "out").entries} >= set(reports(ids(3)))


def test_a_folder_that_takes_no_files_is_told_before_anything_is_made(tmp_path: Path) -> None:
    event = write_event(tmp_path, 1)
    ended = run("build", event, "-o", "/proc/packs", "--kind", "report")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.splitlines()[-1] == "1 error, nothing written"


def test_workers_import_nothing_from_the_working_directory(tmp_path: Path) -> None:
    event = write_event(tmp_path, 20)
    (tmp_path / "cieprep_docs").mkdir()
    (tmp_path / "cieprep_docs" / "__init__.py").write_text("raise SystemExit(9)", encoding="utf-8")
    ended = run(*arguments(event, 2), cwd=tmp_path)
    assert (ended.code, ended.err) == (0, "")
    assert sorted(documents_of(tmp_path / "out")) == reports(ids(20))


def test_what_was_kept_and_what_was_made_is_said(tmp_path: Path) -> None:
    event = write_event(tmp_path, 3)
    first, second = run(*arguments(event, 1)), run(*arguments(event, 1))
    assert (first.code, second.code) == (0, 0)
    assert "3 documents there already and unchanged, 0 made" in second.out
    (tmp_path / "out" / reports(ids(1))[0]).write_bytes(b"changed by hand")
    third = run(*arguments(event, 1))
    assert third.code == 0
    assert f"changed by hand and left so (--force makes them anew): {reports(ids(1))[0]}" in third.err
    assert run(*arguments(event, 1), "--force", "-q").code == 0
    assert not broken(tmp_path / "out")


def test_a_fault_in_one_document_is_told_with_it_and_the_others_are_written(tmp_path: Path) -> None:
    event = write_event(tmp_path, 3)
    template = templates_of(event) / "reports" / "report.html"
    guilty = '{% if delegation.id == "delegation-001" %}{{ event.tilte }}{% endif %}\n'
    template.write_text(guilty + template.read_text("utf-8"), encoding="utf-8")
    ended = run(*arguments(event, 1))
    assert ended.code == 1
    assert "reports/report.html:1: " in ended.err
    assert "not written: delegation-001/report.en.docx" in ended.err
    assert ended.err.splitlines()[-1] == "1 error; 2 other documents written or unchanged"
    assert sorted(documents_of(tmp_path / "out")) == [reports(ids(3))[0], reports(ids(3))[2]]
    assert "manifest.json" in files_of(tmp_path / "out")


@pytest.mark.parametrize("reader", ["head -1", "true"])
def test_a_program_whose_words_nobody_reads_ends_quietly(reader: str) -> None:
    ended = run_program("bash", "-c", f"'{BIN}/cieprep-docs' names '{EXAMPLE}' | {reader}")
    assert (ended.code, ended.err) == (0, "")
