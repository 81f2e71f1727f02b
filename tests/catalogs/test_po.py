from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import polib
import pytest
from babel.messages import pofile

from cieprep_docs.catalogs.entries import read_po, write_po
from cieprep_docs.catalogs.messages import Message
from cieprep_docs.catalogs.po import update_po, write_pot
from cieprep_docs.diagnostics import Location
from cieprep_docs.language.catalog import read_catalog

FILES = Path(__file__).parent / "files"
SLOWNESS = 3
"""Two tests run at a time on machines of all sorts; the time aimed at is for one alone."""

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


def test_a_template_has_a_frozen_date_and_every_message_in_order() -> None:
    pot = write_pot(ALL, "cieprep-docs").decode()
    assert polib.pofile(pot).metadata["POT-Creation-Date"] == "2000-01-01 00:00+0000"
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
    assert len(entries(update_po(ALL[1:], "en", "cieprep-docs", po, source=True))) == len(ALL) - 1


def test_translations_comments_and_flags_stay() -> None:
    outcomes, cities, _ = entries(update_po(ALL, "ru", "cieprep-docs", RUSSIAN.encode()))[:3]
    assert (outcomes.msgstr, outcomes.tcomment) == ("Итоги", "Not «Результаты»: see the last edition.")
    assert (outcomes.comment, outcomes.occurrences) == ("heading", [("templates/a.html", "3")])
    assert cities.fuzzy
    assert polib.pofile(update_po(ALL, "ru", "cieprep-docs", RUSSIAN.encode()).decode()).metadata["Last-Translator"]


def test_an_unused_translation_stays_as_obsolete_and_comes_back() -> None:
    po = update_po(ALL, "ru", "cieprep-docs", RUSSIAN.encode()).decode()
    assert [each.msgid for each in polib.pofile(po) if each.obsolete] == ["Greeting"]
    again = entries(update_po((*ALL, Message("Greeting")), "ru", "cieprep-docs", po.encode()))
    assert [(each.msgid, each.msgstr, bool(each.obsolete)) for each in again][3:] == [
        ("Greeting", "Приветствие", False)
    ]


def test_a_message_that_gains_a_plural_starts_anew_and_keeps_the_old_words() -> None:
    message = Message("Greeting", plural="Greetings")
    new, *old = entries(update_po((message,), "ru", "cieprep-docs", RUSSIAN.encode()))
    assert new.msgstr_plural == {0: "", 1: "", 2: ""}
    assert ("Greeting", "Приветствие", True) in [(each.msgid, each.msgstr, bool(each.obsolete)) for each in old]


def test_a_header_gains_what_it_lacks_and_keeps_what_programs_of_translators_wrote() -> None:
    update = update_po(ALL, "ru", "cieprep-docs", RUSSIAN.encode())
    header = polib.pofile(update.decode()).metadata
    assert (header["Last-Translator"], header["Language-Team"]) == ("Delegate 012", "Russian")
    assert header["Plural-Forms"].endswith("n%10<=4 ? 1 : 2);")
    new = polib.pofile(update_po(ALL, "zh_CN", "cieprep-docs").decode()).metadata
    assert new["Last-Translator"] == "Chinese (Simplified, China) team of cieprep-docs"
    assert new["PO-Revision-Date"] == new["POT-Creation-Date"] == "2000-01-01 00:00+0000"


def test_an_update_that_changes_nothing_changes_no_byte() -> None:
    once = update_po(ALL, "ru", "cieprep-docs", RUSSIAN.encode())
    assert update_po(ALL, "ru", "cieprep-docs", once) == once


CLOSING = Message("Closing of the annual forum of crafts", context="session.title", limit=84)
OPENING = Message("Opening of the annual forum of crafts", context="session.title", limit=84)
ELSEWHERE = Message("Closing of the annual forum of crafts", context="figure.label")


def translated(message: Message, words: str) -> bytes:
    return update_po((message,), "ru", "forum").replace(
        f'msgid "{message.msgid}"\nmsgstr ""'.encode(), f'msgid "{message.msgid}"\nmsgstr "{words}"'.encode()
    )


def test_new_words_start_with_the_translation_of_similar_ones_marked_fuzzy() -> None:
    (entry,) = (
        each
        for each in entries(update_po((OPENING,), "ru", "forum", translated(CLOSING, "Закрытие")))
        if not each.obsolete
    )
    assert entry.msgstr == "Закрытие"
    assert entry.flags == ["fuzzy", "max-length:84"]
    assert (entry.previous_msgctxt, entry.previous_msgid) == ("session.title", CLOSING.msgid)


def test_a_proposal_is_never_printed() -> None:
    po = update_po((OPENING,), "ru", "forum", translated(CLOSING, "Закрытие"))
    assert read_catalog(po.decode()).find("session.title", OPENING.msgid) is None


