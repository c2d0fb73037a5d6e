"""Looks: fonts, fills and named styles. Colour is never alone: every coloured cell also holds its number or word."""

from __future__ import annotations

from dataclasses import dataclass
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
INPUT_HEAD: Final = "7A5B00"
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
CHART_RATINGS: Final = ("D9776C", "F0C661", "8CC28A", "6FA5D6")
"""Fills for ratings 0 to 3 in charts: told apart in grey as well, and named in the legend."""
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
QUOTE_MARK: Final = '"'


def add_named_styles(book: Workbook) -> None:
    """Add the workbook's styles, so that an auditor can change them in one place."""
    wrap = Alignment(vertical="top", wrap_text=True)
    plain = Alignment(vertical="top")
    middle = Alignment(horizontal="center", vertical="top", wrap_text=True)
    head = Alignment(vertical="center", wrap_text=True)
    ink, strong = Font(name=_FONT, size=10, color=INK), Font(name=_FONT, size=11, bold=True, color=INK)
    white = Font(name=_FONT, size=11, bold=True, color=PAPER)
    for look in (
        _Look("pq title", Font(name=_FONT, size=18, bold=True, color=HEAD), plain),
        _Look("pq note", Font(name=_FONT, size=11, italic=True, color="52606D"), plain),
        _Look("pq mark", Font(name=_FONT, size=8, color="9AA5B1"), plain),
        _Look("pq label", strong, wrap),
        _Look("pq words", Font(name=_FONT, size=11, color=INK), wrap),
        _Look("pq plan", Font(name=_FONT, size=14, bold=True, color=HEAD), plain),
        _Look("pq line", ink, plain),
        _Look("pq head", white, head, HEAD, box=True),
        _Look("pq own head", white, head, INPUT_HEAD, box=True),
        _Look("pq text", ink, wrap, box=True),
        _Look("pq quote", Font(name=_FONT, size=10, color=INK, italic=True), wrap, QUOTE, box=True),
        _Look("pq number", ink, middle, box=True),
        _Look("pq score", ink, middle, box=True, number="0.0"),
        _Look("pq percent", ink, middle, box=True, number="0%"),
        _Look("pq date", ink, middle, box=True, number="dd/mm/yyyy"),
        _Look("pq rating", strong, middle, box=True),
        _Look("pq input", ink, wrap, INPUT, box=True),
        _Look("pq input rating", strong, middle, INPUT, box=True),
    ):
        book.add_named_style(look.style())


@dataclass(frozen=True, slots=True)
class _Look:
    name: str
    font: Font
    alignment: Alignment
    fill: str = ""
    box: bool = False
    number: str = ""

    def style(self) -> NamedStyle:
        """Return the look as a style of the workbook."""
        style = NamedStyle(name=self.name, font=self.font, alignment=self.alignment)
        if self.fill:
            style.fill = PatternFill("solid", fgColor=self.fill)
        if self.box:
            style.border = _BOX
        if self.number:
            style.number_format = self.number
        return style


def colour_rules(colours: dict[str, tuple[str, str]], first_cell: str) -> list[Rule]:
    """Return conditional formats that colour a cell by its word or number; they follow the auditor's changes."""
    rules: list[Rule] = []
    for value, (fill, ink) in colours.items():
        look = DifferentialStyle(font=Font(color=ink, bold=True), fill=PatternFill(bgColor=fill, fill_type="solid"))
        # An empty cell equals 0 to a spreadsheet, so the number must be there.
        is_number = f"AND(ISNUMBER({first_cell}),{first_cell}={value})"
        formula = is_number if value.isdigit() else f'{first_cell}="{value.replace(QUOTE_MARK, QUOTE_MARK * 2)}"'
        rules.append(Rule(type="expression", dxf=look, formula=[formula]))
    return rules
