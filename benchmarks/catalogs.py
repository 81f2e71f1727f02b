"""What catalogs cost and what their checks find: ``python benchmarks/catalogs.py``."""  # noqa: INP001 - a script

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import process_time
from timeit import Timer

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the planted faults stand with the tests

from cieprep_docs.catalogs.checks.catalog import Checker  # noqa: E402 - after the path
from cieprep_docs.catalogs.entries import read_po  # noqa: E402
from cieprep_docs.catalogs.glossary_table import load_glossary  # noqa: E402
from cieprep_docs.catalogs.messages import Message  # noqa: E402
from cieprep_docs.catalogs.po import update_po  # noqa: E402
from cieprep_docs.cli.catalog_boxes import house_boxes  # noqa: E402
from tests.support.planted import count_planted  # noqa: E402

AIM_CHECK, AIM_UPDATE = 0.2, 500
"""Milliseconds: for one message; for 2,000 messages of which 200 changed."""


def main() -> None:
    """Print a line for each measure."""
    for path in sorted((ROOT / "examples").rglob("*.po")):
        _check(path, "zh" if path.parent.parent.name == "zh_CN" else "ru")
    old = [
        Message(f"The session number {n} of the forum speaks of subject {n * 7}", "session.title") for n in range(2000)
    ]
    po = update_po(old, "ru", "forum").replace(b'msgstr ""\n\nmsgctxt', 'msgstr "Слова"\n\nmsgctxt'.encode())
    new = [replace(each, msgid=f"{each.msgid}, again") if n % 10 == 0 else each for n, each in enumerate(old)]
    took = _best(lambda: update_po(new, "ru", "forum", po))
    sys.stdout.write(f"{took:7.0f} ms  update of 2,000 messages with 200 changed (aim {AIM_UPDATE} ms)\n")
    found, total = count_planted(house_boxes("conference", "ru"))
    sys.stdout.write(f"{found} of {total} planted faults found (aim 56 of 60)\n")


def _check(path: Path, language: str) -> None:
    glossary = load_glossary(path.parents[3] / "glossary.csv").value
    checker = Checker(language, glossary, house_boxes("conference", language))
    data = path.read_bytes()
    messages = len(read_po(data).messages)
    took = _best(lambda: checker.check_po(data)) / messages
    alarms = len(checker.check_po(data))
    name = path.relative_to(ROOT)
    sys.stdout.write(f"{took:7.3f} ms  a message checked, {messages} in {name}, {alarms} alarms (aim {AIM_CHECK} ms)\n")


def _best(call: Callable[[], object]) -> float:
    """Return milliseconds of computing for one call, best of five."""
    call()
    return min(Timer(call, timer=process_time).repeat(5, 1)) * 1000


if __name__ == "__main__":
    main()
