"""One template and one view → markup."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cieprep_docs.templating.environment import make_environment
from cieprep_docs.templating.failures import explained
from cieprep_docs.templating.rendering import KEY, Rendering
from cieprep_docs.templating.view import View


def render(template: str, view: View, folders: Sequence[Path], **more: Any) -> str:
    """Return the markup that a template makes of a view.

    ``template`` is a name such as ``reports/report.html`` in the first of the ``folders`` that has it; ``more`` are
    names that this template knows besides those of the view.
    Raises TemplateError with template and line.
    """
    environment = make_environment(tuple(folders))
    rendering = Rendering(view)
    with explained(environment, template):
        loaded = environment.get_template(template)
        names = {KEY: rendering, **view.names(), **more}
        return "".join(rendering.budget.spend(chunk) for chunk in loaded.generate(names))
