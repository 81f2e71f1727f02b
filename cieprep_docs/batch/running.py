"""Jobs handed to an executor, and their results as they come, whatever becomes of its workers."""

from __future__ import annotations

import pickle
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from functools import lru_cache
from typing import Any, Generic, Protocol, TypeVar, runtime_checkable

from cieprep_docs.batch.digests import digest_bytes
from cieprep_docs.batch.making import Order, digest_order
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.model.identity import Same

_DEATHS = 2
"""How often a worker must die with one job alone before the job is taken for the cause."""

_held: dict[str, tuple[Order, bool]] = {}
"""The order of this process by its digest, and whether this process sees the same files; one at a time."""


R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class Work(Protocol[R_co]):
    """What a worker is handed: a document to make, or pages that lead to documents."""

    @property
    def name(self) -> str:
        """What tells it from others."""

    def attempt(self, order: Order) -> R_co:
        """Do it; what goes wrong comes back as a value."""

    def fail(self, *faults: Diagnostic) -> R_co:
        """Return what comes of it where it could not be done."""


@runtime_checkable
class Renewable(Protocol):
    """An executor that can start its workers anew after one has died."""

    window: int
    """How many jobs it is handed at a time; those are the ones that a death leaves in doubt."""

    def renew(self) -> None:
        """Start new workers."""


def run_jobs(order: Order, tasks: Sequence[Work[R]], executor: Executor | None = None) -> Iterator[R]:
    """Yield what becomes of each job, in the order in which they end; no fault of one costs another.

    ``executor`` is any; without it the documents are made here. The order travels to a worker when it first meets one
    of its jobs. Where a worker of an executor that can be renewed dies, the jobs in doubt are tried again one by one.
    """
    if executor is None:
        return (task.attempt(order) for task in tasks)
    return _Run(order, tasks, executor).results()


@lru_cache(maxsize=1)
def _pack(order: Same[Order]) -> bytes:
    """Documents and the pages that lead to them go by the same order, which is the same bytes then."""
    return pickle.dumps(order.value)


class _Run(Generic[R]):
    """One run through an executor."""

    def __init__(self, order: Order, tasks: Sequence[Work[R]], executor: Executor) -> None:
        self._payload = _pack(Same(order))
        self._key = digest_bytes(self._payload)
        self._executor = executor
        self._window = executor.window if isinstance(executor, Renewable) else len(tasks)
        self._waiting = deque(tasks)
        self._doubtful = deque[Work[R]]()
        self._deaths = Counter[str]()
        self._alone = False
        self._running: dict[Future[Any], Work[R]] = {}

    def results(self) -> Iterator[R]:
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

    def _submit(self, task: Work[R], payload: bytes | None = None) -> None:
        try:
            future = self._executor.submit(attempt_there, self._key, payload, task)
        except BrokenExecutor as error:
            future = Future()
            future.set_exception(error)
        self._running[future] = task

    def _collect(self, done: set[Future[Any]]) -> Iterator[R]:
        for future in done:
            task = self._running.pop(future)
            error = future.exception()
            result = _lost(task, "BAT013", f"was lost: {type(error).__name__}: {error}") if error else future.result()
            if result is None:
                self._submit(task, self._payload)
            else:
                yield result

    def _recover(self) -> Iterator[R]:
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

    def _doubt(self, lost: Sequence[Work[R]]) -> Iterator[R]:
        for task in lost:
            self._deaths[task.name] += self._alone
            if self._deaths[task.name] < _DEATHS:
                self._doubtful.append(task)
            else:
                yield _lost(task, "BAT014", f"its worker died, {_DEATHS} times with this document alone")


def attempt_there(key: str, payload: bytes | None, task: Work[R]) -> R | None:
    """Make a document in a worker. Without the order of this key it returns None, and is to be called with it."""
    if key not in _held and payload is None:
        return None
    if key not in _held:
        order: Order = pickle.loads(payload or b"")  # noqa: S301 - from the process whose work this is
        _held.clear()
        _held[key] = order, digest_order(order) == order.sources
    order, agrees = _held[key]
    if agrees:
        return task.attempt(order)
    hint = "event, catalogs, templates and this program must be the same on all machines"
    return _lost(task, "BAT012", "its worker sees other files than this process", hint)


def _lost(task: Work[R], code: str, message: str, hint: str = "") -> R:
    return task.fail(Diagnostic(code, message, hint=hint))
