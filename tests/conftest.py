"""What all tests share: the demo, built once, and the rule that nothing is skipped unseen."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.command import build_example

IN_CI = os.environ.get("CI") == "true"

# No deadline: other work on the machine would decide whether a test passes. The automatic run tries the same examples
# each time, so that it fails only for a reason that is in the change.
settings.register_profile("calm", deadline=None, derandomize=IN_CI)
settings.load_profile("calm")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In the automatic run a skipped test is a test that did not pass."""
    report = yield
    if IN_CI and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and CI=true: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that ``cieprep-docs build examples/ciep18`` fills."""
    return build_example(tmp_path_factory.mktemp("demo") / "ciep18")


@pytest.fixture(scope="session")
def documents(demo: Path) -> list[Path]:
    """The reports and briefings of the demo."""
    return sorted(path for path in demo.rglob("*") if path.suffix in {".docx", ".pptx"})
