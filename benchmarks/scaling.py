"""What many documents cost: ``python benchmarks/scaling.py [KINDS [SIZE …]]``, on Linux.

The forum of the examples gets 12, 120 and 1,200 delegations: copies of its own that only they themselves see, so that a
report is as long in each event. Their documents, of KINDS, or reports alone, are made by one process and by two, as the
command makes them. Counted are CPU seconds and the peak memory of every process, as the system counts them, and so a
busy machine matters little. The gain of two processes is what remains when the work of the workers is halved and all
else is not.

Aims: cost of a file within 10 % from 120 to 1,200 delegations, 200 MB a worker, two processes 1.7 times as fast as
one, 2 CPU seconds for a build that finds nothing to do.
"""  # noqa: INP001 - a script

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FORUM = Path(__file__).resolve().parent.parent / "examples" / "forum"
COMMAND = Path(sys.executable).parent / "cieprep-docs"
SIZES = (12, 120, 1200)
AIM_FLAT, AIM_MEMORY, AIM_GAIN, AIM_UNCHANGED = 1.1, 200, 1.7, 2.0
_TICKS = os.sysconf("SC_CLK_TCK")
_OFTEN = 0.05
_WORKER = 1.0
"""CPU seconds from which a process besides the first is taken for a worker; others only start workers."""


@dataclass
class Spent:
    """What a command cost: CPU seconds and peak megabytes, by process."""

    first: int
    seconds: dict[int, float] = field(default_factory=dict)
    megabytes: dict[int, float] = field(default_factory=dict)
    wall: float = 0.0

    @property
    def total(self) -> float:
        """CPU seconds of all processes."""
        return sum(self.seconds.values())

    @property
    def workers(self) -> list[int]:
        """The processes that made documents."""
        others = [pid for pid in self.seconds if pid != self.first and self.seconds[pid] > _WORKER]
        return others or [self.first]

    @property
    def memory(self) -> float:
        """Peak megabytes of the largest worker."""
        return max(self.megabytes[pid] for pid in self.workers)

    @property
    def shared_out(self) -> float:
        """Seconds that remain where each worker has a core of its own."""
        if self.workers == [self.first]:
            return self.total
        busiest = sum(self.seconds[pid] for pid in self.workers) / len(self.workers)
        return self.seconds[self.first] + busiest


def write_forum(folder: Path, count: int) -> Path:
    """Write the forum with so many delegations; those added are like the twelve, and visible to themselves alone."""
    shutil.copytree(FORUM, folder)
    file = folder / "event.yaml"
    before, mark, after = file.read_text("utf-8").partition("\ndelegations:\n")
    records, gap, rest = after.partition("\n\n")
    originals = list(_records(records))
    added = (_copy(originals[number % len(originals)], number) for number in range(count - len(originals)))
    file.write_text(before + mark + "\n".join([records, *added]) + gap + rest, encoding="utf-8")
    return folder


def _records(text: str) -> Iterator[list[str]]:
    found: list[list[str]] = []
    for line in text.splitlines():
        if line.startswith("  ") and not line.startswith("   "):
            found.append([])
        found[-1].append(line)
    yield from found


def _copy(record: list[str], number: int) -> str:
    name = f"{record[0].strip().rstrip(':')}-{number:04}"
    kept = [line for line in record[1:] if not line.strip().startswith(("host:", "visibility:"))]
    first = [f"    languages: [{_language(line)}]" if "languages:" in line else line for line in kept]
    return "\n".join([f"  {name}:", *first, f"    visibility: [{name}]"])


def _language(line: str) -> str:
    return line.partition("[")[2].split(",")[0].split("+")[0].strip(" ]")


def run(event: Path, out: Path, workers: int, kinds: str) -> Spent:
    """Build the documents of all delegations and return what it cost."""
    chosen = ["--delegation", "all", "--kind", kinds, "-q", "-j", str(workers)]
    command = [COMMAND, "build", event, "-o", out, *chosen]
    began = time.perf_counter()
    with subprocess.Popen(command, start_new_session=True) as process:  # noqa: S603 - this project's own command
        spent = Spent(process.pid)
        while process.poll() is None:
            _look(spent)
            time.sleep(_OFTEN)
    if process.returncode:
        sys.exit(process.returncode)
    spent.wall = time.perf_counter() - began
    return spent


def _look(spent: Spent) -> None:
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) != spent.first:
                continue
            pid = int(entry.name)
            spent.seconds[pid] = (int(fields[11]) + int(fields[12])) / _TICKS
            spent.megabytes[pid] = max(spent.megabytes.get(pid, 0), _peak(entry))
        except OSError:
            continue  # it has just ended


def _peak(entry: Path) -> float:
    for line in (entry / "status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


def measure(folder: Path, size: int, kinds: str) -> dict[str, float]:
    """Return the figures of one event, and print them."""
    event = write_forum(folder / f"forum-{size}", size)
    one, two = (run(event, folder / f"out-{size}-{workers}", workers, kinds) for workers in (1, 2))
    again = run(event, folder / f"out-{size}-1", 1, kinds)
    files = len(list((folder / f"out-{size}-1").rglob("*.*.??*x")))
    figures = {
        "milliseconds a file": one.total / files * 1000,
        "files a second and core": files / one.total,
        "megabytes, one process": one.memory,
        "megabytes a worker of two": two.memory,
        "gain of two processes": one.total / two.shared_out,
        "seconds unchanged": again.total,
    }
    print(f"{size} delegations, {files} files; wall {one.wall:.0f} s, {two.wall:.0f} s, {again.wall:.1f} s")  # noqa: T201
    for name, value in figures.items():
        print(f"  {name}: {value:.2f}", flush=True)  # noqa: T201 - a script
    return figures


def main() -> int:
    """Print all figures and return 1 where an aim is missed."""
    kinds, *given = sys.argv[1:] or ("report",)
    sizes = tuple(map(int, given)) or SIZES
    with tempfile.TemporaryDirectory() as folder:
        found = {size: measure(Path(folder), size, kinds) for size in sizes}
    most = found[sizes[-1]]
    flat = most["milliseconds a file"] / found[sizes[-2] if len(sizes) > 1 else sizes[-1]]["milliseconds a file"]
    print(f"cost of a file, {sizes[-1]} to {sizes[-2] if len(sizes) > 1 else sizes[-1]} delegations: {flat:.2f}")  # noqa: T201
    return int(
        flat > AIM_FLAT
        or most["megabytes a worker of two"] > AIM_MEMORY
        or most["gain of two processes"] < AIM_GAIN
        or most["seconds unchanged"] > AIM_UNCHANGED
    )


if __name__ == "__main__":
    sys.exit(main())
