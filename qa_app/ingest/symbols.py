"""What symbol fonts draw: ticks, boxes and arrows that stand in the file as ordinary letters."""

from __future__ import annotations

from typing import Final

# Symbol fonts draw ticks and boxes for ordinary codes. Code without its private-use offset → character.
_WINGDINGS: Final = {
    0x6F: "☐",
    0x70: "☐",
    0x71: "☐",
    0xA8: "☐",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
    0xE0: "→",
    0x4A: "☺",
    0x4B: "😐",
    0x4C: "☹",
}
_WINGDINGS_2: Final = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐", 0x2A: "☐", 0x30: "☐"}
_SYMBOL_FONTS: Final = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_PRIVATE_USE: Final = range(0xF000, 0xF900)


def symbol(font: str | None, code: int) -> str:
    """Return the character that a symbol font draws for ``code``; a middle dot for one that is not known."""
    is_private = code in _PRIVATE_USE
    plain = code - _PRIVATE_USE.start if is_private else code
    return _SYMBOL_FONTS.get((font or "").strip().lower(), {}).get(plain, "·" if is_private or code < 32 else chr(code))


def drawn_text(text: str, font: str | None) -> str:
    """Return text as drawn: letters set in Wingdings are ticks and boxes."""
    if (font or "").strip().lower() not in _SYMBOL_FONTS:
        return text
    return "".join(character if character.isspace() else symbol(font, ord(character)) for character in text)
