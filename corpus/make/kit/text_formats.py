"""The short plan as text, Markdown, HTML, RTF, OpenDocument and e-mail."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage
from html import escape
from pathlib import Path
from typing import Final

from kit.packaging import write_stable_zip
from kit.short_plan import ShortPlan

_ODF: Final = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)
_ODT_TYPE: Final = "application/vnd.oasis.opendocument.text"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


def plain(plan: ShortPlan) -> str:
    """Return the plan as plain text with underlined headings and a block per target."""
    lines = [plan.title, "=" * len(plan.title), ""]
    lines += [f"{label}: {value}" for label, value in plan.details]
    for heading, paragraphs in plan.sections:
        lines += ["", heading, "-" * len(heading), *paragraphs]
    lines += ["", "Targets", "-------"]
    for row in plan.rows:
        lines += [
            *(
                f"{head} {cell}" if head.endswith("?") else f"{head}: {cell}"
                for head, cell in zip(plan.heads, row, strict=True)
            ),
            "",
        ]
    return "\n".join(lines)


def markdown(plan: ShortPlan) -> str:
    """Return the plan as Markdown with pipe tables."""
    lines = [f"# {plan.title}", "", "| | |", "|---|---|", *(f"| **{label}** | {value} |" for label, value in plan.details)]
    for heading, paragraphs in plan.sections:
        lines += ["", f"## {heading}", "", "\n\n".join(paragraphs)]
    lines += ["", "## Targets", "", _piped(plan.heads), _piped(["---"] * len(plan.heads)), *(_piped(row) for row in plan.rows)]
    return "\n".join(lines) + "\n"


def html(plan: ShortPlan) -> str:
    """Return the plan as a page with a script, a style and a hidden line that no reader sees."""
    details = "".join(f"<tr><th scope=row>{escape(a)}</th><td>{escape(b)}</td></tr>" for a, b in plan.details)
    sections = "".join(f"<h2>{escape(h)}</h2>" + "".join(f"<p>{escape(p)}</p>" for p in ps) for h, ps in plan.sections)
    heads = "".join(f"<th>{escape(head)}</th>" for head in plan.heads)
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in plan.rows)
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>{escape(plan.title)}</title>'
        "<style>td{vertical-align:top}</style><script>var draft='not part of the plan';</script></head><body>"
        f'<h1>{escape(plan.title)}</h1><p style="display:none">Hidden by the form</p><table>{details}</table>{sections}'
        f"<h2>Targets</h2><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></body></html>\n"
    )


def rtf(plan: ShortPlan) -> str:
    """Return the plan as rich text with a real table."""
    out = [r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}\fs22", r"{\b\fs32 " + _rtf(plan.title) + r"}\par"]
    out += [r"{\b " + _rtf(label) + r"}\tab " + _rtf(value) + r"\par" for label, value in plan.details]
    for heading, paragraphs in plan.sections:
        out += [r"{\b\fs26 " + _rtf(heading) + r"}\par", *(_rtf(text) + r"\par" for text in paragraphs)]
    out += [r"{\b\fs26 Targets}\par", *(_rtf_row(row) for row in (plan.heads, *plan.rows)), r"\pard\par}"]
    return "\n".join(out)


def write_odt(plan: ShortPlan, path: Path) -> None:
    """Write the plan as an OpenDocument text."""
    body = [_heading(plan.title, 1), _odf_table("Details", plan.details)]
    for heading, paragraphs in plan.sections:
        body += [_heading(heading, 2), *(f"<text:p>{escape(text)}</text:p>" for text in paragraphs)]
    body += [_heading("Targets", 2), _odf_table("Targets", (plan.heads, *plan.rows))]
    content = f'{_DECLARATION}<office:document-content {_ODF} office:version="1.3"><office:body><office:text>{"".join(body)}</office:text></office:body></office:document-content>'
    manifest = (
        f'{_DECLARATION}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODT_TYPE}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    write_stable_zip(
        path, {"mimetype": _ODT_TYPE.encode(), "content.xml": content.encode(), "META-INF/manifest.xml": manifest.encode()}
    )


def write_email(plan: ShortPlan, path: Path) -> None:
    """Write a mail with a covering note and the plan attached as HTML."""
    message = EmailMessage()
    message["From"] = "r.penry@maesgwernenisaf.example"
    message["To"] = "lace@glantywi.example"
    message["Subject"] = "Plan for the audit"
    message["Date"] = "Thu, 05 Feb 2026 08:15:00 +0000"
    message["Message-ID"] = "<plan-0402@maesgwernenisaf.example>"
    message.set_content("Good morning, the plan from Wednesday is attached. Rhian Penry\n")
    message.add_attachment(html(plan).encode(), maintype="text", subtype="html", filename="short-plan.html")
    message.set_boundary("plan-boundary")
    path.write_bytes(message.as_bytes())


def _piped(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _heading(text: str, level: int) -> str:
    return f'<text:h text:outline-level="{level}">{escape(text)}</text:h>'


def _odf_table(name: str, rows: Sequence[Sequence[str]]) -> str:
    cells = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{escape(cell)}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in rows
    )
    return f'<table:table table:name="{name}"><table:table-column table:number-columns-repeated="{len(rows[0])}"/>{cells}</table:table>'


def _rtf(text: str) -> str:
    """Escape for RTF; letters outside ASCII as Unicode escapes with a question mark for old readers."""
    escaped = text.replace("\\", r"\\").replace("{", r"\{").replace("}", r"\}")
    return "".join(letter if letter.isascii() else rf"\u{ord(letter)}?" for letter in escaped)


def _rtf_row(cells: Sequence[str]) -> str:
    edges = "".join(rf"\cellx{1900 * (index + 1)}" for index in range(len(cells)))
    return rf"\trowd{edges}\intbl " + "".join(_rtf(cell) + r"\cell " for cell in cells) + r"\row"
