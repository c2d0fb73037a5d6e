"""The letters of a page with their places, in the order of the file, from pdfium."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from qa_app.ingest.pdf.geometry import Box, PageFrame
from qa_app.ingest.symbols import drawn_text

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_BOLD_NAME: Final = ("bold", "black", "heavy", "semibold", "demi")
_BOLD_WEIGHT: Final = 600
_FORCE_BOLD: Final = 1 << 18  # flag of a font descriptor
_FONT_NAME_BYTES: Final = 256


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter.

    Attributes:
        text: The character.
        box: Its place.
        size: Font size in points as shown.
        bold: From the font's weight or name.
        order: Its number in the file's own order.
    """

    text: str
    box: Box
    size: float
    bold: bool
    order: int

    @property
    def is_readable(self) -> bool:
        """Whether the file says which character it is: fonts without that map show letters that nobody can read back."""
        code = ord(self.text[0])
        return code != 0xFFFD and not 0xE000 <= code <= 0xF8FF and code >= 32


def read_glyphs(page: PdfPage, frame: PageFrame) -> list[Glyph]:
    """Return the letters and blanks of a pdfium page; line breaks are left to the places."""
    import pypdfium2.raw as pdfium_c

    textpage = page.get_textpage()
    try:
        rect, matrix = pdfium_c.FS_RECTF(), pdfium_c.FS_MATRIX()
        name, flags = ctypes.create_string_buffer(_FONT_NAME_BYTES), ctypes.c_int()
        glyphs = []
        for index in range(textpage.count_chars()):
            code = pdfium_c.FPDFText_GetUnicode(textpage, index)
            if code in (0, 10, 13, 0xFFFE, 0x2, 0xAD) or 0xD800 <= code < 0xE000:
                continue
            if not pdfium_c.FPDFText_GetLooseCharBox(textpage, index, rect):
                continue
            pdfium_c.FPDFText_GetMatrix(textpage, index, matrix)
            pdfium_c.FPDFText_GetFontInfo(textpage, index, name, _FONT_NAME_BYTES, flags)
            scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
            font = name.value.decode("ascii", "replace").rpartition("+")[2]
            glyphs.append(
                Glyph(
                    drawn_text(chr(code), font.replace("-Regular", "")),
                    frame.seen(rect.left, rect.bottom, rect.right, rect.top),
                    round(pdfium_c.FPDFText_GetFontSize(textpage, index) * scale, 1),
                    _is_bold(font, pdfium_c.FPDFText_GetFontWeight(textpage, index), flags.value),
                    index,
                )
            )
        return glyphs
    finally:
        textpage.close()


def _is_bold(font: str, weight: int, flags: int) -> bool:
    lowered = font.lower()
    return weight >= _BOLD_WEIGHT or bool(flags & _FORCE_BOLD) or any(word in lowered for word in _BOLD_NAME)
