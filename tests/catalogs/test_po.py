from __future__ import annotations

import polib

from cieprep_docs.catalogs.messages import Message
from cieprep_docs.catalogs.po import update_po, write_pot
from cieprep_docs.diagnostics import Location

TITLE = Message("Outcomes", comments=("heading",), places=(Location("templates/a.html", 3),))
CITIES = Message("Cities", context="slide", places=(Location("templates/a.html", 7),))
EVENTS = Message("%(n)s event", plural="%(n)s events", places=(Location("templates/a.html", 9),))
ALL = (TITLE, CITIES, EVENTS)

RUSSIAN = """\
# Translators talk to each other here.
msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Last-Translator: Delegate 012\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2);\\n"

# Not «Результаты»: see the last edition.
#. old comment
#: templates/old.html:1
msgid "Outcomes"
msgstr "Итоги"

msgid "Greeting"
msgstr "Приветствие"

msgid "Never translated"
msgstr ""

#, fuzzy
msgctxt "slide"
msgid "Cities"
msgstr "Города"
"""


def entries(po: bytes) -> list[polib.POEntry]:
    return list(polib.pofile(po.decode()))


def test_a_template_has_no_date_and_every_message_in_order() -> None:
    pot = write_pot(ALL, "cieprep-docs").decode()
    assert "Date" not in pot
    assert [each.msgid for each in polib.pofile(pot)] == ["Outcomes", "Cities", "%(n)s event"]
    assert pot.endswith(
        '#: templates/a.html:9\n#, python-format\nmsgid "%(n)s event"\n'
        'msgid_plural "%(n)s events"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    )


def test_a_new_catalog_has_as_many_empty_forms_as_its_language() -> None:
    po = update_po(ALL, "ru", "cieprep-docs")
    assert entries(po)[2].msgstr_plural == {0: "", 1: "", 2: ""}
    assert polib.pofile(po.decode()).metadata["Plural-Forms"].startswith("nplurals=3;")
    assert entries(update_po(ALL, "zh_CN", "cieprep-docs"))[2].msgstr_plural == {0: ""}


def test_the_catalog_of_the_source_language_says_what_the_source_says() -> None:
    po = update_po(ALL, "en", "cieprep-docs", source=True)
    assert [each.msgstr for each in entries(po)[:2]] == ["Outcomes", "Cities"]
    assert entries(po)[2].msgstr_plural == {0: "%(n)s event", 1: "%(n)s events"}
    assert len(entries(update_po(ALL[1:], "en", "cieprep-docs", po.decode(), source=True))) == len(ALL) - 1


def test_translations_comments_and_flags_stay() -> None:
    outcomes, cities, _ = entries(update_po(ALL, "ru", "cieprep-docs", RUSSIAN))[:3]
    assert (outcomes.msgstr, outcomes.tcomment) == ("Итоги", "Not «Результаты»: see the last edition.")
    assert (outcomes.comment, outcomes.occurrences) == ("heading", [("templates/a.html", "3")])
    assert cities.fuzzy
    assert polib.pofile(update_po(ALL, "ru", "cieprep-docs", RUSSIAN).decode()).metadata["Last-Translator"]


def test_an_unused_translation_stays_as_obsolete_and_comes_back() -> None:
    po = update_po(ALL, "ru", "cieprep-docs", RUSSIAN).decode()
    assert [each.msgid for each in polib.pofile(po) if each.obsolete] == ["Greeting"]
    again = entries(update_po((*ALL, Message("Greeting")), "ru", "cieprep-docs", po))
    assert [(each.msgid, each.msgstr, bool(each.obsolete)) for each in again][3:] == [
        ("Greeting", "Приветствие", False)
    ]


def test_a_message_that_gains_a_plural_starts_anew_and_keeps_the_old_words() -> None:
    message = Message("Greeting", plural="Greetings")
    new, *old = entries(update_po((message,), "ru", "cieprep-docs", RUSSIAN))
    assert new.msgstr_plural == {0: "", 1: "", 2: ""}
    assert ("Greeting", "Приветствие", True) in [(each.msgid, each.msgstr, bool(each.obsolete)) for each in old]


def test_an_update_that_changes_nothing_changes_no_byte() -> None:
    once = update_po(ALL, "ru", "cieprep-docs", RUSSIAN)
    assert update_po(ALL, "ru", "cieprep-docs", once.decode()) == once
