"""Words that need a language before they can be printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, NoReturn

from immutabledict import immutabledict
from pydantic import AfterValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo, model_validator
from pydantic_core import CoreSchema, core_schema

from cieprep_docs.model.base import Value, Visibility, freeze

Status = Literal["confirmed", "proposed"]
"""Whether the owner of a name has agreed to this form; a build lists the proposed ones."""

Case = Literal["gen", "dat", "acc", "ins", "loc"]
"""The oblique cases of Russian; the nominative is the form itself."""

Lang = Annotated[str, Field(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")]
"""A language of the event file: ``zh``, ``en``, ``ru`` or any other that has a language file."""

Langs = Annotated[str, Field(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*(?:\+[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)*$")]
"""One language, or several of one document: ``ru+zh``."""

Cases = Annotated[Mapping[Case, str], AfterValidator(freeze)]


class Form(Value):
    """How a name or term reads in one language. A plain string in the event file is a confirmed form."""

    text: str = Field(min_length=1)
    """The words in the nominative, in the language's own script."""
    status: Status = "confirmed"
    cases: Cases = immutabledict()
    """Checked oblique forms, for example ``gen: заместителя министра``. By a translator; they win over any rule."""

    @model_validator(mode="before")
    @classmethod
    def _from_string(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value


Forms = Annotated[Mapping[Lang, Form], AfterValidator(freeze)]


class Text(Value):
    """A translatable string: source words, the role they play, and forms given in the event file itself.

    In the event file it is a plain string in the source language (translated through the event's catalogs), or a
    mapping from language to words (a name or term whose forms are data): ``{en: …, zh: {text: …, status: proposed}}``.
    Such a mapping may hold a ``visibility`` of its own, for a note that fewer may read than its record.
    It is no ``str``, so no filter can work on untranslated words.
    """

    source: str = Field(min_length=1)
    role: str = ""
    """Which field the words fill, for example ``session.title``: the message context (msgctxt) in the catalogs."""
    forms: Forms = immutabledict()
    visibility: Visibility = "public"
    """Who may read the words, of those who may see what they stand in."""

    @model_validator(mode="before")
    @classmethod
    def _from_event_file(cls, value: Any, info: ValidationInfo) -> Any:
        if isinstance(value, str):
            return {"source": value}
        if isinstance(value, Mapping) and "source" not in value:
            return _text_from_forms(value, (info.context or {}).get("source_language", "en"))
        return value

    def __str__(self) -> NoReturn:
        message = f"untranslated Text {self.source!r}: print it with {{{{ … }}}} in a template, or ask a Translator"
        raise TypeError(message)


def _text_from_forms(value: Mapping[str, Any], source_language: str) -> dict[str, Any]:
    others = {key: value[key] for key in ("role", "visibility") if key in value}
    forms = {key: each for key, each in value.items() if key not in others}
    form = forms.get(source_language)
    source = form.get("text") if isinstance(form, Mapping) else form
    if not isinstance(source, str) or not source.strip():
        message = f"has no words in the event's source language, {source_language}"
        raise ValueError(message)
    return {"source": source, "forms": forms, **others}


@dataclass(frozen=True, slots=True)
class Role:
    """Marks a ``Text`` field as translatable: its message context and what a translator should know about it."""

    name: str
    comment: str
    limit: int = 0
    """How long the words may be at most, in half-widths (a Han character has two); 0 where they may flow."""

    @property
    def advice(self) -> str:
        """What translators should know, the limit included."""
        limit = f"; at most {self.limit} half-widths, {self.limit // 2} Chinese characters" if self.limit else ""
        return f"{self.comment}{limit}"

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._assign, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "description": self.advice}

    def _assign(self, text: Text) -> Text:
        return text if text.role == self.name else text.model_copy(update={"role": self.name})


def _for_everyone(text: Text) -> Text:
    if text.visibility != "public":
        message = "stands on every document; it cannot be hidden"
        raise ValueError(message)
    return text


Heading = Annotated[Text, AfterValidator(_for_everyone)]
"""A text without which there is no document for anybody."""
