"""The contrast of two colours, and how much of it each theme promises."""

from textual.color import Color

LEAST = 4.5
LEAST_OF_HIGH_CONTRAST = 7.0


def least_contrast(theme: str) -> float:
    """The contrast that every text of a theme has at least (WCAG 2.2, 1.4.3 and 1.4.6)."""
    return LEAST_OF_HIGH_CONTRAST if theme.endswith("contrast") else LEAST


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 defines it."""

    def light(colour: str) -> float:
        parts = [part / 255 for part in Color.parse(colour).rgb]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    brighter, darker = sorted((light(one), light(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)
