"""Our catalogs through translate-toolkit, which Weblate and Pootle work with: programs in an environment of their own.

It is under the GPL, so nothing here imports it; ``.ci/programs`` installs it.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import polib
import pytest

from cieprep_docs.catalogs.entries import read_po
from tests.support.catalogs import CATALOGS, FOLDED, essences
from tests.support.command import CHECKOUT, EXAMPLE, run_program

PROGRAMS = CHECKOUT / "build" / "translate-toolkit" / "bin"


def toolkit(program: str, *arguments: str | Path) -> str:
    """Run a program of translate-toolkit and return what it prints."""
    if not (PROGRAMS / program).exists():
        pytest.skip("needs translate-toolkit in build/, where .ci/programs puts it")
    ended = run_program(PROGRAMS / program, *arguments, "--progress=none")
    assert ended.code == 0, ended.err
    return ended.out


@pytest.mark.parametrize("path", [*CATALOGS, FOLDED], ids=lambda path: "-".join(path.parts[-3:]))
def test_reading_and_writing_loses_nothing(path: Path, tmp_path: Path) -> None:
    toolkit("pomerge", "-t", path, "-i", path, "-o", tmp_path / "out.po")
    assert essences((tmp_path / "out.po").read_bytes()) == essences(path.read_bytes())


def test_an_edit_of_theirs_changes_that_message_alone(tmp_path: Path) -> None:
    path = EXAMPLE / "locales" / "zh_CN" / "LC_MESSAGES" / "event.po"
    words = polib.pofile(str(path))
    edited = next(each for each in words if each.msgctxt == "session.title")
    edited.msgstr = "另一种说法"
    words.save(str(tmp_path / "edited.po"))
    toolkit("pomerge", "-t", path, "-i", tmp_path / "edited.po", "-o", tmp_path / "out.po")
    before, after = (essences(each.read_bytes()) for each in (path, tmp_path / "out.po"))
    changed = [new[:3] for old, new in zip(before, after, strict=True) if old[:3] != new[:3]]
    assert changed == [(("session.title", edited.msgid), "", ("另一种说法",))]


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: "-".join(path.parts[-3:]))
def test_the_way_through_xliff_keeps_the_words_of_what_needs_neither_context_nor_plural(
    path: Path, tmp_path: Path
) -> None:
    toolkit("po2xliff", "-i", path, "-o", tmp_path / "out.xlf")
    toolkit("xliff2po", "-i", tmp_path / "out.xlf", "-o", tmp_path / "out.po")
    assert single(tmp_path / "out.po") == single(path)


def single(path: Path) -> dict[str, str]:
    """Return the translations of the messages that have no plural, and whose words stand once."""
    messages = read_po(path.read_bytes()).messages
    once = Counter(each.msgid for each in messages)
    return {each.msgid: each.forms[0] for each in messages if once[each.msgid] == 1 and not each.plural}
