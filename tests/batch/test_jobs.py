from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from cieprep_docs import Event, build, load_event
from cieprep_docs.batch import Job, plan_jobs
from cieprep_docs.errors import UsageError
from tests.support.command import EXAMPLE
from tests.support.packs import ids, write_event


def event_of(folder: Path, *delegations: str) -> Event:
    """An event made in Python, where nothing checks ids."""
    event = load_event(write_event(folder)).value
    one = event.delegations["delegation-000"]
    return event.model_copy(update={"delegations": {each: one.model_copy(update={"id": each}) for each in delegations}})


def test_jobs_are_small_and_travel() -> None:
    jobs = plan_jobs(load_event(EXAMPLE).value, delegations="all")
    assert pickle.loads(pickle.dumps(jobs)) == jobs  # noqa: S301 - just made
    assert all(len(pickle.dumps(job)) < 200 for job in jobs)


@pytest.mark.parametrize(
    "name", ["../elsewhere", "a/b", "CON", "con", "nul.txt", "lpt1", "trailing.", "trailing ", "", ".", "..", "x" * 65]
)
def test_a_delegation_whose_id_is_no_safe_name_of_a_folder_is_refused(tmp_path: Path, name: str) -> None:
    event = event_of(tmp_path, name or " ")
    with pytest.raises(UsageError, match="cannot be the name of a folder") as caught:
        build(event, tmp_path / "out", delegations="all")
    assert caught.value.diagnostics[0].code == "BAT002"
    assert not (tmp_path / "out").exists()


def test_an_id_of_64_letters_is_a_safe_name(tmp_path: Path) -> None:
    (job,) = plan_jobs(event_of(tmp_path, "x" * 64), delegations="all", kinds="report")
    assert job.file == f"{'x' * 64}/report.en.docx"


@pytest.mark.parametrize("pair", [("russia", "Russia"), ("straße", "STRASSE"), ("caf\u00e9", "cafe\u0301")])
def test_two_delegations_on_one_path_are_refused(tmp_path: Path, pair: tuple[str, str]) -> None:
    with pytest.raises(UsageError, match="are one path on some disks") as caught:
        plan_jobs(event_of(tmp_path, *pair), delegations="all", kinds="report")
    assert "BAT003" in {each.code for each in caught.value.diagnostics}


def test_a_build_of_no_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no kind of document is asked for"):
        build(write_event(tmp_path), tmp_path / "out", kinds=[])
    assert not (tmp_path / "out").exists()


def test_what_tells_one_delegation_of_itself_needs_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is for one delegation"):
        build(write_event(tmp_path), tmp_path / "out", kinds="delegation")
    assert not (tmp_path / "out").exists()


def test_a_delegation_that_is_hidden_from_itself_gets_no_copy(tmp_path: Path) -> None:
    more = "  hidden: {country: FR, languages: [en], zone: Europe/Paris, visibility: internal}\n"
    event = write_event(tmp_path, 1, more=more)
    with pytest.raises(UsageError, match="hidden from itself"):
        build(event, tmp_path / "out", delegations="all", kinds="report")
    assert not (tmp_path / "out").exists()


def test_many_known_names_are_not_all_listed(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        plan_jobs(load_event(write_event(tmp_path, 40)).value, delegations="elsewhere")
    (fault,) = caught.value.diagnostics
    assert fault.hint == f"there are {', '.join(ids(12))} and 28 more"


@pytest.mark.parametrize("inside", [".", "out", "a/b"])
def test_documents_are_not_written_among_what_they_are_made_of(tmp_path: Path, inside: str) -> None:
    event = write_event(tmp_path)
    for source in (event, event / "event.yaml", load_event(event).value):
        with pytest.raises(UsageError, match="is inside the folder of the event") as caught:
            build(source, event / inside)
        assert caught.value.diagnostics[0].code == "BAT009"
    assert sorted(each.name for each in event.iterdir()) == ["event.yaml"]


def test_paths_of_jobs_say_whose_eyes_they_are_for() -> None:
    assert Job("report", "zh+ru", "russia", "secretariat").file == "secretariat/russia/report.zh-ru.docx"
