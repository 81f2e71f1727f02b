"""Event + words → markup: what templates see, and how it is printed."""

from cieprep_docs.templating.changes import show_changes
from cieprep_docs.templating.run import render
from cieprep_docs.templating.view import View

__all__ = ["View", "render", "show_changes"]
