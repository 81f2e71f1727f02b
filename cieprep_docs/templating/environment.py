"""The Jinja environment: strict, sandboxed, and without any language of its own.

All that depends on a language or an event is in the context of each render, so one environment serves every document
and no language can speak for another.
"""

from __future__ import annotations

import difflib
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from cieprep_docs.templating.blocks import refuse_lost_blocks
from cieprep_docs.templating.fields import names_of
from cieprep_docs.templating.filters import FILTER_TABLE
from cieprep_docs.templating.limits import check_operands
from cieprep_docs.templating.loader import OVERRIDDEN, FolderLoader
from cieprep_docs.templating.messages import say_message, say_plural
from cieprep_docs.templating.notes import cite, notes
from cieprep_docs.templating.programme import conflicts
from cieprep_docs.templating.rendering import rendering_of
from cieprep_docs.templating.shown import Said, Shown, kind_of, unwrap
from cieprep_docs.templating.stamps import Stamps

NAMES = ("event", "delegation", "audience", "lang", "direction", "languages")
"""The names that every template starts from, besides functions."""


class Environment(ImmutableSandboxedEnvironment):
    """Reads templates; what they may do is what is listed here."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Reckon, with numbers of a sane size only."""
        check_operands(operator, left, right)
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, value: Any) -> None:
        """Let no template have ``str.format``: its widths fill the memory, and messages do its work."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether a template may write this behind a dot: words and numbers have no methods here."""
        if isinstance(obj, Shown):
            return not attr.startswith("_")  # all it has are fields of the model
        return not isinstance(obj, str | bytes | int | float) and super().is_safe_attribute(obj, attr, value)

    def join_path(self, template: str, parent: str) -> str:
        """Return which template is meant: one that names itself means the one that it overrides."""
        hides = isinstance(self.loader, FolderLoader) and template == parent and self.loader.hides(template)
        return OVERRIDDEN + template if hides else template

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template: nodes.Template = _Rewrite().visit(super()._parse(source, name, filename))
        if name:
            refuse_lost_blocks(self, template, name)
        return template


class _Rewrite(NodeTransformer):
    """Counts the rounds of loops, joins values with their types, and gives imported macros the context."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - Jinja's way of naming
        node.iter = nodes.Filter(node.iter, " rows", [], [], None, None, lineno=node.lineno)
        return self.generic_visit(node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        parts = nodes.List(node.nodes, lineno=node.lineno)
        return self.generic_visit(nodes.Filter(parts, "join", [], [], None, None, lineno=node.lineno))

    def visit_Import(self, node: nodes.Import) -> nodes.Node:  # noqa: N802
        node.with_context = True
        return self.generic_visit(node)

    def visit_FromImport(self, node: nodes.FromImport) -> nodes.Node:  # noqa: N802
        node.with_context = True
        return self.generic_visit(node)


class Unknown(StrictUndefined):
    """A name that stands for nothing; using it is an error that says what would."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name = str(self._undefined_name)
        if self._undefined_obj is missing:
            return f"there is no name {name!r}\n{_hint(name, [*NAMES, *FUNCTIONS])}"
        value = unwrap(self._undefined_obj) if isinstance(self._undefined_obj, Shown) else self._undefined_obj
        return f"{kind_of(value)} has no field {name!r}\n{_hint(name, names_of(value))}"


def _hint(name: str, known: Any) -> str:
    close = difflib.get_close_matches(name, known, 1)
    return f"did you mean {close[0]!r}?" if close else ""


@pass_context
def print_value(context: Context, value: Any) -> Markup:
    """Return what ``{{ … }}`` prints."""
    return rendering_of(context).print_value(value)


@pass_context
def gettext(context: Context, message: str, /, **variables: Any) -> Said | Markup:
    """Return a message of the templates in the language of the document."""
    rendering = rendering_of(context)
    return rendering.pay(say_message(rendering.view, message, "", variables))


@pass_context
def pgettext(context: Context, sense: str, message: str, /, **variables: Any) -> Said | Markup:
    """Return a message whose context tells which sense of the words is meant."""
    rendering = rendering_of(context)
    return rendering.pay(say_message(rendering.view, message, sense, variables))


@pass_context
def ngettext(context: Context, one: str, other: str, count: Any, /, **variables: Any) -> Said | Markup:
    """Return a message in the form that the number asks for."""
    rendering = rendering_of(context)
    return rendering.pay(say_plural(rendering.view, (one, other), count, "", variables))


@pass_context
def npgettext(context: Context, sense: str, one: str, other: str, count: Any, /, **variables: Any) -> Said | Markup:
    """Return a message with a sense, in the form that the number asks for."""
    rendering = rendering_of(context)
    return rendering.pay(say_plural(rendering.view, (one, other), count, sense, variables))


FUNCTIONS: dict[str, Any] = {
    "_": gettext,
    "gettext": gettext,
    "pgettext": pgettext,
    "ngettext": ngettext,
    "npgettext": npgettext,
    "cite": cite,
    "notes": notes,
    "conflicts": conflicts,
}


@lru_cache(maxsize=16)
def make_environment(folders: tuple[Path, ...]) -> Environment:
    """Return the environment for templates in these folders, the first one winning."""
    environment = Environment(
        loader=FolderLoader(folders),
        extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols", Stamps],
        undefined=Unknown,
        autoescape=True,
        finalize=print_value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.newstyle_gettext = True  # type: ignore[attr-defined] # the extension's own switch: variables by name
    environment.filters = dict(FILTER_TABLE)
    environment.globals = {
        "range": environment.globals["range"],
        "namespace": environment.globals["namespace"],
        **FUNCTIONS,
    }
    return environment
