"""What happens at an event, what is said, counted, shown and agreed."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from cieprep_docs.model.base import Record, Ref, Value
from cieprep_docs.model.people import Country
from cieprep_docs.model.quantity import Amount, Quantity
from cieprep_docs.model.text import Role, Text
from cieprep_docs.model.time import When, Zone

Mode = Literal["on site", "online", "hybrid"]
Sources = tuple[Annotated[str, Ref("sources")], ...]
"""Where a fact comes from; printed as numbered notes."""


_ADDRESS = re.compile(r"(https?://|mailto:)\S+")


def _can_be_followed(url: str) -> str:
    if url and not _ADDRESS.fullmatch(url):
        message = "is no address that can be followed; write https://… or mailto:…"
        raise ValueError(message)
    return url


class City(Record):
    """A city of the event."""

    name: Annotated[Text, Role("city.name", "name of a city")]
    country: Country
    zone: Zone


class Venue(Record):
    """A place in a city where sessions are held."""

    name: Annotated[Text, Role("venue.name", "name of a venue, hall or building")]
    city: Annotated[str, Ref("cities")]
    address: Annotated[Text, Role("venue.address", "postal address of a venue")] | None = None


class FieldOfWork(Record):
    """A field of science, technology or industry under which sessions and projects are grouped."""

    name: Annotated[Text, Role("field.name", "name of a field of science, technology or industry")]


MEETINGS = ("bilateral meeting", "negotiation")
"""Kinds of sessions at which the delegations that are named meet each other."""


class Session(Record):
    """One item of the programme."""

    kind: Literal[
        "ceremony", "forum", "round table", "bilateral meeting", "negotiation", "showcase", "week", "series", "other"
    ]
    title: Annotated[Text, Role("session.title", "title of a session; title of its slide", 84)]
    when: When | None = None
    """None where no date is known; such a session keeps its place in the file."""
    mode: Mode | None = None
    cities: tuple[Annotated[str, Ref("cities")], ...] = ()
    venues: tuple[Annotated[str, Ref("venues")], ...] = ()
    description: (
        Annotated[Text, Role("session.description", "what happens in a session, one to three sentences")] | None
    ) = None
    chairs: tuple[Annotated[str, Ref("people")], ...] = ()
    speakers: tuple[Annotated[str, Ref("people")], ...] = ()
    attendees: tuple[Annotated[str, Ref("people")], ...] = ()
    organisations: tuple[Annotated[str, Ref("organisations")], ...] = ()
    delegations: tuple[Annotated[str, Ref("delegations")], ...] = ()
    """Which delegations take part; empty means all."""
    fields: tuple[Annotated[str, Ref("fields")], ...] = ()
    note: Annotated[Text, Role("session.note", "remark about a session")] | None = None
    sources: Sources = ()


class Statement(Record):
    """What somebody said at a session."""

    speaker: Annotated[str, Ref("people")]
    session: Annotated[str, Ref("sessions")] | None = None
    kind: Literal["quotation", "paraphrase"]
    """A quotation is printed in quotation marks, a paraphrase never."""
    part: Annotated[Text, Role("statement.part", "kind of contribution, for example closing speech")] | None = None
    gist: Annotated[Text, Role("statement.gist", "the statement in one sentence; large on a slide", 90)] | None = None
    substance: tuple[Annotated[Text, Role("statement.substance", "one point of what a speaker said")], ...] = Field(
        min_length=1
    )
    sources: Sources = ()


class Share(Value):
    """One part of a figure's breakdown."""

    label: Annotated[Text, Role("figure.share", "one part of a figure, label in a chart", 40)]
    value: Amount


class Figure(Record):
    """A number that the reports state, and what it counts."""

    quantity: Quantity
    label: Annotated[Text, Role("figure.label", "short name of a figure, in a table or chart", 60)]
    remark: Annotated[Text, Role("figure.remark", "how a figure is to be read")] | None = None
    key: bool = True
    """Whether the figure stands among the key figures of summaries."""
    comparison: str = ""
    """Figures with the same word here are of one kind and may stand in one chart."""
    breakdown: tuple[Share, ...] = ()
    sources: Sources = ()


class Project(Record):
    """A project shown or agreed at the event."""

    title: Annotated[Text, Role("project.title", "title of a project")]
    kind: Literal["cooperation project", "research result", "training programme"]
    field: Annotated[str, Ref("fields")] | None = None
    parties: tuple[Annotated[str, Ref("organisations")], ...] = ()
    stage: Annotated[Text, Role("project.stage", "stage of a project, for example prototype")] | None = None
    description: Annotated[Text, Role("project.description", "what a project is about, one sentence")] | None = None
    sources: Sources = ()


class Outcome(Record):
    """What the event brought about."""

    kind: Literal["alliance", "award", "initiative", "agreement"]
    title: Annotated[Text, Role("outcome.title", "name of an alliance, award, initiative or agreement")]
    description: (
        Annotated[Text, Role("outcome.description", "what was founded, awarded or agreed, one sentence")] | None
    ) = None
    parties: tuple[Annotated[str, Ref("organisations")], ...] = ()
    when: When | None = None
    session: Annotated[str, Ref("sessions")] | None = None
    follow_up: Annotated[Text, Role("outcome.follow_up", "next step after an outcome")] | None = None
    sources: Sources = ()


class Source(Record):
    """Where facts come from."""

    author: str = ""
    title: str
    """In the language of the publication; printed as it is, tagged with ``language``."""
    publisher: str = ""
    language: str = "en"
    url: Annotated[str, AfterValidator(_can_be_followed)] = ""
    when: When | None = None


class Image(Record):
    """A picture beside the event file."""

    file: str
    """Path relative to the event file: PNG, JPEG, or SVG with a PNG of the same name beside it."""
    alt: Annotated[Text, Role("image.alt", "what a picture shows, for readers who cannot see it")]
    caption: Annotated[Text, Role("image.caption", "words under a picture")] | None = None
    credit: str = ""


def is_drawing(file: str) -> bool:
    """Return whether a picture file is an SVG."""
    return PurePosixPath(file).suffix.lower() == ".svg"


def picture_beside(file: str) -> str:
    """Return the PNG that stands beside a drawing, for programs that cannot draw it."""
    return str(PurePosixPath(file).with_suffix(".png"))


class Annex(Record):
    """Further text or a note that hangs on the event."""

    title: Annotated[Text, Role("annex.title", "title of an annex")]
    paragraphs: tuple[Annotated[Text, Role("annex.paragraph", "paragraph of an annex")], ...] = ()
