"""What Fusion does not do by itself: borders, focus rings and headings in our own colours."""

from typing import TYPE_CHECKING

from vp_logboek.resources import resource

if TYPE_CHECKING:
    from vp_logboek.gui.colours import Colours

_SIZES = """
QLabel[role="title"] {{ font-size: {title}pt; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {heading}pt; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="small"] {{ font-size: {small}pt; }}
QLabel[role="figure"] {{ font-size: {figure}pt; font-weight: 600; }}
QPushButton[role="primary"] {{ font-weight: 600; }}
"""

_COLOURED = """
QLabel[role="muted"], QLabel[role="small"] {{ color: {muted}; }}
QLabel[role="problem"] {{ color: {danger}; }}
QLabel[role="good"] {{ color: {good}; }}

QFrame[role="card"] {{
    background: {base}; border: 1px solid {hairline}; border-radius: 6px; }}
QFrame[role="paper"] {{
    background: {window}; border: 1px solid {hairline}; border-radius: 6px; }}
QFrame[role="paper"]:focus {{ border: 2px solid {focus}; }}
QFrame[role="line"] {{ background: {hairline}; border: none; max-height: 1px; }}
QFrame[role="bar"] {{ background: {base}; border-top: 1px solid {hairline}; }}

QFrame[role="message"] {{
    background: {base}; border: 1px solid {border}; border-left: 4px solid {focus};
    border-radius: 6px; }}
QFrame[role="message"][tone="problem"] {{ border-left-color: {danger}; }}
QFrame[role="message"][tone="good"] {{ border-left-color: {good}; }}
QFrame[role="message"][tone="warning"] {{
    background: {warning_ground}; border-left-color: {warning}; }}

QPushButton, QToolButton[role="button"] {{
    background: {base}; color: {text}; border: 1px solid {border}; border-radius: 5px;
    padding: {pad}px {wide}px; min-height: {target}px; outline: none; }}
QPushButton:hover, QToolButton[role="button"]:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {pressed}; }}
QPushButton:disabled, QToolButton[role="button"]:disabled,
QPushButton[role="danger"]:disabled {{
    color: {disabled}; border-color: {faded}; background: {window}; }}
QPushButton:focus, QToolButton[role="button"]:focus {{
    border: 2px solid {focus}; padding: {pad_in}px {wide_in}px; }}
QPushButton[role="primary"] {{
    background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton[role="primary"]:hover {{ background: {accent_hover}; }}
QPushButton[role="primary"]:focus {{
    background: {accent}; border: 2px solid {accent}; }}
QPushButton[role="primary"]:disabled {{
    background: {pressed}; color: {disabled}; border-color: {faded}; }}
QPushButton[here="true"] {{
    background: {hover}; border-bottom: 4px solid {accent}; padding-bottom: {pad_most}px; }}
QPushButton[role="danger"] {{ color: {danger}; }}
QPushButton[role="chip"] {{
    background: {hover}; border-radius: {chip}px; padding: {pad_chip}px {wide}px; }}
QPushButton[role="chip"]:focus {{ padding: {pad_chip_in}px {wide_in}px; }}
QPushButton[role="link"], QToolButton[role="link"] {{
    background: transparent; color: {focus}; border: 2px solid transparent;
    border-left-width: 0; border-right-width: 0; border-radius: 0;
    padding: {pad_in}px 0; text-align: left; outline: none; }}
QPushButton[role="link"]:hover, QToolButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton[role="link"]:focus, QToolButton[role="link"]:focus {{
    background: {hover}; border-bottom-color: {focus}; padding: {pad_in}px 0; }}
QPushButton[role="tile"] {{ text-align: left; padding: 14px 18px; }}
QPushButton[role="tile"]:focus {{ padding: 13px 17px; }}

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox {{
    background: {base}; color: {text}; border: 1px solid {border}; border-radius: 5px;
    padding: {pad}px 8px; min-height: {target}px;
    selection-background-color: {selection}; selection-color: {on_selection}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus,
QDoubleSpinBox:focus, QComboBox:focus {{
    border: 2px solid {focus}; padding: {pad_in}px 7px; }}
QLineEdit, QPlainTextEdit, QTextEdit {{ placeholder-text-color: {muted}; }}
QPlainTextEdit[role="read"] {{
    background: transparent; border: 2px solid transparent; padding: 0; min-height: 0; }}
QPlainTextEdit[role="read"]:focus {{ border: 2px solid {focus}; padding: 0; }}
QLineEdit[problem="true"], QSpinBox[problem="true"],
QComboBox[problem="true"] {{ border: 2px solid {danger}; padding: {pad_in}px 7px; }}
QLineEdit[problem="true"]:focus, QSpinBox[problem="true"]:focus,
QComboBox[problem="true"]:focus {{ border: 4px solid {danger}; padding: {pad_most}px 5px; }}
QComboBox:focus, QComboBox[problem="true"] {{ padding: {pad}px 7px; min-height: {target_in}px; }}
QComboBox[problem="true"]:focus {{ padding: {pad}px 5px; min-height: {target_most}px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled,
QSpinBox:disabled, QDoubleSpinBox:disabled {{
    background: {window}; color: {disabled}; border-color: {faded}; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus,
QComboBox QLineEdit:focus {{
    border: none; padding: 0; min-height: 0; background: transparent; }}
QComboBox::drop-down {{ border: none; width: {arrow_box}px; }}
QComboBox::down-arrow {{
    image: url("{arrow}"); width: {arrow_size}px; height: {arrow_size}px; }}
QHeaderView::down-arrow {{
    image: url("{arrow}"); width: {sign}px; height: {sign}px; }}
QHeaderView::up-arrow {{
    image: url("{arrow_up}"); width: {sign}px; height: {sign}px; }}
QComboBox QAbstractItemView {{
    background: {base}; border: 1px solid {border}; outline: none;
    selection-background-color: {selection}; selection-color: {on_selection}; }}
QComboBox QAbstractItemView::item {{ min-height: {row}px; padding: 0 8px; }}

QRadioButton, QCheckBox {{
    border: 2px solid transparent; border-radius: 5px; padding: 1px 6px 1px 0;
    spacing: 7px; min-height: {target}px; background: transparent; outline: none; }}
QRadioButton:focus, QCheckBox:focus {{ border-color: {focus}; }}
QRadioButton::indicator, QCheckBox::indicator {{
    width: {box}px; height: {box}px; border: 1px solid {border}; background: {base}; }}
QRadioButton::indicator {{ border-radius: {round}px; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator:hover, QCheckBox::indicator:hover {{ border-color: {accent}; }}
QRadioButton::indicator:checked {{
    width: {dot}px; height: {dot}px; border: {ring}px solid {accent};
    border-radius: {round}px; background: {on_accent}; }}
QCheckBox::indicator:checked {{
    border-color: {accent}; background: {accent}; image: url("{check}"); }}
QRadioButton:disabled, QCheckBox:disabled {{ color: {disabled}; }}
QRadioButton::indicator:disabled, QCheckBox::indicator:disabled {{
    border-color: {faded}; background: {window}; }}
QRadioButton::indicator:checked:disabled {{
    border-color: {disabled}; background: {window}; }}
QCheckBox::indicator:checked:disabled {{
    border-color: {disabled}; background: {disabled}; }}

QTableView, QListView, QTreeView {{
    background: {base}; border: 1px solid {hairline}; border-radius: 6px; outline: none;
    padding: 1px; selection-background-color: {selection}; selection-color: {on_selection};
    gridline-color: {hairline}; }}
QTableView:focus, QListView:focus, QTreeView:focus {{
    border: 2px solid {focus}; padding: 0; }}
QTableView::item, QListView::item, QTreeView::item {{ padding: 0 8px; border: none; }}
QTableView::item:hover, QListView::item:hover {{ background: {hover}; color: {text}; }}
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected {{
    background: {selection}; color: {on_selection}; }}
QTableView[role="ticks"] {{
    selection-background-color: {hover}; selection-color: {text}; }}
QTableView[role="ticks"]:focus {{ border: 1px solid {hairline}; padding: 1px; }}
QTableView[role="ticks"]::item:selected {{ background: {hover}; color: {text}; }}
QTableView::indicator {{
    width: {box}px; height: {box}px; border: 1px solid {border}; border-radius: 4px;
    background: {base}; }}
QTableView::indicator:checked {{
    border-color: {accent}; background: {accent}; image: url("{check}"); }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{
    background: transparent; color: {muted}; border: none; border-bottom: 1px solid {hairline};
    padding: {pad}px 8px {pad}px 11px; font-weight: 600; }}
QHeaderView::section:hover {{ color: {text}; }}
QTableCornerButton::section {{ background: {base}; border: none; }}

QListView[role="places"] {{ background: {window}; border: none; padding: 0; }}
QListView[role="places"]:focus {{ border: none; }}

QScrollArea {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 14px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 14px; margin: 0; }}
QScrollBar::handle {{ background: {border}; border-radius: 4px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QSplitter::handle {{ background: {window}; }}
QSplitter::handle:hover {{ background: {pressed}; }}

QToolBar {{
    background: {window}; border: none; border-bottom: 1px solid {hairline};
    padding: 6px 8px; spacing: 8px; }}
QStatusBar {{ background: {window}; border-top: 1px solid {hairline}; color: {muted}; }}
QStatusBar::item {{ border: none; }}
QMenuBar {{ background: {window}; padding: 2px 4px; }}
QMenuBar::item {{ padding: 5px 9px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {hover}; color: {text}; }}
QMenu {{ background: {base}; border: 1px solid {border}; padding: 4px; }}
QMenu::item {{ padding: 6px 28px 6px 14px; border-radius: 4px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::item:selected {{ background: {selection}; color: {on_selection}; }}
QMenu::item:disabled {{ color: {disabled}; }}
QMenu::separator {{ height: 1px; background: {hairline}; margin: 4px 8px; }}
QToolTip {{
    background: {base}; color: {text}; border: 1px solid {border}; padding: 4px 6px; }}
QProgressBar {{
    background: {pressed}; border: none; border-radius: 3px; max-height: 6px;
    min-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QTabBar::tab {{ padding: {pad}px {wide}px; }}
QCalendarWidget QToolButton {{ color: {text}; background: transparent; padding: 4px 8px; }}
QCalendarWidget QToolButton:hover {{ background: {hover}; border-radius: 4px; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCalendarWidget QTableView {{ border: none; border-radius: 0; padding: 0; }}
"""


