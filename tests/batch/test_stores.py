"""Folders and URLs, and whatever can go wrong with each single write."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from cieprep_docs.batch import BuildError, Built, build
from cieprep_docs.batch.manifest import read_manifest
from cieprep_docs.batch.stores import FolderStore, open_store
from cieprep_docs.errors import UsageError
from tests.support.command import files_of
from tests.support.packs import ids, opens, reports, templates_of, write_event

COUNT = 3
FILES = reports(ids(COUNT))


class Faulty(MemoryFileSystem):  # type: ignore[misc]
    """An object store that fails at one put, with an error of the system."""

    protocol = "faulty"
    cachable = False
    store: dict[str, Any] = {}  # noqa: RUF012 - as in the class it comes from
    pseudo_dirs = [""]  # noqa: RUF012 - as in the class it comes from
    puts = 0
    failing = 0
    error = errno.ENOSPC

    def pipe_file(self, path: str, value: bytes, mode: str = "overwrite", **kwargs: Any) -> None:
        """Put a file, or fail."""
        Faulty.puts += 1
        if Faulty.puts == Faulty.failing:
            raise OSError(Faulty.error, os.strerror(Faulty.error))
        super().pipe_file(path, value, mode, **kwargs)


@pytest.fixture
def faulty() -> Iterator[type[Faulty]]:
    """The store, empty and known to fsspec."""
    fsspec.register_implementation("faulty", Faulty, clobber=True)
    Faulty.store.clear()
    Faulty.puts = Faulty.failing = 0
    yield Faulty
    Faulty.store.clear()


def make(event: Path, out: str | Path) -> Built:
    return build(event, out, delegations="all", kinds="report", templates=templates_of(event))


def faults_of(event: Path, out: str) -> list[str]:
    """Build and return what went wrong."""
    try:
        make(event, out)
    except BuildError as error:
        return [each.message for each in error.diagnostics]
    return []


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
def test_a_fault_at_any_single_put_costs_that_file_alone_and_the_next_build_makes_it(
    tmp_path: Path, faulty: type[Faulty], error: int
) -> None:
    event = write_event(tmp_path, COUNT)
    faulty.error = error
    make(event, "faulty://whole")
    puts = faulty.puts
    assert puts > COUNT
    told = list[str]()
    for failing in range(1, puts + 1):
        out = f"faulty://out-{failing}"
        faulty.puts, faulty.failing = 0, failing
        told += faults_of(event, out)
        store = open_store(out)
        there = [file for file in FILES if store.read(file)]
        assert len(there) >= COUNT - 1
        assert all(opens(store.read(file) or b"") for file in there)
        faulty.failing = 0
        again = make(event, out)
        assert set(again.files("kept")) | set(again.files("made")) == set(FILES)
        manifest = read_manifest(store.read("manifest.json") or b"").by_file
        assert all(manifest[file].size == store.size(file) for file in FILES)
    assert len(told) >= puts - 1  # a manifest that could not be saved is saved again at the end
    assert all(os.strerror(error) in each for each in told)


def test_a_url_gets_the_files_that_a_folder_gets(tmp_path: Path) -> None:
    event = write_event(tmp_path, COUNT)
    make(event, tmp_path / "out")
    built = make(event, "memory://packs/forum/")
    store = open_store("memory://packs/forum")
    assert built.files("made") == tuple(FILES)
    assert {name: store.read(name) for name in files_of(tmp_path / "out")} == files_of(tmp_path / "out")
    assert make(event, "memory://packs/forum").files("kept") == tuple(FILES)


def test_processes_write_to_a_url_that_all_of_them_see(tmp_path: Path) -> None:
    event = write_event(tmp_path, 20)
    settings: dict[str, Any] = {"delegations": "all", "kinds": "report", "templates": templates_of(event)}
    built = build(event, f"file://{tmp_path}/out", workers=2, **settings)
    assert len(built.files("made")) == 20


def test_what_a_worker_writes_where_nobody_sees_it_has_failed(tmp_path: Path) -> None:
    """The memory of a worker is its own."""
    event = write_event(tmp_path, 20)
    settings: dict[str, Any] = {"delegations": "all", "kinds": "report", "templates": templates_of(event)}
    with pytest.raises(BuildError, match="where this process does not see it") as caught:
        build(event, "memory://of-each-its-own", workers=2, **settings)
    assert len(caught.value.built.files("failed")) == 20


def test_a_scheme_that_nobody_knows_is_told_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="BAT005"):
        make(write_event(tmp_path), "pigeon://roof")


@pytest.mark.parametrize("call", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.open", "pathlib.Path.mkdir"])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_fault_of_the_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: int
) -> None:
    store = FolderStore(tmp_path / "out")
    store.write("a/report.docx", b"old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(call, fail)
    with pytest.raises(UsageError, match=os.strerror(error)):
        store.write("a/report.docx", b"new")
    monkeypatch.undo()
    assert files_of(tmp_path / "out") == {"a/report.docx": b"old"}


def test_only_what_a_killed_build_had_begun_of_these_files_is_swept(tmp_path: Path) -> None:
    for name in (".report.docx.0123abcd", ".other.docx.0123abcd", ".report.docx.backup", "report.docx", ".hidden"):
        (tmp_path / name).write_bytes(b"x")
    FolderStore(tmp_path).sweep(["report.docx", "missing/report.docx"])
    assert sorted(files_of(tmp_path)) == [".hidden", ".other.docx.0123abcd", ".report.docx.backup", "report.docx"]
