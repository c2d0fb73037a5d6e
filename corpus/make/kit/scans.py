# mypy: disable-error-code="import-untyped"
"""Scanned pages: a printed plan turned into pictures, straight and clean, or skewed and dirty."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kit.printed import TAB, TITLE, Printout, style
from kit.short_plan import ShortPlan

DOTS_PER_INCH: Final = 150
SKEW_DEGREES: Final = 1.6
NOISE: Final = 14.0
"""Standard deviation of the grey noise, in steps of 255."""
SPECKS: Final = 0.0008
"""Share of points that are dirt."""
SEED: Final = 20260205
LARGE: Final = style("large", fontSize=11, leading=14)


def print_plan(plan: ShortPlan, path: Path) -> None:
    """Print the plan as a PDF with a text layer."""
    out = Printout(plan.title, "", "")
    out.add(plan.title, TITLE)
    out.gap()
    out.labels(plan.details, (1, 2.4))
    for heading, paragraphs in plan.sections:
        out.add(heading, TAB)
        out.add("\n".join(paragraphs), LARGE)
    out.add("Targets", TAB)
    out.grid(plan.heads, plan.rows, (1.6, 1.6, 1, 1, 1.6))
    out.save(path)


def scan(printed: Path, path: Path, *, dirty: bool) -> None:
    """Turn every page of ``printed`` into a picture and bind the pictures as a PDF without text."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    pages = pypdfium2.PdfDocument(printed)
    for page in pages:
        picture = page.render(scale=DOTS_PER_INCH / 72).to_pil().convert("L")
        buffer = io.BytesIO()
        if dirty:
            _soiled(picture).save(buffer, "JPEG", quality=45)
        else:
            picture.quantize(8).save(buffer, "PNG", optimize=True)
        buffer.seek(0)
        canvas.drawImage(ImageReader(buffer), 0, 0, *A4)
        canvas.showPage()
    pages.close()
    canvas.save()


def _soiled(picture: Image.Image) -> Image.Image:
    """Skew, blur, shade and speckle a page as an old copier does."""
    turned = picture.rotate(SKEW_DEGREES, resample=Image.Resampling.BICUBIC, fillcolor=255).filter(
        ImageFilter.GaussianBlur(0.6)
    )
    points = np.asarray(turned, dtype=np.float64)
    chance = np.random.default_rng(SEED)
    shade = np.linspace(0.0, 38.0, points.shape[1])[np.newaxis, :]
    points = points - shade + chance.normal(0.0, NOISE, points.shape)
    points[chance.random(points.shape) < SPECKS] = 0.0
    return Image.fromarray(points.clip(0, 255).astype(np.uint8))
