from __future__ import annotations

from immutabledict import immutabledict

from cieprep_docs.catalogs.messages import Message
from cieprep_docs.catalogs.po import update_po
from cieprep_docs.catalogs.status import Status, seen_by, sets_in, status_of, texts_of_audience
from cieprep_docs.source import load_event
from tests.support.command import EXAMPLE

MESSAGES = (Message("Outcomes"), Message("Cities", context="slide"), Message("%(n)s event", plural="%(n)s events"))


def test_what_is_translated_fuzzy_and_missing_is_counted() -> None:
    po = update_po(MESSAGES, "ru", "cieprep-docs").decode()
    po = po.replace('msgid "Outcomes"\nmsgstr ""', 'msgid "Outcomes"\nmsgstr "Итоги"')
    po = po.replace("#, python-format\n", "#, fuzzy, python-format\n").replace('msgstr[0] ""', 'msgstr[0] "событие"')
    assert status_of(MESSAGES, "ru", po.encode()) == Status("ru", translated=1, fuzzy=1, missing=1, outdated=False)


def test_a_plural_with_an_empty_form_is_missing() -> None:
    po = update_po(MESSAGES[2:], "ru", "cieprep-docs").decode().replace('msgstr[0] ""', 'msgstr[0] "событие"')
    assert status_of(MESSAGES[2:], "ru", po.encode()).missing == 1


def test_without_a_catalog_everything_is_missing() -> None:
    status = status_of(MESSAGES, "ru", b"")
    assert (status.total, status.missing, status.outdated) == (3, 3, True)


def test_a_percentage_says_100_only_when_all_is_translated() -> None:
    assert [Status("ru", n, 0, 1000 - n).percent for n in (999, 1000)] == [99, 100]


def test_a_delegation_needs_only_what_it_may_see() -> None:
    event = load_event(EXAMPLE).value
    sessions = {id_: each.model_copy(update={"visibility": "internal"}) for id_, each in event.sessions.items()}
    hidden = event.model_copy(update={"sessions": immutabledict(sessions)})
    seen = texts_of_audience(hidden, "public")
    assert "session.title" in {role for role, _ in texts_of_audience(event, "public")}
    assert "session.title" not in {role for role, _ in seen}
    assert seen_by((Message("Closing ceremony", "session.title"),), seen) == ()


def test_a_set_is_counted_in_the_languages_that_its_readers_have() -> None:
    event = load_event(EXAMPLE).value
    assert [sets_in(event, language) for language in ("ru", "zh", "en")] == [
        ("public", "russia"),
        ("public", "china"),
        ("public",),
    ]
