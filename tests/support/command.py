"""The command as a user runs it: in a process of its own, with an environment of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
EXAMPLE = CHECKOUT / "examples" / "ciep18"
BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


def run(
    *arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None, folder: Path = BIN
) -> Ended:
    """Run ``cieprep-docs`` of an environment whose programs stand in `folder`."""
    return run_program(folder / "cieprep-docs", *arguments, cwd=cwd, env=env)


def run_program(
    program: str | Path, *arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> Ended:
    """Run any program; `env` is added to the environment of the tests."""
    done = subprocess.run(  # noqa: S603 - programs of this project and of its environment
        [program, *arguments],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def build_example(output: Path, *, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> Path:
    """Build the example into `output` and return it; what the command said is shown where it failed."""
    ended = run("build", EXAMPLE, "-o", output, cwd=cwd, env=env)
    assert ended.code == 0, ended.err
    return output


def files_of(folder: Path) -> dict[str, bytes]:
    """Return what stands under a folder, by path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def documents_of(folder: Path) -> dict[str, bytes]:
    """Return the Word and PowerPoint files under a folder, by path."""
    return {name: data for name, data in files_of(folder).items() if name.endswith((".docx", ".pptx"))}
