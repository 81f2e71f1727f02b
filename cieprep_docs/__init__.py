"""Localized Word reports and PowerPoint decks for the delegations of an event.

The shortest script::

    from cieprep_docs import load_event, make_report

    event = load_event("examples/ciep18/event.yaml").value
    make_report(event, "ru", delegation="russia").save("report.ru.docx")

Names are loaded when they are first used, so that importing the package costs nothing;
``__init__.pyi`` gives their types.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "BuildError": "batch",
    "CatalogError": "errors",
    "CieprepError": "errors",
    "Diagnostic": "diagnostics",
    "Event": "model.event",
    "EventError": "errors",
    "LayoutError": "errors",
    "Location": "diagnostics",
    "Report": "outputs",
    "Result": "diagnostics",
    "SlideDeck": "outputs",
    "StyleError": "errors",
    "TemplateError": "errors",
    "UsageError": "errors",
    "build": "batch",
    "compose_deck": "documents",
    "compose_report": "documents",
    "event_schema": "source",
    "load_event": "source",
    "make_deck": "pipeline",
    "make_mirrored_decks": "pipeline",
    "make_notice": "pipeline",
    "make_report": "pipeline",
    "tell_changes": "batch.notices",
}
"""Each public name and the module where it is defined."""

_MODULES = {"nodes": "content.nodes"}
"""Public names that are modules."""

__all__ = [  # noqa: PLE0604 - the names are the keys of one table
    *_HOMES,
    *_MODULES,
    "__version__",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return import_module("importlib.metadata").version("cieprep-docs")
    if name in _MODULES:
        return import_module(f"{__name__}.{_MODULES[name]}")
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
