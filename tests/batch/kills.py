"""Kills builds, and workers of builds, at random moments; a program of its own, so that it may fork and kill at will.

``kills.py parent FOLDER TIMES``: a build in one process. ``kills.py tree FOLDER TIMES``: a build with workers, of which
the first process is killed. ``kills.py worker FOLDER TIMES``: a worker, while the build goes on. It prints what broke.
After every other kill the event is edited, so that the next build overwrites what the killed one has written.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from cieprep_docs import load_event
from cieprep_docs.batch import BuildError, build
from tests.support.packs import broken, opens, reports, templates_of, write_event

COUNT = 16
FEW = 3
"""Of which fewer do where no worker is needed."""
CHANCE = random.Random(18)  # noqa: S311 - the same moments in each run
_PATIENCE = 10


def make(event: Path, workers: int) -> None:
    """Build the reports of all delegations."""
    kept = {"delegations": "all", "kinds": "report", "templates": templates_of(event)}
    build(event, event.parent / "out", workers=workers, **kept)  # type: ignore[arg-type]


def in_a_fork(work: Callable[[], None]) -> int:
    """Start some work in a process of its own and return its number."""
    child = os.fork()
    if not child:
        os.setsid()
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - this process ends here, whatever happens
            os._exit(1 if isinstance(error, BuildError) else 2)
        os._exit(0)
    return child


def others_of(session: int) -> list[int]:
    """The living processes of a session but the first."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            fields = (entry / "stat").read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] != "Z" and int(fields[3]) == session and int(entry.name) != session:
            found.append(int(entry.name))
    return found


def change(event: Path, number: int) -> None:
    """Let every document be out of date."""
    file = event / "event.yaml"
    words = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("title:")]
    file.write_text("\n".join([*words, f"title: Small Event {number}", ""]), encoding="utf-8")


def half_written(out: Path) -> list[str]:
    """The documents that do not open."""
    return [path.name for path in out.rglob("*.docx") if not path.name.startswith(".") and not opens(path.read_bytes())]


def kill_parent(event: Path, number: int, workers: int, seconds: float) -> list[str]:
    """Kill a build at a random moment, and build again; return what broke."""
    change(event, number)
    child = in_a_fork(lambda: make(event, workers))
    time.sleep(CHANCE.random() * seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    ended = time.monotonic()
    while others_of(child) and time.monotonic() - ended < _PATIENCE:
        time.sleep(0.01)
    if number % 2:
        change(event, -number)
    left = [f"process {each} is left over" for each in others_of(child)]
    return [*left, *half_written(event.parent / "out"), *finish(event)]


def kill_workers(event: Path, number: int, times: int) -> list[str]:
    """Kill workers of one build, one after another, while it goes on; return what broke."""
    change(event, number)
    child = in_a_fork(lambda: make(event, 2))
    killed = 0
    status = 0
    while not status and killed < times:
        time.sleep(CHANCE.random() * 0.1)
        workers = [each for each in others_of(child) if is_first_of_its_group(each)]
        if workers:
            os.kill(CHANCE.choice(workers), signal.SIGKILL)
            killed += 1
        status, code = os.waitpid(child, os.WNOHANG)
    if not status:
        _, code = os.waitpid(child, 0)
    print(f"{killed} killed", flush=True)  # noqa: T201 - what the test reads
    # One document alone with two killed workers is taken for the cause: it is told, and the exit code is 1.
    failed = [f"the build ended with {code}"] if os.waitstatus_to_exitcode(code) not in {0, 1} else []
    return [*failed, *half_written(event.parent / "out"), *finish(event)]


def is_first_of_its_group(pid: int) -> bool:
    """Whether a process is a worker: those are first of a group of their own."""
    try:
        return os.getpgid(pid) == pid
    except ProcessLookupError:
        return False


def finish(event: Path) -> list[str]:
    """Build to the end, here, and return what is not as it should be then."""
    make(event, 1)
    out = event.parent / "out"
    missing = [each for each in reports(load_event(event).value.delegations) if not (out / each).exists()]
    return [*missing, *broken(out)]


def main() -> int:
    """Kill so many times; print and return what broke."""
    what, folder, times = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    event = write_event(folder, FEW if what == "parent" else COUNT)
    began = time.monotonic()
    finish(event)
    once = time.monotonic() - began
    for number in range(times):
        if what == "parent":
            found = kill_parent(event, number, 1, once)
        elif what == "tree":
            found = kill_parent(event, number, 2, once + 1)
        else:
            found = kill_workers(event, number, 4)
        if found:
            print(number, *found, sep="\n")  # noqa: T201 - what the test reads
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