def sheet(colours: "Colours", points: float) -> str:
    """The style sheet in these colours, at a text size."""
    sizes = _sizes(points)
    values = {name: getattr(colours, name) for name in colours.__slots__ if name != "mains"}
    drawings = {
        "check": resource("icons", f"check-{colours.name}.svg").as_posix(),
        "arrow": resource("icons", f"arrow-{colours.name}.svg").as_posix(),
        "arrow_up": resource("icons", f"arrow-up-{colours.name}.svg").as_posix(),
    }
    return (_SIZES + _COLOURED).format(**values, **drawings, **sizes)


def _sizes(points: float) -> dict[str, float]:
    """Measures that grow with the text; padding and box measures in pixels."""
    scale = points / 11
    pad, wide, box, ring = round(4 * scale), round(14 * scale), round(17 * scale), round(5 * scale)
    return {
        "title": round(20 * scale, 1),
        "heading": round(15 * scale, 1),
        "small": round(10 * scale, 1),
        "figure": round(24 * scale, 1),
        "pad": pad,
        "pad_in": pad - 1,
        "pad_most": pad - 3,
        "chip": round(13 * scale),
        "pad_chip": pad - 2,
        "pad_chip_in": pad - 3,
        "wide": wide,
        "wide_in": wide - 1,
        "target": round(22 * scale),
        # Qt works out how high the list of a box is with the padding of the box: that stays
        "target_in": round(22 * scale) - 2,
        "target_most": round(22 * scale) - 6,
        "row": round(30 * scale),
        "arrow_box": round(28 * scale),
        "arrow_size": round(16 * scale),
        "sign": round(14 * scale),
        "box": box,
        "ring": ring,
        "dot": box + 2 - 2 * ring,
        "round": (box + 2) // 2,
    }
