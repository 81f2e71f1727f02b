"""One process makes the sets of several delegations in turn, one of them fails: no folder holds what is not its own."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from PIL import Image

from cieprep_docs.batch import build
from cieprep_docs.batch.manifest import entries_for
from cieprep_docs.batch.outcome import BuildError
from cieprep_docs.kinds import USUAL
from cieprep_docs.model.audience import audiences, restrict
from cieprep_docs.model.event import Event
from tests.support.events import DELEGATIONS, event_trees, marked, strings_of

PICTURE = "qznameqz.png"
FAILING = """{% extends "reports/report.html" %}
{% block outlook %}
{% if delegation and delegation.record == "delegations/PARTY" %}{{ event.nothing }}{% endif %}
{% endblock %}
"""


def words_of(event: Event) -> set[str]:
    return set[str]().union(*(marked(words) for _, words in strings_of(event)))


def words_in(path: Path) -> set[str]:
    """The marked words of a file, of its name, and of every part of it and inside its parts."""
    return marked(path.name) | words_in_bytes(path.read_bytes())


def words_in_bytes(data: bytes) -> set[str]:
    text = data.decode("latin-1")
    found = marked(text) | marked(re.sub("<[^>]*>", "", text))
    if not data.startswith(b"PK\x03\x04"):
        return found
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return found.union(*(marked(name) | words_in_bytes(package.read(name)) for name in package.namelist()))


@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])
@given(event_trees(file=PICTURE))
def test_sets_made_in_turn_beside_one_that_fails_hold_nothing_of_each_other(tree: dict[str, object]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, out, templates = Path(name, "event"), Path(name, "out"), Path(name, "templates")
        folder.mkdir()
        Image.new("RGB", (8, 8), "red").save(folder / PICTURE)
        event = Event.model_validate(tree).in_folder(folder)
        readers = [each for each in DELEGATIONS if each in audiences(event)]
        assume(len(readers) > 1)
        (templates / "reports").mkdir(parents=True)
        (templates / "reports" / "report.html").write_text(FAILING.replace("PARTY", readers[0]), encoding="utf-8")
        try:
            build(event, out, delegations=readers, kinds=USUAL, languages=["en"], templates=templates)
        except BuildError as error:
            built = error.built
        assert built.failures
        assert not (out / readers[0] / "report.en.docx").exists()
        for reader in readers:
            seen = words_of(restrict(event, reader).value) | {reader}
            files = [path for path in (out / reader).rglob("*") if path.is_file()]
            assert len(files) > 1
            assert {path.name: words_in(path) - seen for path in files if words_in(path) - seen} == {}
            assert marked(repr(list(entries_for(built.entries, reader)))) <= seen
