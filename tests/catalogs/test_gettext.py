"""Our catalogs through the programs that others use: what goes in comes out, but for what docs/weblate.md names."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import polib
import pytest
from babel.messages import pofile

from cieprep_docs.catalogs.entries import read_po
from cieprep_docs.catalogs.messages import Message
from cieprep_docs.catalogs.po import update_po, write_pot
from cieprep_docs.diagnostics import Location
from tests.support.catalogs import CATALOGS, FOLDED, essences
from tests.support.command import run_program


def program(name: str) -> str:
    """Return where a program of GNU gettext stands."""
    found = shutil.which(name)
    if found is None:
        pytest.skip("needs GNU gettext")
    return found


def gettext(name: str, *arguments: str | Path) -> str:
    """Run a program of GNU gettext and return what it prints."""
    ended = run_program(program(name), *arguments)
    assert ended.code == 0, ended.err
    return ended.out


@pytest.mark.parametrize("path", [*CATALOGS, FOLDED], ids=lambda path: "-".join(path.parts[-3:]))
def test_msgfmt_finds_no_fault(path: Path, tmp_path: Path) -> None:
    gettext("msgfmt", "--check", "-o", tmp_path / "out.mo", path)


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: "-".join(path.parts[-3:]))
def test_msgfmt_has_nothing_to_remark_on_our_catalogs(path: Path, tmp_path: Path) -> None:
    ended = run_program(program("msgfmt"), "--check", "-o", tmp_path / "out.mo", path, env={"LC_ALL": "C"})
    assert (ended.code, ended.err) == (0, "")


def test_msginit_starts_a_language_from_our_template(tmp_path: Path) -> None:
    pot, po = tmp_path / "event.pot", tmp_path / "de.po"
    pot.write_bytes(write_pot((Message("City", "city.name"),), "forum"))
    gettext("msginit", "--no-translator", "--locale=de", "--input", pot, "--output-file", po)
    found = polib.pofile(str(po))
    assert found.metadata["Language"] == "de"
    assert [(each.msgctxt, each.msgid, each.msgstr) for each in found] == [("city.name", "City", "")]


def test_places_with_blanks_in_their_names_go_through_msgcat(tmp_path: Path) -> None:
    path = tmp_path / "event.po"
    places = (Location("list of people.csv", 3), Location("event.yaml", 9))
    path.write_bytes(update_po((Message("City", "city.name", places=places),), "ru", "forum"))
    entry = read_po(gettext("msgcat", path).encode()).messages[0]
    assert entry.places == ("list of people.csv:3", "event.yaml:9")


@pytest.mark.parametrize("path", [*CATALOGS, FOLDED], ids=lambda path: "-".join(path.parts[-3:]))
def test_msgcat_and_back_loses_nothing(path: Path) -> None:
    assert essences(gettext("msgcat", path)) == essences(path.read_bytes())
    assert essences(gettext("msgcat", "--no-wrap", path)) == essences(path.read_bytes())


@pytest.mark.parametrize("path", [*CATALOGS, FOLDED], ids=lambda path: "-".join(path.parts[-3:]))
def test_polib_and_back_loses_no_message(path: Path) -> None:
    theirs = str(polib.pofile(str(path)))
    assert [each[:4] for each in essences(theirs)] == [each[:4] for each in essences(path.read_bytes())]


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: "-".join(path.parts[-3:]))
def test_babel_and_back_loses_nothing(path: Path) -> None:
    out = io.BytesIO()
    with path.open("rb") as file:
        pofile.write_po(out, pofile.read_po(file), width=0)
    assert essences(out.getvalue()) == essences(path.read_bytes())


def test_msgmerge_updates_a_catalog_of_ours_as_we_do(tmp_path: Path) -> None:
    old = (Message("Opening of the forum", "session.title"), Message("City", "city.name"))
    new = (Message("Closing of the forum", "session.title"), Message("City", "city.name"))
    po, pot = tmp_path / "event.po", tmp_path / "event.pot"
    first = update_po(old, "ru", "forum").replace(b'forum"\nmsgstr ""', 'forum"\nmsgstr "Открытие"'.encode())
    po.write_bytes(first.replace(b'"City"\nmsgstr ""', '"City"\nmsgstr "Город"'.encode()))
    pot.write_bytes(write_pot(new, "forum"))
    merged = gettext("msgmerge", "--previous", "--quiet", po, pot)
    ours = essences(update_po(new, "ru", "forum", po.read_bytes()))
    # We also keep what a proposal was made from; msgmerge lets it go.
    assert essences(merged) == [each for each in ours if each not in ours[2:]]
    assert ours[2][0] == old[0].key


def test_what_msgmerge_made_is_kept_by_our_update(tmp_path: Path) -> None:
    messages = (Message("Opening of the forum", "session.title", limit=84),)
    po, pot = tmp_path / "event.po", tmp_path / "event.pot"
    po.write_bytes(update_po(messages, "ru", "forum"))
    pot.write_bytes(write_pot(messages, "forum"))
    merged = gettext("msgmerge", "--previous", "--quiet", po, pot).encode()
    again = read_po(update_po(messages, "ru", "forum", merged))
    # GNU gettext drops flags it does not know, so the limit comes from the model again.
    assert again.messages[0].flags == ("max-length:84",)
