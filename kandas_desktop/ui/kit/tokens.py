"""The colours, sizes and letter sizes of the program; no other module holds a colour of its own."""

from typing import Literal, NamedTuple


class Family(NamedTuple):
    """Four colours that belong together: a fill, its edge, the ink on it, and a solid for icons and bars."""

    fill: str
    line: str
    ink: str
    solid: str


FamilyName = Literal["accent", "free", "occupied", "held", "vacating", "overdue", "grey"]


class Palette(NamedTuple):
    """Every colour of one theme, as ``#RRGGBB``."""

    window: str
    nav: str
    surface: str
    sunken: str
    hover: str
    selected: str
    line: str
    line2: str
    field: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    accent_soft: str
    accent_text: str
    disabled_fill: str
    disabled_text: str
    desk: str
    paper: str
    free: Family
    occupied: Family
    held: Family
    vacating: Family
    out_of_service: Family
    ready: Family
    overdue: Family
    hatch: str
    on_overdue: str

    def family(self, name: FamilyName) -> Family:
        """The colours of a chip family; ``accent`` and ``grey`` are families too."""
        families: dict[FamilyName, Family] = {
            "accent": Family(self.accent_soft, self.accent, self.accent_text, self.accent),
            "free": self.free,
            "occupied": self.occupied,
            "held": self.held,
            "vacating": self.vacating,
            "overdue": self.overdue,
            "grey": self.out_of_service,
        }
        return families[name]


LIGHT = Palette(
    window="#F4F6F7",
    nav="#EBEEF0",
    surface="#FFFFFF",
    sunken="#F8F9FA",
    hover="#F0F3F5",
    selected="#E8F4F6",
    line="#DFE4E8",
    line2="#C9D0D6",
    field="#828D98",
    text="#18202A",
    text2="#4C5762",
    text3="#5E6974",
    accent="#0A6B7C",
    accent_hover="#085968",
    accent_press="#064753",
    on_accent="#FFFFFF",
    accent_soft="#DDEFF2",
    accent_text="#085A69",
    disabled_fill="#E9EDF0",
    disabled_text="#5A6570",
    desk="#D9DEE2",
    paper="#FFFFFF",
    free=Family("#DDF4E8", "#6CBF98", "#0A5638", "#0D7F54"),
    occupied=Family("#E4EDFA", "#B4CBEC", "#1C4680", "#2A66BF"),
    held=Family("#FFF0C2", "#E0B93A", "#654700", "#A06E00"),
    vacating=Family("#FFE3D0", "#EE9F69", "#813503", "#C4540E"),
    out_of_service=Family("#EEF0F2", "#BEC6CD", "#49545E", "#66717B"),
    ready=Family("#FFFFFF", "#6CBF98", "#0A5638", "#0D7F54"),
    overdue=Family("#FDE6E6", "#EBA0A3", "#97131D", "#C2222D"),
    hatch="#DDE1E5",
    on_overdue="#FFFFFF",
)

DARK = Palette(
    window="#15191D",
    nav="#101316",
    surface="#1D2227",
    sunken="#191E22",
    hover="#262C32",
    selected="#17323A",
    line="#2E353C",
    line2="#414A53",
    field="#737E89",
    text="#E9EDF0",
    text2="#B1BBC4",
    text3="#97A2AC",
    accent="#5CC0D2",
    accent_hover="#79CEDD",
    accent_press="#45AEC1",
    on_accent="#06252B",
    accent_soft="#143A43",
    accent_text="#83D2E0",
    disabled_fill="#2A3036",
    disabled_text="#96A1AB",
    desk="#0C0F11",
    paper="#FFFFFF",
    free=Family("#10362A", "#2F8662", "#7FE3B7", "#4CC394"),
    occupied=Family("#19304E", "#355C90", "#A8CBFA", "#79ABEE"),
    held=Family("#3A2E0B", "#8A6D1B", "#F3D070", "#E0B33D"),
    vacating=Family("#42250F", "#A05A24", "#FFB987", "#F08C48"),
    out_of_service=Family("#272C31", "#4A535C", "#B8C1C9", "#97A2AC"),
    ready=Family("#1D2227", "#2F8662", "#7FE3B7", "#4CC394"),
    overdue=Family("#451A1E", "#A8444B", "#FFB0B3", "#F27C82"),
    hatch="#343A41",
    on_overdue="#2B0508",
)

ColorName = Literal[
    "window",
    "nav",
    "surface",
    "sunken",
    "hover",
    "selected",
    "line",
    "line2",
    "field",
    "text",
    "text2",
    "text3",
    "accent",
    "accent_hover",
    "accent_press",
    "on_accent",
    "accent_soft",
    "accent_text",
    "disabled_fill",
    "disabled_text",
    "desk",
    "paper",
    "hatch",
    "on_overdue",
]


class Sizes(NamedTuple):
    """Measures in logical pixels; those that change with the density, and those that never do."""

    nav: int
    nav_item: int
    page_head: int
    foot_strip: int
    page_padding: int
    foot_keys: int
    journal_row: int
    family_row: int
    intake_row: int
    icon_nav: int = 20
    gap: int = 12
    card_padding: int = 16
    radius_card: int = 8
    radius: int = 6
    radius_small: int = 4
    button: int = 32
    button_step: int = 36
    button_big: int = 44
    button_padding: int = 12
    button_icon: int = 16
    button_gap: int = 8
    input: int = 32
    input_padding: int = 10
    label_gap: int = 4
    field_gap: int = 10
    chip: int = 22
    clause: int = 18
    key_cap: int = 18
    panel_journal: int = 336
    panel_print: int = 316
    panel_padding: int = 20
    intake_column: int = 280
    dialog: int = 480
    list_row: int = 36


NORMAL = Sizes(
    nav=204,
    nav_item=36,
    page_head=60,
    foot_strip=32,
    page_padding=24,
    foot_keys=7,
    journal_row=47,
    family_row=30,
    intake_row=38,
)

COMPACT = Sizes(
    nav=56,
    nav_item=36,
    page_head=48,
    foot_strip=28,
    page_padding=16,
    foot_keys=5,
    journal_row=42,
    family_row=27,
    intake_row=36,
)

# Below either measure a window is compact.
COMPACT_WIDTH = 1200
COMPACT_HEIGHT = 640

TypeRole = Literal["page_title", "panel_title", "big", "body", "second", "small"]


class Letter(NamedTuple):
    """One role of text: its pixel size in Segoe UI and in the larger-bodied faces, and its line."""

    segoe: int
    inter: int
    line: int
    bold: bool


LETTERS: dict[TypeRole, Letter] = {
    "page_title": Letter(21, 20, 26, True),
    "panel_title": Letter(17, 16, 22, True),
    "big": Letter(16, 15, 19, True),
    "body": Letter(14, 13, 18, False),
    "second": Letter(13, 12, 16, False),
    "small": Letter(12, 11, 14, False),
}
