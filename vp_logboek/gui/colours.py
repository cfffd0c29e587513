"""The colours of the visual language, from its chapter. Contrast is tested."""

from dataclasses import dataclass

from vp_logboek.domain.subjects import MainClass


@dataclass(frozen=True, slots=True)
class Colours:
    """The roles of the visual language; ``faded`` is the edge of what cannot be used.

    Values are ``#RRGGBB``, or name a role of the palette.
    """

    name: str
    window: str
    base: str
    text: str
    muted: str
    disabled: str
    faded: str
    border: str
    hairline: str
    hover: str
    pressed: str
    accent: str
    on_accent: str
    accent_hover: str
    selection: str
    on_selection: str
    focus: str
    good: str
    warning: str
    warning_ground: str
    danger: str
    mains: tuple[str, str, str, str, str]

    def main(self, main: MainClass) -> str:
        """The colour of a main class: a 4 px edge beside its name, never alone."""
        return self.mains[list(MainClass).index(main)]


LIGHT = Colours(
    name="light",
    window="#F7F5F1",
    base="#FFFFFF",
    text="#1C1B19",
    muted="#5C5952",
    disabled="#5C5952",
    faded="#DDD9D1",
    border="#8C877D",
    hairline="#DDD9D1",
    hover="#EFECE5",
    pressed="#DDD9D1",
    accent="#154273",
    on_accent="#FFFFFF",
    accent_hover="#0F3159",
    selection="#154273",
    on_selection="#FFFFFF",
    focus="#0B5CAD",
    good="#1B6B45",
    warning="#7A4E00",
    warning_ground="#FFF4DB",
    danger="#A3231F",
    mains=("#2F5D8C", "#8C3B5E", "#7A4E00", "#5B4B9A", "#2A665A"),
)

DARK = Colours(
    name="dark",
    window="#16181C",
    base="#1E2126",
    text="#ECEAE6",
    muted="#B3AFA7",
    disabled="#B3AFA7",
    faded="#343941",
    border="#7C828C",
    hairline="#343941",
    hover="#2A2E35",
    pressed="#343941",
    accent="#9CC0FF",
    on_accent="#16181C",
    accent_hover="#B9D3FF",
    selection="#2B4F7F",
    on_selection="#FFFFFF",
    focus="#7FB2FF",
    good="#7FD1A6",
    warning="#F0C36D",
    warning_ground="#2B2618",
    danger="#FF9A93",
    mains=("#8DB9E8", "#E79ABA", "#E5B667", "#B7A8F2", "#86CDBD"),
)
