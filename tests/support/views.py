"""Views for tests of templates: of a small event written for them, and of one as large as a congress."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cieprep_docs.language.catalog import load_catalog
from cieprep_docs.language.languages import load_language
from cieprep_docs.language.translator import Translator
from cieprep_docs.language.wording import Wording
from cieprep_docs.model.event import Event
from cieprep_docs.source import load_event
from cieprep_docs.templating import View
from tests.support.command import CHECKOUT

FOLDER = CHECKOUT / "tests" / "templating"
EXAMPLE = CHECKOUT / "examples" / "ciep18"


def small_view(language: str = "en", **reader: Any) -> View:
    """Return the small event in a language, with the few messages that its catalogs have."""
    messages = load_catalog(FOLDER / f"messages.{language}.po")
    translator = Translator(load_language(language), (), [messages], "en")
    return View(load_event(FOLDER / "event.yaml").value, Wording(translator), **reader)


def view_of(event: Event, language: str, folder: Path | None = None, **reader: Any) -> View:
    """Return an event in a language, with the words of our templates and those beside the event."""
    spoken = load_language(language)
    place = Path(spoken.locale) / "LC_MESSAGES"
    events = [load_catalog(folder / "locales" / place / "event.po")] if folder else []
    ours = load_catalog(CHECKOUT / "locales" / place / "messages.po")
    return View(event, Wording(Translator(spoken, events, [ours], event.source_language)), **reader)


def large_event(delegations: int = 12, sessions: int = 30, projects: int = 40) -> Event:
    """Return an event that uses every field of the model, made of numbers."""
    people = {f"delegate-{n:03}": _person(n) for n in range(delegations * 3)}
    return Event.model_validate(
        {
            "id": "large",
            "series": "Congress",
            "title": "A large congress",
            "short_title": "Congress",
            "theme": {"title": "Numbers"},
            "framework": "Decade of numbers",
            "approach": [f"Item {n}" for n in range(9)],
            "outlook": [f"Step {n}." for n in range(8)],
            "host": "delegation-000",
            "when": {"from": "2021-05-03", "to": "2021-05-07"},
            "cities": {"geneva": {"name": "Geneva", "country": "CH", "zone": "Europe/Zurich"}},
            "venues": {f"hall-{n}": {"name": f"Hall {n}", "city": "geneva"} for n in range(4)},
            "organisations": {
                "large-body": {"name": "Large body", "kind": "ministry"},
                "small-body": {"name": "Small body", "kind": "department", "parent": "large-body"},
            },
            "people": people,
            "delegations": {f"delegation-{n:03}": _delegation(n) for n in range(delegations)},
            "fields": {f"field-{n}": {"name": f"field {n}"} for n in range(5)},
            "sessions": {f"session-{n:03}": _session(n) for n in range(sessions)},
            "statements": {
                f"statement-{n}": {"speaker": f"delegate-{n:03}", "kind": kind, "substance": ["Words.", "More words."]}
                for n, kind in enumerate(("quotation", "paraphrase"))
            },
            "figures": {f"figure-{n}": _figure(n) for n in range(7)},
            "projects": {f"project-{n}": _project(n) for n in range(projects)},
            "outcomes": {f"outcome-{n}": _outcome(n) for n in range(8)},
            "annexes": {"rules": {"title": "Rules", "paragraphs": ["One rule."]}, "empty": {"title": "Nothing"}},
            "sources": {f"source-{n}": {"title": f"Paper {n}", "url": f"https://example.org/{n}"} for n in range(3)},
            "images": {"face": {"file": "face.png", "alt": "A face"}},
        }
    )


def _person(n: int) -> dict[str, Any]:
    name = {"en": {"family": f"Delegate {n:03}", "given": "A."}, "ru": f"Делегат {n:03}", "zh": f"代表{n:03}"}
    portrait = {"portrait": "face", "organisation": "small-body"} if n % 2 else {}
    return {"name": name, "tradition": "western", "gender": "female", "post": "director", **portrait}


def _delegation(n: int) -> dict[str, Any]:
    country = ("CH", "CN", "RU", "FR", "DE", "KZ", "IN", "BR", "ZA", "EG", "AU", "CA")[n % 12]
    members = [{"person": f"delegate-{n * 3 + place:03}", "role": "member"} for place in range(3)]
    name = f"Delegation {n}"
    return {"country": country, "name": name, "languages": ["en"], "zone": "Europe/Zurich", "members": members}


def _session(n: int) -> dict[str, Any]:
    day, hour = 3 + n % 5, 9 + n % 8
    when = {"from": f"2021-05-0{day} {hour:02}:00", "to": f"2021-05-0{day} {hour:02}:45", "zone": "Europe/Zurich"}
    speakers = [f"delegate-{n:03}", f"delegate-{n + 1:03}"] if n % 3 == 0 else []
    bodies = ["small-body"] if n % 10 == 0 else []
    record = {"kind": "forum", "title": f"Session {n}", "when": when, "venues": [f"hall-{n % 4}"]}
    return {**record, "speakers": speakers, "organisations": bodies, "sources": [f"source-{n % 3}"]}


def _figure(n: int) -> dict[str, Any]:
    quantity = {"value": 10**n, "qualifier": "about", "unit": {"one": "thing", "other": "things"}}
    shares = [{"label": f"Part {part}", "value": part + 1} for part in range(n)]
    return {"quantity": quantity, "label": f"Things {n}", "comparison": f"kind-{n % 3}", "breakdown": shares}


def _project(n: int) -> dict[str, Any]:
    kind = ("cooperation project", "research result", "training programme")[n % 3]
    return {
        "title": f"Project {n}",
        "kind": kind,
        "field": f"field-{n % 5}",
        "parties": ["large-body"],
        "stage": "done",
    }


def _outcome(n: int) -> dict[str, Any]:
    kind = ("alliance", "award", "initiative", "agreement")[n % 4]
    return {"title": f"Outcome {n}", "kind": kind, "when": "2021-05-07", "follow_up": "A meeting follows."}
