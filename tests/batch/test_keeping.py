"""What a build leaves as it is, and what it says of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from cieprep_docs.batch import BuildError, Built, build
from cieprep_docs.errors import UsageError
from tests.support.command import files_of
from tests.support.packs import ids, manifest_of, reports, templates_of, write_event

FILES = reports(ids(3))


def make(event: Path, **more: object) -> Built:
    settings = {"delegations": "all", "kinds": "report", "templates": templates_of(event), **more}
    return build(event, event.parent / "out", **settings)  # type: ignore[arg-type]


@pytest.fixture
def event(tmp_path: Path) -> Path:
    """A small event that has been built once."""
    folder = write_event(tmp_path)
    make(folder)
    return folder


def times_of(out: Path) -> dict[str, int]:
    return {name: (out / name).stat().st_mtime_ns for name in files_of(out)}


def test_what_is_there_and_unchanged_is_not_touched(event: Path) -> None:
    before = times_of(event.parent / "out")
    assert make(event).files("kept") == tuple(FILES)
    assert times_of(event.parent / "out") == before


def test_an_unchanged_event_is_not_even_read(event: Path) -> None:
    def refuse(path: Path) -> object:
        raise AssertionError(path)

    assert make(event, read=refuse).files("kept") == tuple(FILES)


def test_only_what_is_missing_is_made_again(event: Path) -> None:
    (event.parent / "out" / FILES[1]).unlink()
    built = make(event)
    assert (built.files("made"), built.files("kept")) == ((FILES[1],), (FILES[0], FILES[2]))


def test_a_change_that_one_delegation_sees_makes_its_documents_alone(event: Path) -> None:
    file = event / "event.yaml"
    words = "  delegation-001: {country: FR, languages: [en], zone: Europe/Paris"
    only = file.read_text("utf-8").replace(words, f"{words}, visibility: [delegation-001]")
    file.write_text(only, encoding="utf-8")
    assert make(event).files("made") == tuple(FILES)
    file.write_text(only.replace(f"{words}, ", f"{words.replace('FR', 'DE')}, "), encoding="utf-8")
    assert make(event).files("made") == (FILES[1],)


@pytest.mark.parametrize("what", ["template", "choice", "catalog"])
def test_whatever_a_document_is_made_of_makes_it_anew(event: Path, what: str) -> None:
    remake = partial(make, event)
    if what == "template":
        template = templates_of(event) / "reports" / "report.html"
        template.write_text(template.read_text("utf-8").replace("<p>", "<p>More: "), encoding="utf-8")
    elif what == "choice":
        remake = partial(make, event, fields={"issued": "2027-01-01"})
    else:
        catalog = event / "locales" / "en" / "LC_MESSAGES" / "event.po"
        catalog.parent.mkdir(parents=True)
        catalog.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n', encoding="utf-8")
    assert remake().files("made") == tuple(FILES)


def test_what_a_person_changed_is_left_and_told(event: Path) -> None:
    edited = event.parent / "out" / FILES[0]
    edited.write_bytes(b"corrected by hand")
    for _ in range(2):
        built = make(event)
        assert (built.files("edited"), built.files("kept")) == ((FILES[0],), tuple(FILES[1:]))
    assert edited.read_bytes() == b"corrected by hand"
    assert make(event, force=True).files("made") == tuple(FILES)
    assert edited.read_bytes() != b"corrected by hand"


def test_a_new_edition_of_what_a_person_changed_is_refused_and_the_others_are_made(event: Path) -> None:
    edited = event.parent / "out" / FILES[0]
    edited.write_bytes(b"corrected by hand")
    file = event / "event.yaml"
    file.write_text(file.read_text("utf-8").replace("title: Small Event", "title: Smaller Event", 1), encoding="utf-8")
    with pytest.raises(BuildError) as caught:
        make(event)
    assert [(each.code, each.location.file) for each in caught.value.diagnostics] == [("BAT010", FILES[0])]
    assert caught.value.built.files("made") == tuple(FILES[1:])
    assert edited.read_bytes() == b"corrected by hand"


def test_a_file_that_no_build_has_written_is_not_overwritten(tmp_path: Path) -> None:
    event = write_event(tmp_path)
    foreign = tmp_path / "out" / FILES[2]
    foreign.parent.mkdir(parents=True)
    foreign.write_bytes(b"a person's own")
    with pytest.raises(BuildError, match="no build has written it"):
        make(event)
    assert foreign.read_bytes() == b"a person's own"


def test_older_files_are_told_and_left(event: Path) -> None:
    built = make(event, delegations=ids(1))
    assert set(reports(ids(3)[1:])) <= set(built.older)
    assert all((event.parent / "out" / file).exists() for file in FILES)
    (event.parent / "out" / FILES[1]).unlink()
    assert FILES[1] not in make(event, delegations=ids(1)).older


def test_the_manifest_is_the_same_whoever_makes_it(event: Path, tmp_path: Path) -> None:
    elsewhere = write_event(tmp_path / "elsewhere")
    make(elsewhere, workers=2)
    assert manifest_of(elsewhere.parent / "out").entries == manifest_of(event.parent / "out").entries


def test_a_damaged_manifest_is_told_before_anything_is_made(event: Path) -> None:
    (event.parent / "out" / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="BAT001"):
        make(event)
