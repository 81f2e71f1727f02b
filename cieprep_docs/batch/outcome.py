"""What came of a build."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from immutabledict import immutabledict

from cieprep_docs.batch.making import Outcome, Result
from cieprep_docs.batch.manifest import Entry
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.errors import CieprepError
from cieprep_docs.outputs import Proposed
from cieprep_docs.source import LoadedEvent

_FEW = 5


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build."""

    entries: tuple[Entry, ...] = ()
    """Of the documents asked for that stand there, in the order of the jobs, and of what further steps made."""
    index: tuple[Entry, ...] = ()
    """The pages that lead to all files, the secretariat's first."""
    outcomes: Mapping[str, Outcome] = immutabledict()
    """What became of each document asked for, by its file."""
    failures: tuple[Diagnostic, ...] = ()
    """Each once, with the files that it cost."""
    older: tuple[str, ...] = ()
    """Files of earlier builds that stand there and that this one was not asked for."""
    proposed: tuple[Proposed, ...] = ()
    """In the documents that were made now."""
    loaded: LoadedEvent | None = None
    """The event as it was read, if it had to be."""
    left_by: str = ""
    """Who died while building into the folder before."""

    def files(self, outcome: Outcome) -> tuple[str, ...]:
        """Return the documents of which this became."""
        return tuple(file for file, each in self.outcomes.items() if each == outcome)


class BuildError(CieprepError):
    """Some documents could not be made or written; ``built`` tells of all, and every other one is there."""

    def __init__(self, built: Built) -> None:
        super().__init__(*built.failures)
        self.built = built

    def __reduce__(self) -> tuple[type[BuildError], tuple[Built]]:
        return BuildError, (self.built,)


def fold_failures(results: Sequence[Result]) -> tuple[Diagnostic, ...]:
    """Return each fault once, with the documents that it cost."""
    costs: dict[Diagnostic, list[str]] = {}
    for result in results:
        for fault in result.faults if result.outcome == "failed" else ():
            costs.setdefault(fault, []).append(result.job.file)
    return tuple(
        replace(fault, message=f"{fault.message}; not written: {_few(files)}") for fault, files in costs.items()
    )


def _few(files: Sequence[str]) -> str:
    more = f" and {len(files) - _FEW} more" if len(files) > _FEW else ""
    return ", ".join(files[:_FEW]) + more
