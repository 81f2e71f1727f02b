"""The example says what is known of the programme, and its catalogs say all of it."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from cieprep_docs.model.texts import texts, units
from cieprep_docs.source import load_event

FOLDER = Path(__file__).parents[2] / "examples" / "ciep18"
CATALOGS = {"zh": FOLDER / "locales/zh_CN/LC_MESSAGES/event.po", "ru": FOLDER / "locales/ru/LC_MESSAGES/event.po"}


def test_nothing_in_the_example_is_wrong_or_suspicious() -> None:
    assert load_event(FOLDER).diagnostics == ()


def test_the_figures_are_those_of_the_published_review() -> None:
    figures = load_event(FOLDER).value.figures

    assert {id_: f"{each.quantity.qualifier} {each.quantity.value}" for id_, each in figures.items()} == {
        "special-events": "exactly 9",
        "experts": "more than 500",
        "participants": "over 800000",
        "projects": "nearly 150",
        "cities": "exactly 7",
        "fields": "exactly 5",
    }


@pytest.mark.parametrize("language", CATALOGS)
def test_every_text_has_words_in_every_language(language: str) -> None:
    event = load_event(FOLDER).value
    catalog = {(each.msgctxt, each.msgid) for each in polib.pofile(str(CATALOGS[language])) if each.translated()}

    missing = [
        text.source
        for _, text in texts(event)
        if language not in text.forms and (text.role, text.source) not in catalog
    ]
    contexts = ("unit", "unit after genitive qualifier")
    missing += [
        unit.one for _, unit in units(event) for context in contexts if (context, f"%(n)s {unit.one}") not in catalog
    ]
    assert missing == []


@pytest.mark.parametrize("language", CATALOGS)
def test_the_catalogs_hold_nothing_that_is_not_used(language: str) -> None:
    event = load_event(FOLDER).value
    used = {text.source for _, text in texts(event)} | {f"%(n)s {unit.one}" for _, unit in units(event)}

    assert {each.msgid for each in polib.pofile(str(CATALOGS[language]))} <= used


@pytest.mark.parametrize("language", CATALOGS)
def test_large_words_stay_short(language: str) -> None:
    limits = {"statement.gist": 90, "event.short_title": 48}

    for entry in polib.pofile(str(CATALOGS[language])):
        width = sum(2 if ord(character) > 0x2E7F else 1 for character in entry.msgstr)
        assert width <= limits.get(str(entry.msgctxt), width), entry.msgstr
