"""Notices of changes: each reader is told what it sees, and nothing else."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cieprep_docs import Event, UsageError, load_event, make_notice, tell_changes
from cieprep_docs.model.audience import audiences, restrict
from tests.support.command import CHECKOUT, files_of, run
from tests.support.events import DELEGATIONS, event_trees, marked, strings_of

FORUM = CHECKOUT / "examples" / "forum"


@pytest.fixture(scope="module")
def forum() -> Event:
    return load_event(FORUM).value


def words_of(event: Event) -> set[str]:
    return set[str]().union(*(marked(words) for _, words in strings_of(event)))


def words_in(data: bytes) -> str:
    """Every part of a package, as it is and without its tags, for words may be cut into runs."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [package.read(name).decode("latin-1") for name in package.namelist()]
    return "\n".join((*parts, *(re.sub("<[^>]*>", "", part) for part in parts)))


def altered(event: Event, collection: str, id_: str, **fields: Any) -> Event:
    records = getattr(event, collection)
    record = records[id_].model_copy(update=fields)
    return event.model_copy(update={collection: {**records, id_: record}})


def without(event: Event, collection: str, id_: str) -> Event:
    left = {key: record for key, record in getattr(event, collection).items() if key != id_}
    return event.model_copy(update={collection: left})


def test_a_notice_says_what_was_and_what_is_in_the_words_of_the_language(forum: Event) -> None:
    later = altered(forum, "sessions", "energy", speakers=())
    notice = make_notice(forum, later, "ru", delegation="russia")
    assert notice
    text = notice.to_text().replace("\N{NO-BREAK SPACE}", " ")
    assert text.startswith("Уведомление об изменениях\n=====")
    assert "Форум по энергетике\n" in text
    assert "\n  Было\n" in text
    assert "\n  Стало\n" in text


def test_without_changes_there_is_no_notice(forum: Event, tmp_path: Path) -> None:
    assert make_notice(forum, forum, "en") is None
    notices = tell_changes(forum, forum, tmp_path / "out")
    assert notices
    assert not any(each.files for each in notices)
    assert not (tmp_path / "out").exists()


def test_a_session_taken_off_is_told_with_the_words_it_had(forum: Event) -> None:
    title = forum.sessions["energy"].title.source
    notice = make_notice(forum, without(forum, "sessions", "energy"), "en")
    assert notice
    assert f"{title}\n  Before\n" in notice.to_text()
    assert "Taken off the programme" in notice.to_text()


def test_those_who_may_not_see_a_record_are_not_told_of_its_changes(forum: Event) -> None:
    id_, hidden = next((id_, each) for id_, each in forum.sessions.items() if isinstance(each.visibility, frozenset))
    later = altered(forum, "sessions", id_, title=forum.sessions["energy"].title)
    told = {each: make_notice(forum, later, "en", delegation=each) is not None for each in forum.delegations}
    assert {each for each, is_told in told.items() if is_told} == set(hidden.visibility)
    assert make_notice(forum, later, "en", audience="secretariat")


@settings(max_examples=20)
@given(event_trees(), event_trees(), st.sampled_from(["public", *DELEGATIONS]))
def test_no_reader_learns_words_that_are_hidden_from_it(
    was: dict[str, object], now: dict[str, object], reader: str
) -> None:
    events = [Event.model_validate(tree).model_copy(update={"images": {}}) for tree in (was, now)]
    assume(all(reader in audiences(each) for each in events))
    visible = set[str]().union(*(words_of(restrict(each, reader).value) for each in events))
    party = reader if reader in DELEGATIONS else None
    notice = make_notice(events[0], events[1], "en", delegation=party, audience=None if party else reader)
    if notice:
        told = marked(notice.to_text()) | marked(words_in(notice.to_bytes()))
        assert told
        assert told <= visible


def test_the_command_writes_word_and_text_where_the_other_documents_stand(forum: Event, tmp_path: Path) -> None:
    changed = Path(shutil.copytree(FORUM, tmp_path / "changed"))
    words = (FORUM / "event.yaml").read_text("utf-8").replace("title: Forum on energy\n", "title: Forum on power\n")
    (changed / "event.yaml").write_text(words, encoding="utf-8")
    ended = run("changes", FORUM, changed, "-o", tmp_path / "out", "--delegation", "russia,india")
    assert ended.code == 0, ended.err
    written = files_of(tmp_path / "out")
    languages = {each: forum.delegations[each].languages for each in ("russia", "india")}
    stems = {f"{who}/changes.{each.replace('+', '-')}" for who, spoken in languages.items() for each in spoken}
    assert set(written) == {f"{stem}.{ending}" for stem in stems for ending in ("docx", "txt")}
    assert "Forum on power" in written["india/changes.en.txt"].decode()


def test_a_delegation_that_had_no_documents_is_told_from(forum: Event, tmp_path: Path) -> None:
    earlier = without(forum, "delegations", "singapore")
    with pytest.raises(UsageError, match="CLI037 the earlier state of the event has no delegation “singapore”"):
        tell_changes(earlier, forum, tmp_path, delegations=["singapore"])