def test_no_proposal_crosses_contexts() -> None:
    entry = entries(update_po((ELSEWHERE,), "ru", "forum", translated(CLOSING, "Закрытие")))[0]
    assert (entry.msgstr, entry.fuzzy) == ("", False)


def test_the_previous_words_go_when_a_translator_accepts_the_proposal() -> None:
    fuzzy = update_po((OPENING,), "ru", "forum", translated(CLOSING, "Закрытие"))
    again = entries(update_po((OPENING,), "ru", "forum", fuzzy.replace(b"fuzzy, ", b"")))[0]
    assert (again.msgstr, again.previous_msgid) == ("Закрытие", None)
    assert entries(update_po((OPENING,), "ru", "forum", fuzzy))[0].previous_msgid == CLOSING.msgid


def test_a_changed_plural_makes_the_translation_fuzzy() -> None:
    po = update_po((EVENTS,), "zh_CN", "forum").replace(b'msgstr[0] ""', 'msgstr[0] "%(n)s场活动"'.encode())
    (entry,) = entries(update_po((replace(EVENTS, plural="%(n)s happenings"),), "zh_CN", "forum", po))
    assert entry.fuzzy
    assert entry.previous_msgid_plural == "%(n)s events"


def test_a_translator_may_narrow_a_limit_but_not_widen_it() -> None:
    po = translated(CLOSING, "Закрытие")
    narrowed = po.replace(b"max-length:84", b"max-length:40, no-wrap")
    assert entries(update_po((CLOSING,), "ru", "forum", narrowed))[0].flags == ["no-wrap", "max-length:40"]
    assert entries(update_po((CLOSING,), "ru", "forum", po.replace(b":84", b":99")))[0].flags == ["max-length:84"]


def test_a_catalog_keeps_as_many_forms_as_its_header_says() -> None:
    crowdin = (
        "nplurals=4; plural=((n%10==1 && n%100!=11) ? 0 : ((n%10 >= 2 && n%10 <=4 && (n%100 < 12 || n%100 > 14)) ? 1 : "
        "((n%10 == 0 || (n%10 >= 5 && n%10 <=9)) || (n%100 >= 11 && n%100 <= 14)) ? 2 : 3));"
    )
    forms = "".join(f'msgstr[{form}] "%(n)s слово {form}"\n' for form in range(4))
    old = (
        f'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        f'"Plural-Forms: {crowdin}\\n"\n\nmsgid "%(n)s event"\nmsgid_plural "%(n)s events"\n{forms}'
    )
    days = Message("%(n)s day", plural="%(n)s days")
    updated = update_po((EVENTS, days), "ru", "forum", old.encode())
    assert [len(each.forms) for each in read_po(updated).messages] == [4, 4]
    assert read_catalog(updated.decode(), locale="ru").find_plural("", "%(n)s event", 5) == "%(n)s слово 2"


@pytest.mark.parametrize("name", ["folded.po", "crlf.po", "foreign.po"])
def test_entries_that_do_not_change_keep_their_bytes(name: str) -> None:
    data = (FILES / name).read_bytes()
    assert write_po(read_po(data)) == data
    file = read_po(data)
    touched = replace(file.entries[1], forms=("Иначе",))
    written = write_po(replace(file, entries=(file.entries[0], touched, *file.entries[2:])))
    assert len(set(data.splitlines()) ^ set(written.splitlines())) <= len(data.splitlines()) // 3
    assert written.endswith(data[-80:])


def test_two_thousand_messages_are_updated_in_half_a_second() -> None:
    old = [
        Message(f"The session number {n} of the forum speaks of subject {n * 7}", "session.title") for n in range(2000)
    ]
    po = update_po(old, "ru", "forum").replace(b'msgstr ""\n\nmsgctxt', 'msgstr "Слова"\n\nmsgctxt'.encode())
    new = [replace(each, msgid=f"{each.msgid}, again") if n % 10 == 0 else each for n, each in enumerate(old)]
    start = perf_counter()
    updated = update_po(new, "ru", "forum", po)
    assert perf_counter() - start < 0.5 * SLOWNESS
    assert sum(each.fuzzy for each in entries(updated)) >= 199


def test_a_file_name_with_blanks_is_one_place() -> None:
    spaced = replace(TITLE, places=(Location("list of people.csv", 3), Location("event.yaml", 9)))
    po = update_po((spaced,), "ru", "forum")
    assert "#: \u2068list of people.csv\u2069:3 event.yaml:9\n" in po.decode()
    assert read_po(po).messages[0].places == ("list of people.csv:3", "event.yaml:9")
    assert update_po((spaced,), "ru", "forum", po) == po
    (found,) = (each for each in pofile.read_po(io.BytesIO(po)) if each.id)
    assert found.locations == [("list of people.csv", 3), ("event.yaml", 9)]
