"""The overview by typst: PDF/UA-1 and PDF/A-2a at once, which it does by itself."""

from collections.abc import Callable
from pathlib import Path

import typst  # type: ignore[import-not-found]

HERE = Path(__file__).resolve().parent
FONTS = HERE.parents[1] / "resources" / "fonts"


def opened(source: Path) -> Callable[[int], bytes]:
    """How to set the document in a file; fonts are read once."""
    document = source.read_text(encoding="utf-8")
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
    )
    compiler = typst.Compiler(input=HERE / "overview.typ", root=HERE, font_paths=fonts)

    def render(run: int) -> bytes:
        pdf: bytes = compiler.compile(
            format="pdf",
            sys_inputs={"document": document, "run": str(run)},
            pdf_standards=["ua-1", "a-2a"],
        )
        return pdf

    return render
