"""What goes wrong inside a template → TemplateError with template and line."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import jinja2
from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError, TemplateRuntimeError

from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import TemplateError, UsageError
from cieprep_docs.templating.blocks import LostBlocksError
from cieprep_docs.templating.limits import LimitError
from cieprep_docs.templating.shown import UnprintableError

_CODES: tuple[tuple[type[Exception], str], ...] = (
    (UndefinedError, "TPL003"),
    (SecurityError, "TPL004"),
    (RecursionError, "TPL005"),
    (LimitError, "TPL006"),
    (OverflowError, "TPL006"),
    (UnprintableError, "TPL007"),
    (TemplateRuntimeError, "TPL008"),
    (ArithmeticError, "TPL008"),
    (TypeError, "TPL008"),
    (ValueError, "TPL008"),
    (LookupError, "TPL008"),
)
"""What is the template's fault, if it happened in the template's own line or in Jinja below it."""


@contextmanager
def explained(environment: jinja2.Environment, template: str) -> Iterator[None]:
    """Turn the faults of templates that happen inside into TemplateError; a defect of ours keeps its traceback."""
    try:
        yield
    except LostBlocksError as error:
        raise TemplateError(*error.diagnostics) from None
    except TemplateSyntaxError as error:
        raise TemplateError(_syntax(environment, error, template)) from None
    except TemplateNotFound as error:
        raise TemplateError(_not_found(environment, error, template)) from None
    except UsageError as error:
        place = _place(error.__traceback__, template)
        raise TemplateError(
            *(Diagnostic(each.code, each.message, place, each.hint) for each in error.diagnostics)
        ) from None
    except Exception as error:
        code = next((code for kind, code in _CODES if isinstance(error, kind)), "")
        if not code or not _is_of_template(error):
            raise
        raise TemplateError(_runtime(environment, error, code, template)) from None


def _syntax(environment: jinja2.Environment, error: TemplateSyntaxError, template: str) -> Diagnostic:
    message, hint = _unknown_filter(environment, error.message or "") or (error.message or "a syntax error", "")
    return Diagnostic("TPL001", message, Location(error.name or template, error.lineno), hint)


def _unknown_filter(environment: jinja2.Environment, message: str) -> tuple[str, str] | None:
    """Return message and hint, if the fault is a filter or test that does not exist."""
    unknown = re.match(r"No (filter|test) named '(.*)'", message)
    if unknown is None:
        return None
    known = environment.filters if unknown[1] == "filter" else environment.tests
    names = sorted(name for name in known if name.isidentifier())
    close = difflib.get_close_matches(unknown[2], names, 1)
    hint = f"did you mean {close[0]!r}?" if close else "there are " + ", ".join(names)
    return f"there is no {unknown[1]} {unknown[2]!r}", hint


def _not_found(environment: jinja2.Environment, error: TemplateNotFound, template: str) -> Diagnostic:
    name = str(error.name or "")
    close = difflib.get_close_matches(name, environment.list_templates(), 1)
    hint = f"did you mean {close[0]!r}?" if close else ""
    return Diagnostic("TPL002", f"there is no template {name!r}", _place(error.__traceback__, template), hint)


def _runtime(environment: jinja2.Environment, error: Exception, code: str, template: str) -> Diagnostic:
    message, _, hint = str(error).partition("\n")
    message, hint = _unknown_filter(environment, message) or (message, hint)
    if isinstance(error, RecursionError):
        message, hint = "the template calls or includes itself without end", ""
    return Diagnostic(code, message or type(error).__name__, _place(error.__traceback__, template), hint)


def _place(traceback: TracebackType | None, template: str) -> Location:
    """Return template and line of the innermost frame that runs a template."""
    place = Location(template)
    for frame in _frames(traceback):
        if "__jinja_exception__" in frame.tb_frame.f_globals:
            place = Location(frame.tb_frame.f_code.co_filename, frame.tb_lineno)
    return place


def _frames(traceback: TracebackType | None) -> Iterator[TracebackType]:
    while traceback is not None:
        yield traceback
        traceback = traceback.tb_next


_JINJA = Path(jinja2.__file__).parent
_OURS = Path(__file__).parent


def _is_of_template(error: Exception) -> bool:
    """Return whether the template's own expression failed: raised in it, in Jinja, or on purpose by this room."""
    if isinstance(error, UndefinedError | SecurityError | RecursionError | LimitError | UnprintableError):
        return True
    *_, last = _frames(error.__traceback__)
    if "__jinja_exception__" in last.tb_frame.f_globals:
        return True
    return Path(last.tb_frame.f_code.co_filename).is_relative_to(_JINJA)
