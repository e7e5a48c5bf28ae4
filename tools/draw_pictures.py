"""Draws the pictures and the sample report of content/, the same bytes each time.

Usage: python tools/draw_pictures.py [--content DIR] [NAME ...]
With names, only those pictures are drawn. Needs Pillow and nothing else.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

if not __package__:  # run as a file: let it find its neighbours
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.drawing import civics, figures, places, report, signals, squares, voices
from tools.drawing.press import Press

LANDSCAPE, PORTRAIT, SQUARE = (1600, 1067), (1200, 1500), (1400, 1400)
Scene = Callable[[Press], None]

PICTURES: dict[str, tuple[tuple[int, int], Scene]] = {
    "megafono": (LANDSCAPE, voices.megaphone),
    "multitud": (LANDSCAPE, voices.crowd),
    "manos": (PORTRAIT, voices.hands),
    "microfono": (LANDSCAPE, voices.microphone),
    "sobre": (SQUARE, signals.envelope),
    "antena": (LANDSCAPE, signals.antenna),
    "agua": (LANDSCAPE, places.water),
    "palacio": (LANDSCAPE, civics.city_hall),
    "urna": (LANDSCAPE, civics.ballot_box),
    "bus": (LANDSCAPE, places.bus),
    "mercado": (LANDSCAPE, squares.market),
    "arbol": (PORTRAIT, squares.tree),
    "puerta": (PORTRAIT, civics.door),
    "datos": (LANDSCAPE, figures.data),
    "reparto": (LANDSCAPE, figures.shares),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--content", type=Path, default=Path(__file__).resolve().parent.parent / "content")
    parser.add_argument("names", nargs="*", metavar="NAME", help="pictures to draw (all when none is named)")
    chosen = parser.parse_args()
    images, documents = chosen.content / "images", chosen.content / "documents"
    images.mkdir(parents=True, exist_ok=True)
    documents.mkdir(parents=True, exist_ok=True)
    for number, (name, (size, scene)) in enumerate(PICTURES.items()):
        if not chosen.names or name in chosen.names:
            press = Press(*size, seed=1811 + number)
            scene(press)
            press.save(images / f"{name}.jpg")
    if not chosen.names:
        report.write(documents)


if __name__ == "__main__":
    main()
