"""Boxes on a page, measured as a reader sees it: from the left and from the top, in points, after rotation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with ``x0 <= x1`` and ``top <= bottom``."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def height(self) -> float:
        """Height in points."""
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """Area in square points."""
        return (self.x1 - self.x0) * self.height

    @property
    def middle(self) -> float:
        """Height of its middle on the page."""
        return (self.top + self.bottom) / 2

    def holds_centre_of(self, other: Box) -> bool:
        """Tell whether the other box's centre lies inside this one."""
        return self.x0 <= (other.x0 + other.x1) / 2 <= self.x1 and self.top <= other.middle <= self.bottom

    def on_line_of(self, other: Box) -> bool:
        """Tell whether both stand on one line: they share more than half of the lower one's height."""
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        return shared > 0.5 * min(self.height, other.height)


def around(boxes: list[Box]) -> Box:
    """Return the smallest box that holds all."""
    return Box(min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes))


@dataclass(frozen=True, slots=True)
class PageFrame:
    """How PDF coordinates of a page become coordinates a reader sees.

    Attributes:
        x0, y0, x1, y1: The page's box in PDF coordinates.
        rotation: Clockwise degrees by which viewers turn the page: 0, 90, 180 or 270.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    rotation: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown."""
        width, height = self.x1 - self.x0, self.y1 - self.y0
        return (height, width) if self.rotation in (90, 270) else (width, height)

    @property
    def area(self) -> float:
        """Area in square points."""
        return (self.x1 - self.x0) * (self.y1 - self.y0)

    def seen(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return a box of PDF coordinates as a reader sees it."""
        corners = [self._turned(x, y) for x in (left, right) for y in (bottom, top)]
        across, down = [x for x, _ in corners], [y for _, y in corners]
        return Box(min(across), min(down), max(across), max(down))

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        if self.rotation == 90:
            return y - self.y0, x - self.x0
        if self.rotation == 180:
            return self.x1 - x, y - self.y0
        if self.rotation == 270:
            return self.y1 - y, self.x1 - x
        return x - self.x0, self.y1 - y
