from __future__ import annotations

from cieprep_docs.catalogs.messages import Message
from cieprep_docs.catalogs.po import update_po
from cieprep_docs.catalogs.status import Status, status_of

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
