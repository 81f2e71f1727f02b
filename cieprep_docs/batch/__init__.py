"""Many documents of one event: planned, then made here, in other processes or on a cluster."""

from cieprep_docs.batch.building import Step, Watch, build
from cieprep_docs.batch.further import Drawing
from cieprep_docs.batch.jobs import Job, plan_jobs
from cieprep_docs.batch.making import Order, Outcome, Result, Task, make_order
from cieprep_docs.batch.outcome import BuildError, Built
from cieprep_docs.batch.running import run_jobs

__all__ = [
    "BuildError",
    "Built",
    "Drawing",
    "Job",
    "Order",
    "Outcome",
    "Result",
    "Step",
    "Task",
    "Watch",
    "build",
    "make_order",
    "plan_jobs",
    "run_jobs",
]
