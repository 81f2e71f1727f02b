"""Executors of every kind, and workers that die."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import distributed
import pytest

from cieprep_docs import load_event
from cieprep_docs.batch import Job, Order, Result, Task, build, make_order, plan_jobs, run_jobs
from cieprep_docs.batch.processes import Processes
from cieprep_docs.batch.stores import FolderStore, Store
from cieprep_docs.choices import Choices
from cieprep_docs.errors import UsageError
from tests.support.command import documents_of, files_of
from tests.support.packs import Deadly, broken, ids, reports, templates_of, write_event

# Untyped, though they say they are not.
Client: Any = distributed.Client
LocalCluster: Any = distributed.LocalCluster


def order_of(event: Path, store: Store) -> tuple[Order, tuple[Task, ...]]:
    loaded = load_event(event).value
    jobs = plan_jobs(loaded, delegations="all", kinds="report")
    return make_order(loaded, jobs, Choices(templates=templates_of(event)), store), tuple(map(Task, jobs))


def outcomes(results: Iterator[Result]) -> dict[str, str]:
    return {each.job.file: each.outcome for each in results}


def alive(pid: int) -> bool:
    """Whether a process still runs; what has ended and is only not yet asked for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_each_executor_writes_the_same_files(tmp_path: Path) -> None:
    event = write_event(tmp_path, 6)
    made = {}
    for name, executor in (
        ("here", None),
        ("processes", Processes(2)),
        ("pool", ProcessPoolExecutor(1, get_context("spawn"))),
    ):
        order, tasks = order_of(event, FolderStore(tmp_path / name))
        assert set(outcomes(run_jobs(order, tasks, executor)).values()) == {"made"}
        if executor:
            executor.shutdown()
        made[name] = documents_of(tmp_path / name)
    assert made["here"] == made["processes"] == made["pool"]
    assert sorted(made["here"]) == reports(ids(6))


class Counting(ProcessPoolExecutor):
    """Counts how often the order travels."""

    orders = 0

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN002, ANN003, ANN201
        self.orders += isinstance(args[1], bytes)
        return super().submit(fn, *args, **kwargs)


def test_what_jobs_share_travels_once_a_worker_and_not_once_a_job(tmp_path: Path) -> None:
    order, tasks = order_of(write_event(tmp_path, 30), FolderStore(tmp_path / "out"))
    window = 2
    with Counting(1, get_context("spawn")) as pool:
        pool.window = window  # type: ignore[attr-defined]
        pool.renew = pool.shutdown  # type: ignore[attr-defined]
        assert len(outcomes(run_jobs(order, tasks, pool))) == 30
    assert 1 <= pool.orders <= window


@pytest.mark.parametrize("always", [True, False])
def test_a_job_that_kills_its_worker_costs_no_other(tmp_path: Path, *, always: bool) -> None:
    """Once it may have been an accident; twice alone it is the cause."""
    victim = reports(ids(12))[5]
    order, tasks = order_of(write_event(tmp_path, 12), Deadly(tmp_path / "out", (victim,), always))
    with Processes(2) as pool:
        results = {each.job.file: each for each in run_jobs(order, tasks, pool)}
    failed = {file for file, each in results.items() if each.outcome == "failed"}
    assert len(results) == 12
    assert failed == ({victim} if always else set())
    assert [each.code for file in failed for each in results[file].faults] == (["BAT014"] if always else [])


def test_an_executor_that_cannot_be_renewed_loses_its_jobs_and_says_so(tmp_path: Path) -> None:
    order, tasks = order_of(write_event(tmp_path, 4), Deadly(tmp_path / "out", (reports(ids(1))[0],)))
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        results = list(run_jobs(order, tasks, pool))
    assert {each.job for each in results} == {each.job for each in tasks}
    assert {fault.code for each in results for fault in each.faults} == {"BAT013"}


def test_a_worker_that_sees_other_files_makes_nothing(tmp_path: Path) -> None:
    event = write_event(tmp_path)
    order, tasks = order_of(event, FolderStore(tmp_path / "out"))
    template = templates_of(event) / "reports" / "report.html"
    template.write_text(template.read_text("utf-8") + "\n", encoding="utf-8")
    with Processes(1) as pool:
        results = list(run_jobs(order, tasks, pool))
    assert {fault.code for each in results for fault in each.faults} == {"BAT012"}
    assert not (tmp_path / "out").exists()


def test_stopped_workers_end_at_once(tmp_path: Path) -> None:
    pool = Processes(2)
    pids = {pool.submit(os.getpid).result() for _ in range(8)}
    for _ in range(4):
        pool.submit(time.sleep, 60)
    began = time.monotonic()
    pool.stop()
    while any(map(alive, pids)) and time.monotonic() - began < 2:
        time.sleep(0.01)
    assert not any(map(alive, pids))
    assert not tmp_path.joinpath("out").exists()


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two workers in processes of their own."""
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as made:
        yield made


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_makes_the_same_files(cluster: Any, tmp_path: Path) -> None:
    event = write_event(tmp_path, 12)
    settings = {"delegations": "all", "kinds": "report", "templates": templates_of(event)}
    build(event, tmp_path / "here", **settings)  # type: ignore[arg-type]
    built = build(event, tmp_path / "there", scheduler=cluster.scheduler_address, **settings)  # type: ignore[arg-type]
    assert built.files("made") == tuple(reports(ids(12)))
    assert files_of(tmp_path / "here") == files_of(tmp_path / "there")
    assert not broken(tmp_path / "there")


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_goes_on_when_one_of_its_workers_is_killed(cluster: Any, tmp_path: Path) -> None:
    victim = reports(ids(8))[3]
    order, tasks = order_of(write_event(tmp_path, 8), Deadly(tmp_path / "out", (victim,), always=False))
    with Client(cluster) as client:
        executor: Executor = client.get_executor(pure=False)
        assert set(outcomes(run_jobs(order, tasks, executor)).values()) == {"made"}


def test_a_scheduler_that_does_not_answer_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no scheduler answers at"):
        build(write_event(tmp_path), tmp_path / "out", scheduler="tcp://127.0.0.1:9", templates=tmp_path / "templates")
    with pytest.raises(UsageError, match="no scheduler answers at"):
        build(write_event(tmp_path), tmp_path / "out", scheduler="carrier-pigeon", templates=tmp_path / "templates")
    assert not (tmp_path / "out").exists()


def test_a_defect_of_ours_is_told_with_its_place(tmp_path: Path) -> None:
    order, (task, *_) = order_of(write_event(tmp_path), FolderStore(tmp_path / "out"))
    unknown = Task(Job(task.job.kind, "en", "nowhere"))
    (result,) = run_jobs(order, [unknown])
    assert result.outcome == "failed"
