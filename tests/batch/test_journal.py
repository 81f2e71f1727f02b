"""What a build that was killed had written before its manifest could tell of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from cieprep_docs import load_event
from cieprep_docs.batch import BuildError, Built, build, make_order, plan_jobs, run_jobs
from cieprep_docs.batch.digests import digest_bytes
from cieprep_docs.batch.jobs import Job
from cieprep_docs.batch.journal import load_manifest, write_noted
from cieprep_docs.batch.making import Task
from cieprep_docs.batch.manifest import FILE, Entry, Manifest, write_manifest
from cieprep_docs.batch.stores import FolderStore, Store, open_store
from cieprep_docs.choices import Choices
from tests.support.packs import broken, ids, manifest_of, reports, templates_of, write_event

FILES = reports(ids(3))
OLD, NEW = b"old", b"new"


def entry_of(data: bytes) -> Entry:
    return Entry("report.en.docx", "report", ("en",), None, "public", "inputs", digest_bytes(data), len(data))


@pytest.fixture(params=["folder", "url"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A store in which an earlier build has written one document."""
    made = open_store(tmp_path if request.param == "folder" else "memory://noted")
    made.write(entry_of(OLD).file, OLD)
    made.write(FILE, write_manifest(Manifest((entry_of(OLD),), request="the same")))
    yield made
    fsspec.filesystem("memory").store.clear()


def test_what_was_written_is_known_though_no_manifest_was_saved(store: Store) -> None:
    write_noted(store, entry_of(NEW), NEW)
    assert load_manifest(store) == Manifest((entry_of(NEW),))


def test_what_was_noted_and_not_written_is_as_it_was(store: Store) -> None:
    store.note(b"{half a li")
    store.note(b'{"file": "report.en.docx"}')
    assert load_manifest(store) == Manifest((entry_of(OLD),))


def test_what_a_person_has_changed_after_the_build_was_killed_is_not_the_builds(store: Store) -> None:
    write_noted(store, entry_of(NEW), NEW)
    store.write(entry_of(NEW).file, b"corrected by hand")
    assert load_manifest(store).entries == (entry_of(OLD),)


def test_notes_are_of_use_until_they_are_forgotten(store: Store) -> None:
    write_noted(store, entry_of(NEW), NEW)
    store.forget()
    store.forget()
    assert load_manifest(store) == Manifest((entry_of(OLD),), request="the same")


def left_by_a_killed_build(event: Path) -> None:
    """Make the documents as a build does that comes to no end."""
    loaded = load_event(event).value
    jobs: tuple[Job, ...] = plan_jobs(loaded, delegations="all", kinds="report")
    store = FolderStore(event.parent / "out")
    order = make_order(loaded, jobs, Choices(templates=templates_of(event)), store, force=True)
    list(run_jobs(order, tuple(map(Task, jobs))))


def retitle(event: Path) -> None:
    file = event / "event.yaml"
    file.write_text(file.read_text("utf-8").replace("title: Small Event", "title: Smaller Event", 1), encoding="utf-8")


def make(event: Path) -> Built:
    return build(event, event.parent / "out", delegations="all", kinds="report", templates=templates_of(event))


def test_what_a_killed_build_made_is_kept(tmp_path: Path) -> None:
    event = write_event(tmp_path)
    left_by_a_killed_build(event)
    assert make(event).files("kept") == tuple(FILES)
    assert not broken(tmp_path / "out")
    assert {each.file for each in manifest_of(tmp_path / "out").entries} >= set(FILES)


def test_what_a_killed_build_made_is_made_anew_when_the_event_has_changed(tmp_path: Path) -> None:
    event = write_event(tmp_path)
    left_by_a_killed_build(event)
    retitle(event)
    assert make(event).files("made") == tuple(FILES)
    assert not broken(tmp_path / "out")


def test_an_event_that_is_as_before_a_killed_build_gets_its_documents_back(tmp_path: Path) -> None:
    event = write_event(tmp_path)
    before = (event / "event.yaml").read_text("utf-8")
    make(event)
    retitle(event)
    left_by_a_killed_build(event)
    (event / "event.yaml").write_text(before, encoding="utf-8")
    assert make(event).files("made") == tuple(FILES)


def test_a_persons_work_on_what_a_killed_build_made_is_not_lost(tmp_path: Path) -> None:
    event = write_event(tmp_path)
    left_by_a_killed_build(event)
    edited = tmp_path / "out" / FILES[1]
    edited.write_bytes(b"corrected by hand")
    retitle(event)
    with pytest.raises(BuildError, match="BAT010") as caught:
        make(event)
    assert edited.read_bytes() == b"corrected by hand"
    assert caught.value.built.files("made") == (FILES[0], FILES[2])
