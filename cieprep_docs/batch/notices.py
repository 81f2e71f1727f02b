"""What changed since an earlier state of an event, told to each delegation in its languages."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Unpack

from cieprep_docs.batch.jobs import Job, plan_jobs
from cieprep_docs.choices import ReportChoices
from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.errors import CieprepError, UsageError, join_errors
from cieprep_docs.model.audience import PUBLIC, SECRETARIAT
from cieprep_docs.model.event import Event
from cieprep_docs.office.package import make_folder, save_bytes
from cieprep_docs.outputs import Report
from cieprep_docs.pipeline import make_notice


@dataclass(frozen=True, slots=True)
class Notice:
    """What one reader is told in one language."""

    job: Job
    report: Report | None
    """None where the reader sees no change, and nothing is written."""

    @property
    def files(self) -> tuple[str, ...]:
        """The paths under the output folder: the Word file and the same as text."""
        stem = PurePosixPath(self.job.file).with_name(f"changes.{self.job.language.replace('+', '-')}")
        return (f"{stem}.docx", f"{stem}.txt") if self.report else ()


def tell_changes(  # noqa: PLR0913 - the choices of a build, each by name
    earlier: Event,
    event: Event,
    out: str | Path,
    *,
    delegations: str | Collection[str] = "all",
    audience: str | None = None,
    languages: str | Collection[str] = (),
    strict: bool = False,
    **choices: Unpack[ReportChoices],
) -> tuple[Notice, ...]:
    """Write under a folder, for each delegation and language, what changed since an ``earlier`` state of the event.

    ``changes.ru.docx`` and ``changes.ru.txt`` stand where build puts the delegation's other documents. Who sees no
    change gets no file. ``all`` are the delegations of both states; with ``audience`` ``public`` or ``secretariat``
    and no delegations the notice is for that reader. The other arguments are those of build and make_report. Raises
    CieprepError with all that is wrong with all notices; nothing is written then.
    """
    jobs = _plan(earlier, event, delegations, audience, languages)
    notices: list[Notice] = []
    failed: list[CieprepError] = []
    for job in jobs:
        try:
            notices.append(_make_notice(earlier, event, job, strict, choices))
        except CieprepError as error:
            failed.append(error)
    if failed:
        raise join_errors(failed)
    for notice in notices:
        _save(notice, Path(out))
    return tuple(notices)


def _plan(
    earlier: Event,
    event: Event,
    delegations: str | Collection[str],
    audience: str | None,
    languages: str | Collection[str],
) -> tuple[Job, ...]:
    """Return a job for each notice. Raises UsageError for a delegation that had no documents to change."""
    if delegations == "all":
        without = audience in {PUBLIC, SECRETARIAT}
        delegations = () if without else [each for each in event.delegations if each in earlier.delegations]
    jobs = plan_jobs(event, delegations=delegations, audience=audience, kinds=["report"], languages=languages)
    new = dict.fromkeys(job.delegation for job in jobs if job.delegation and job.delegation not in earlier.delegations)
    if new:
        message = "the earlier state of the event has no delegation “{}”, so nothing changed for it"
        hint = "make its documents with build"
        raise UsageError(*(Diagnostic("CLI037", message.format(each), hint=hint) for each in new))
    return jobs


def _make_notice(earlier: Event, event: Event, job: Job, strict: bool, choices: ReportChoices) -> Notice:  # noqa: FBT001 - private
    reader = {"delegation": job.delegation, "audience": job.audience}
    return Notice(job, make_notice(earlier, event, job.languages, strict=strict, **reader, **choices))


def _save(notice: Notice, out: Path) -> None:
    if notice.report is None:
        return
    word, text = (out / file for file in notice.files)
    make_folder(word.parent)
    save_bytes(word, notice.report.to_bytes())
    save_bytes(text, notice.report.to_text().encode())
