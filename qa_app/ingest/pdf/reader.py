"""Reads a whole PDF file."""

from __future__ import annotations

import io
import re
from functools import partial
from typing import TYPE_CHECKING, Final

from qa_app.core.document import Document, OmissionKind, Region
from qa_app.core.errors import UnreadableDocument
from qa_app.ingest.builder import DocumentBuilder, Style
from qa_app.ingest.container import damaged
from qa_app.ingest.ocr import INSTALL_HINT, add_recognised, languages, recognise
from qa_app.ingest.pdf.assemble import Assembler
from qa_app.ingest.pdf.fields import Typed, needs_viewer_program, read_typed
from qa_app.ingest.pdf.furniture import find_furniture
from qa_app.ingest.pdf.geometry import Box
from qa_app.ingest.pdf.pages import PageContent, frame_of, take_apart

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF
    from pypdfium2 import PdfDocument

_MAX_PAGES: Final = 400
_MAX_OCR_PAGES: Final = 60
_OCR_DPI: Final = 200
_POINTS_PER_INCH: Final = 72
_NO_PAGES: Final = re.compile(rb"/Type\s*/Pages\b[^>]*/Count\s+0\b|/Count\s+0\b[^>]*/Type\s*/Pages\b")


def read_pdf(data: bytes, name: str) -> tuple[Document, ...]:
    """Read a PDF file.

    Raises:
        UnreadableDocument: It is damaged, needs a password, has no pages, or is a form that draws itself (XFA).
    """
    pdf = _opened(data)
    try:
        return (_PdfReader(pdf, data).read().build(name, data, "pdf"),)
    finally:
        pdf.close()


def _opened(data: bytes) -> PdfDocument:
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
        pages = len(pdf)
    except pypdfium2.PdfiumError as error:
        if _NO_PAGES.search(data):
            raise _without_pages() from error
        # pdfium's reason alone is not to be trusted: after a damaged file it repeats the reason of an earlier one.
        if "password" in str(error).lower() and b"/Encrypt" in data:
            raise UnreadableDocument(
                "The PDF is protected with a password.",
                "Open it with the password, print it to a new PDF without one, and use that.",
            ) from error
        raise damaged("The PDF is damaged and cannot be opened.") from error
    if pages == 0:
        raise _without_pages()
    if pages > _MAX_PAGES:
        raise UnreadableDocument(f"The PDF has more than {_MAX_PAGES} pages.", "Split it into one file per plan.")
    return pdf


def _without_pages() -> UnreadableDocument:
    return UnreadableDocument("The PDF has no pages.", "Ask for it again, or print the plan to PDF once more.")


class _PdfReader:
    def __init__(self, pdf: PdfDocument, data: bytes) -> None:
        self._pdf = pdf
        self._data = data
        self._builder = DocumentBuilder()
        self._plumber: PDF | None = None
        self._ocr_pages = 0

    def read(self) -> DocumentBuilder:
        """Read all pages into the builder."""
        pages = self._pages()
        furniture = find_furniture(pages)
        assembler = Assembler(self._builder, furniture)
        assembler.furniture(pages, Region.HEADER)
        for index, page in enumerate(pages):
            if page.is_scan:
                assembler.end_table()
                self._scan(page)
            assembler.page(index, page)
            self._pictures(page)
        assembler.furniture(pages, Region.FOOTER)
        for page in pages:
            for note in page.notes:
                self._builder.add(note, Style(region=Region.COMMENT, page=page.number))
            self._builder.omit_counted(
                OmissionKind.HIDDEN, f"page {page.number}", page.hidden, "Form fields that are marked as not shown."
            )
        return self._builder

    def _pages(self) -> list[PageContent]:
        import pypdfium2.raw as pdfium_c

        loaded = [self._pdf[number] for number in range(len(self._pdf))]
        frames = [frame_of(page) for page in loaded]
        has_form = self._pdf.get_formtype() != pdfium_c.FORMTYPE_NONE
        if has_form and needs_viewer_program(self._data):
            raise UnreadableDocument(
                "This PDF form only shows its content in Adobe Reader.", "Open it there, print it to PDF, and use the new file."
            )
        annotated = has_form or any(pdfium_c.FPDFPage_GetAnnotCount(page) for page in loaded)
        typed: list[list[Typed]] = read_typed(self._data, frames) if annotated else [[] for _ in loaded]
        typed.extend([] for _ in range(len(loaded) - len(typed)))
        return [
            take_apart(page, partial(self._plumber_page, number), number + 1, frames[number], typed[number])
            for number, page in enumerate(loaded)
        ]

    def _plumber_page(self, number: int) -> Page:
        if self._plumber is None:
            import pdfplumber

            self._plumber = pdfplumber.open(io.BytesIO(self._data), password="")
        return self._plumber.pages[number]

    def _render(self, page: PageContent, box: Box | None = None) -> bytes:
        """Return a page, or a part of it, as a grey PNG picture."""
        bitmap = self._pdf[page.number - 1].render(scale=_OCR_DPI / _POINTS_PER_INCH, grayscale=True)
        picture = bitmap.to_pil()
        if box is not None:
            scale = _OCR_DPI / _POINTS_PER_INCH
            picture = picture.crop(tuple(round(edge * scale) for edge in (box.x0, box.top, box.x1, box.bottom)))
        stream = io.BytesIO()
        picture.save(stream, "PNG")
        return stream.getvalue()

    def _scan(self, page: PageContent) -> None:
        """Read a page that has no text layer."""
        self._ocr_pages += 1
        recognised = None
        if languages() and self._ocr_pages <= _MAX_OCR_PAGES:
            recognised = recognise(self._render(page))
        if recognised and add_recognised(self._builder, recognised, Style(page=page.number)):
            return
        if not languages():
            why = f"The page is a picture without text, and no text recognition is installed. {INSTALL_HINT}"
        elif self._ocr_pages > _MAX_OCR_PAGES:
            why = f"The page is a picture without text, and only the first {_MAX_OCR_PAGES} such are recognised. Split it."
        else:
            why = "The page is a picture in which no writing could be recognised. Look at it, or ask for the original document."
        self._builder.omit(OmissionKind.UNREADABLE, f"page {page.number}", None, why)

    def _pictures(self, page: PageContent) -> None:
        """Read large pictures on a page that has text; what cannot be read is named."""
        for box in page.pictures:
            recognised = recognise(self._render(page, box)) if languages() else None
            if recognised and add_recognised(self._builder, recognised, Style(region=Region.TEXT_BOX, page=page.number)):
                continue
            self._builder.omit(
                OmissionKind.UNREADABLE,
                f"picture on page {page.number}",
                None,
                "A large picture: it may show writing that could not be read. Look at it, and type what it says into the plan.",
            )
