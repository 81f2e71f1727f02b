from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cieprep_docs import Event, build, load_event
from cieprep_docs.batch import BuildError, Job, Task, make_order, plan_jobs, run_jobs
from cieprep_docs.batch.stores import FolderStore
from cieprep_docs.choices import Choices
from cieprep_docs.errors import UsageError
from tests.support.command import EXAMPLE, documents_of


@pytest.fixture(scope="module")
def event() -> Event:
    return load_event(EXAMPLE).value


def files(jobs: tuple[Job, ...]) -> list[str]:
    return [job.file for job in jobs]


def test_the_public_set_has_every_kind_in_every_language_of_the_event(event: Event) -> None:
    assert files(plan_jobs(event)) == [
        "report.zh.docx",
        "report.en.docx",
        "report.ru.docx",
        "briefing.zh.pptx",
        "briefing.en.pptx",
        "briefing.ru.pptx",
    ]


def test_every_delegation_gets_a_folder_in_its_languages(event: Event) -> None:
    assert files(plan_jobs(event, delegations="all", kinds=["report"])) == [
        "china/report.zh.docx",
        "russia/report.ru.docx",
    ]


def test_what_is_named_twice_is_made_once(event: Event) -> None:
    jobs = plan_jobs(event, delegations=["russia", "russia"], kinds=["report", "report"], languages=["ru", "ru-RU"])
    assert files(jobs) == ["russia/report.ru.docx"]
    assert files(plan_jobs(event, delegations="russia", kinds="report", languages="ru")) == files(jobs)


def test_all_that_does_not_exist_is_said_at_once(event: Event) -> None:
    with pytest.raises(UsageError) as caught:
        plan_jobs(event, delegations=["rusia", "china", "france"], kinds=["letter"])
    assert [each.message for each in caught.value.diagnostics] == [
        'there is no delegation "rusia"',
        'there is no delegation "france"',
        'there is no kind of document "letter"',
    ]


def test_any_executor_makes_the_same_documents(event: Event, tmp_path: Path) -> None:
    jobs = plan_jobs(event, kinds=["report"])
    tasks = [Task(job) for job in jobs]
    orders = {name: make_order(event, jobs, Choices(), FolderStore(tmp_path / name)) for name in ("here", "threads")}
    here = list(run_jobs(orders["here"], tasks))
    with ThreadPoolExecutor(2) as pool:
        there = list(run_jobs(orders["threads"], tasks, pool))
    assert [each.job for each in here] == list(jobs)
    assert {each.job: each for each in there} == {each.job: each for each in here}
    assert documents_of(tmp_path / "here") == documents_of(tmp_path / "threads")


def test_a_fault_of_many_documents_is_told_once_and_costs_no_other(event: Event, tmp_path: Path) -> None:
    template = tmp_path / "templates" / "decks" / "briefing.html"
    template.parent.mkdir(parents=True)
    template.write_text("<article>\n{{ event.tilte }}\n</article>", encoding="utf-8")
    with pytest.raises(BuildError) as caught:
        build(event, tmp_path / "out", templates=tmp_path / "templates", delegations="all", languages=["en", "ru"])
    (fault,) = caught.value.diagnostics
    assert str(fault.location) == "decks/briefing.html:2"
    lost = [f"{delegation}/briefing.{language}.pptx" for delegation in ("china", "russia") for language in ("en", "ru")]
    assert fault.message.endswith(f"not written: {', '.join(lost)}")
    reports = [file.replace("briefing", "report").replace("pptx", "docx") for file in lost]
    assert list(caught.value.built.files("made")) == reports
    assert sorted(documents_of(tmp_path / "out")) == sorted(reports)


def test_a_build_can_start_from_a_path(tmp_path: Path) -> None:
    built = build(EXAMPLE / "event.yaml", tmp_path, kinds=["briefing"], languages=["zh-CN"])
    (entry,) = built.entries
    assert (entry.file, entry.languages, entry.audience) == ("briefing.zh.pptx", ("zh",), "public")
    assert entry.digest == hashlib.sha256((tmp_path / "briefing.zh.pptx").read_bytes()).hexdigest()
    assert entry.slides


def test_own_language_comes_first_in_each_copy(event: Event) -> None:
    jobs = plan_jobs(event, delegations="all", kinds="report", languages="zh+ru")
    assert [job.file for job in jobs] == ["china/report.zh-ru.docx", "russia/report.ru-zh.docx"]


def test_a_build_needs_a_worker(event: Event, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="workers must be 1 or more, not 0"):
        build(event, tmp_path, workers=0)


@pytest.mark.parametrize("languages", ["zh+zh", "zh+xx", "+"])
def test_languages_of_one_document_exist_and_are_named_once(event: Event, languages: str) -> None:
    with pytest.raises(UsageError):
        plan_jobs(event, kinds="report", languages=languages)
