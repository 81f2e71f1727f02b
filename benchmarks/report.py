"""What a long report costs, beside docxtpl: ``pip install -e '.[bench]'``, then ``python benchmarks/report.py``.

One content (a table of 410 rows, six sections of prose, about 43 pages; a tenth; ten times) goes through a Jinja
template into a .docx with both, in turn, in one process. docxtpl opens its template for every document, for it fills it
in place; this library compiles a house style once. CPU time; the least of the rounds counts, for others are disturbed.
Aims: at most 0.35 of docxtpl, ten times the pages in at most eleven times the time, at most 150 MB.
"""  # noqa: INP001 - a script

from __future__ import annotations

import io
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment

from cieprep_docs.content.markup import read_markup
from cieprep_docs.office.word import load_report_style, write_report

STYLE = Path(__file__).parents[1] / "templates" / "office" / "conference" / "report.docx"
SIZES = {"a tenth": 0.1, "43 pages": 1, "ten times": 10}
ROUNDS = {"a tenth": 9, "43 pages": 7, "ten times": 3}
AIM_RATIO, AIM_GROWTH, AIM_MEMORY = 0.35, 11, 150

SENTENCE = (
    "Universities, research institutes and enterprises of both countries met in small groups to settle what is to be "
    "made, by whom and by when, and reported on it. "
)
COLUMNS = ("Project", "Field", "Bodies", "Stage", "Next step")
MARKUP = """<article lang="en-GB"><header><p class="title">{{ title }}</p></header>
{% for section in sections %}<section class="section"><h1>{{ section.title }}</h1>
{% for words in section.paragraphs %}<p>{{ words }}</p>{% endfor %}</section>{% endfor %}
<section class="section"><h1>Projects</h1><table><caption>Projects</caption>
<thead><tr>{% for name in columns %}<th>{{ name }}</th>{% endfor %}</tr></thead>
<tbody>{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</tbody>
</table></section></article>"""

Content = Mapping[str, Any]


def make_content(scale: float) -> Content:
    """Return the words of a report; `scale` 1 is about 43 pages."""
    paragraphs = [SENTENCE * 4] * round(24 * scale)
    sections = [{"title": f"Part {n}", "paragraphs": [f"{n}. {each}" for each in paragraphs]} for n in range(1, 7)]
    count = round(410 * scale)
    rows = [[f"Cooperation project {n:04}", "New materials", SENTENCE[:62], "agreed", "spring"] for n in range(count)]
    return {
        "title": "Report",
        "sections": sections,
        "columns": COLUMNS,
        "rows": rows,
    }


def make_docxtpl_template() -> bytes:
    """Return the same report as a template of docxtpl, in the styles of the same house style."""
    import docx  # noqa: PLC0415 - not needed for the peak of memory
    from docx.oxml.ns import qn  # noqa: PLC0415 - likewise

    document = docx.Document(str(STYLE))
    document.paragraphs[0].clear().add_run("{{ title }}")
    for link in document.part.rels.values():
        if link.reltype.endswith(("/header", "/footer")):
            for words in link.target_part.element.iter(qn("w:t")):
                words.text = ""  # what stands there is for this library
    _add_prose(document)
    document.add_paragraph("Projects", "heading 1")
    table = document.add_table(rows=4, cols=len(COLUMNS), style="Report Table")
    for cell, name in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.text = name
    table.rows[1].cells[0].text = "{%tr for row in rows %}"
    for index, cell in enumerate(table.rows[2].cells):
        cell.text = f"{{{{ row[{index}] }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def _add_prose(document: Any) -> None:
    lines = (
        ("{%p for section in sections %}", "Body Text"),
        ("{{ section.title }}", "heading 1"),
        ("{%p for words in section.paragraphs %}", "Body Text"),
        ("{{ words }}", "Body Text"),
        ("{%p endfor %}", "Body Text"),
        ("{%p endfor %}", "Body Text"),
    )
    for words, style in lines:
        document.add_paragraph(words, style)


TEMPLATE = Environment(autoescape=True).from_string(MARKUP)


def with_this_library(content: Content) -> bytes:
    """Return the report as a .docx: template, markup, tree, file."""
    return write_report(read_markup(TEMPLATE.render(content)), load_report_style(STYLE))


def with_docxtpl(template: bytes) -> Callable[[Content], bytes]:
    """Return what makes the report with docxtpl."""
    from docxtpl import DocxTemplate  # noqa: PLC0415 - of the extra ``bench``

    def make(content: Content) -> bytes:
        filled = DocxTemplate(io.BytesIO(template))
        filled.render(dict(content), autoescape=True)
        data = io.BytesIO()
        filled.save(data)
        return data.getvalue()

    return make


def seconds(make: Callable[[Content], bytes], content: Content) -> float:
    """Return the CPU time of one report."""
    start = time.process_time()
    make(content)
    return time.process_time() - start


def compare() -> dict[str, tuple[float, float]]:
    """Return for each size the least time with this library and with docxtpl, measured in turn."""
    makers = (with_this_library, with_docxtpl(make_docxtpl_template()))
    least = {}
    for name, scale in SIZES.items():
        content = make_content(scale)
        rounds = [[seconds(make, content) for make in makers] for _ in range(ROUNDS[name])]
        ours, theirs = (min(times) for times in zip(*rounds, strict=True))
        least[name] = (ours, theirs)
    return least


def peak_megabytes(size: str) -> float:
    """Return the most memory that a process takes that makes a report once."""
    command = [sys.executable, __file__, "--peak", size]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - this script
    return int(answer.stdout) / 1024


def main() -> int:
    """Print times, ratios and growth; return 1 where an aim is missed."""
    if "--peak" in sys.argv:
        with_this_library(make_content(SIZES[sys.argv[-1]]))
        sys.stdout.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
        return 0
    peaks = [peak_megabytes(name) for name in ("43 pages", "ten times")]  # first: a child counts what its parent had
    least = compare()
    for name, (ours, theirs) in least.items():
        line = f"{name:10}  this library {ours * 1000:7.1f} ms  docxtpl {theirs * 1000:8.1f} ms  {ours / theirs:5.2f}\n"
        sys.stdout.write(line)
    ratio = least["43 pages"][0] / least["43 pages"][1]
    growth = [least["ten times"][n] / least["43 pages"][n] for n in (0, 1)]
    sys.stdout.write(
        f"ten times the pages: {growth[0]:.1f} × the time, docxtpl {growth[1]:.1f} ×\n"
        f"peak {peaks[0]:.0f} MB, with ten times the pages {peaks[1]:.0f} MB\n"
    )
    return int(ratio > AIM_RATIO or growth[0] > AIM_GROWTH or peaks[0] > AIM_MEMORY)


if __name__ == "__main__":
    sys.exit(main())
