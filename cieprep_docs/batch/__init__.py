"""Many documents of one event: planned, then made here, in other processes or on a cluster."""

from cieprep_docs.batch.building import Job, Made, build, plan_jobs, run_jobs

__all__ = ["Job", "Made", "build", "plan_jobs", "run_jobs"]
