"""Looks: fonts, fills and named styles. Colour is never alone: every coloured cell also holds its number or word."""

from __future__ import annotations

from typing import Final

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle

INK: Final = "1F2933"
HEAD: Final = "1F4E5F"
PAPER: Final = "FFFFFF"
RULE: Final = "C9D2D9"
INPUT: Final = "FFF8DC"
MACHINE: Final = "F4F6F8"
QUOTE: Final = "FAFAF5"

# Fill and text: contrast of at least 7 to 1, and light enough to stay apart from the text when printed in grey.
RATING_COLOURS: Final[dict[str, tuple[str, str]]] = {
    "0": ("F8D0CC", "6B1410"),
    "1": ("FCE8B8", "5C3B00"),
    "2": ("D3EBCF", "12401B"),
    "3": ("CFE3F5", "0B3558"),
    "n/a": ("E8ECEF", "3E4C59"),
    "?": ("E4D9F2", "3B1F63"),
}
LEVEL_COLOURS: Final[dict[str, tuple[str, str]]] = {
    "not": RATING_COLOURS["0"],
    "partly": RATING_COLOURS["1"],
    "met": RATING_COLOURS["2"],
}
SEVERITY_COLOURS: Final[dict[str, tuple[str, str]]] = {
    "high": RATING_COLOURS["0"],
    "medium": RATING_COLOURS["1"],
    "low": RATING_COLOURS["n/a"],
}

_THIN: Final = Side(style="thin", color=RULE)
_BOX: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_FONT: Final = "Calibri"


def add_named_styles(book: Workbook) -> None:
    """Add the workbook's styles, so that an auditor can change them in one place."""
    wrap = Alignment(vertical="top", wrap_text=True)
    plain = Alignment(vertical="top")
    middle = Alignment(horizontal="center", vertical="top")
    for name, font, alignment, fill, border in (
        ("pq title", Font(name=_FONT, size=18, bold=True, color=HEAD), plain, None, None),
        ("pq note", Font(name=_FONT, size=11, italic=True, color="52606D"), plain, None, None),
        ("pq label", Font(name=_FONT, size=11, bold=True, color=INK), wrap, None, None),
        ("pq words", Font(name=_FONT, size=11, color=INK), wrap, None, None),
        (
            "pq head",
            Font(name=_FONT, size=11, bold=True, color=PAPER),
            Alignment(vertical="center", wrap_text=True),
            HEAD,
            _BOX,
        ),
        ("pq text", Font(name=_FONT, size=10, color=INK), wrap, None, _BOX),
        ("pq quote", Font(name=_FONT, size=10, color=INK, italic=True), wrap, QUOTE, _BOX),
        ("pq number", Font(name=_FONT, size=10, color=INK), middle, None, _BOX),
        ("pq rating", Font(name=_FONT, size=11, bold=True, color=INK), middle, None, _BOX),
        ("pq input", Font(name=_FONT, size=10, color=INK), wrap, INPUT, _BOX),
        ("pq input rating", Font(name=_FONT, size=11, bold=True, color=INK), middle, INPUT, _BOX),
    ):
        style = NamedStyle(name=name, font=font, alignment=alignment)
        if fill:
            style.fill = PatternFill("solid", fgColor=fill)
        if border:
            style.border = border
        book.add_named_style(style)


def colour_rules(colours: dict[str, tuple[str, str]], first_cell: str) -> list[Rule]:
    """Return conditional formats that colour a cell by its word or number; they follow the auditor's changes."""
    rules: list[Rule] = []
    for value, (fill, ink) in colours.items():
        look = DifferentialStyle(font=Font(color=ink, bold=True), fill=PatternFill(bgColor=fill, fill_type="solid"))
        # An empty cell equals 0 to a spreadsheet, so the number must be there.
        is_number = f"AND(ISNUMBER({first_cell}),{first_cell}={value})"
        formula = is_number if value.isdigit() else f'{first_cell}="{value}"'
        rules.append(Rule(type="expression", dxf=look, formula=[formula]))
    return rules
