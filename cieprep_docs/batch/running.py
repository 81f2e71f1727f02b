"""Jobs handed to an executor, and their results as they come, whatever becomes of its workers."""

from __future__ import annotations

import pickle
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from typing import Any, Protocol, runtime_checkable

from cieprep_docs.batch.digests import digest_bytes
from cieprep_docs.batch.jobs import Job
from cieprep_docs.batch.making import Order, Result, Task, attempt, digest_order
from cieprep_docs.diagnostics import Diagnostic

_DEATHS = 2
"""How often a worker must die with one job alone before the job is taken for the cause."""

_held: dict[str, tuple[Order, bool]] = {}
"""The order of this process by its digest, and whether this process sees the same files; one at a time."""


@runtime_checkable
class Renewable(Protocol):
    """An executor that can start its workers anew after one has died."""

    window: int
    """How many jobs it is handed at a time; those are the ones that a death leaves in doubt."""

    def renew(self) -> None:
        """Start new workers."""


def run_jobs(order: Order, tasks: Sequence[Task], executor: Executor | None = None) -> Iterator[Result]:
    """Yield what becomes of each job, in the order in which they end; no fault of one costs another.

    ``executor`` is any; without it the documents are made here. The order travels to a worker when it first meets one
    of its jobs. Where a worker of an executor that can be renewed dies, the jobs in doubt are tried again one by one.
    """
    if executor is None:
        return (attempt(order, task) for task in tasks)
    return _Run(order, tasks, executor).results()


class _Run:
    """One run through an executor."""

    def __init__(self, order: Order, tasks: Sequence[Task], executor: Executor) -> None:
        self._payload = pickle.dumps(order)
        self._key = digest_bytes(self._payload)
        self._executor = executor
        self._window = executor.window if isinstance(executor, Renewable) else len(tasks)
        self._waiting = deque(tasks)
        self._doubtful = deque[Task]()
        self._deaths = Counter[Job]()
        self._alone = False
        self._running: dict[Future[Any], Task] = {}

    def results(self) -> Iterator[Result]:
        try:
            while self._waiting or self._doubtful or self._running:
                self._hand_out()
                done, _ = wait(self._running, return_when=FIRST_COMPLETED)
                if any(isinstance(each.exception(), BrokenExecutor) for each in done):
                    yield from self._recover()
                else:
                    yield from self._collect(done)
        finally:
            for future in self._running:
                future.cancel()

    def _hand_out(self) -> None:
        """Hand out what there is room for. A job in doubt goes alone, so that a death tells who caused it."""
        if not self._running:
            self._alone = bool(self._doubtful)
        queue, limit = (self._doubtful, 1) if self._alone else (self._waiting, self._window)
        while queue and len(self._running) < limit:
            self._submit(queue.popleft())

    def _submit(self, task: Task, payload: bytes | None = None) -> None:
        try:
            future = self._executor.submit(attempt_there, self._key, payload, task)
        except BrokenExecutor as error:
            future = Future()
            future.set_exception(error)
        self._running[future] = task

    def _collect(self, done: set[Future[Any]]) -> Iterator[Result]:
        for future in done:
            task = self._running.pop(future)
            error = future.exception()
            result = _lost(task, "BAT013", f"was lost: {type(error).__name__}: {error}") if error else future.result()
            if result is None:
                self._submit(task, self._payload)
            else:
                yield result

    def _recover(self) -> Iterator[Result]:
        """Start anew after a worker has died. It takes all that was handed out with it, ended or not."""
        wait(self._running)
        ended = {each for each in self._running if not isinstance(each.exception(), BrokenExecutor)}
        lost = [task for future, task in self._running.items() if future not in ended]
        self._running = {each: self._running[each] for each in ended}
        if isinstance(self._executor, Renewable):
            self._executor.renew()
            yield from self._doubt(lost)
        else:
            lost += [*self._doubtful, *self._waiting]
            self._doubtful.clear()
            self._waiting.clear()
            yield from (_lost(each, "BAT013", "was lost: the workers of the executor have died") for each in lost)
        yield from self._collect(ended)

    def _doubt(self, lost: Sequence[Task]) -> Iterator[Result]:
        for task in lost:
            self._deaths[task.job] += self._alone
            if self._deaths[task.job] < _DEATHS:
                self._doubtful.append(task)
            else:
                yield _lost(task, "BAT014", f"its worker died, {_DEATHS} times with this document alone")


def attempt_there(key: str, payload: bytes | None, task: Task) -> Result | None:
    """Make a document in a worker. Without the order of this key it returns None, and is to be called with it."""
    if key not in _held and payload is None:
        return None
    if key not in _held:
        order: Order = pickle.loads(payload or b"")  # noqa: S301 - from the process whose work this is
        _held.clear()
        _held[key] = order, digest_order(order) == order.sources
    order, agrees = _held[key]
    if agrees:
        return attempt(order, task)
    hint = "event, catalogs, templates and this program must be the same on all machines"
    return _lost(task, "BAT012", "its worker sees other files than this process", hint)


def _lost(task: Task, code: str, message: str, hint: str = "") -> Result:
    return Result(task.job, "failed", faults=(Diagnostic(code, message, hint=hint),))
