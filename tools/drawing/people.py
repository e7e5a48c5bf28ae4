"""Hands, heads and arms: the figures that return in several scenes."""

from tools.drawing.press import Plate
from tools.drawing.shapes import Point, bezier, place, smooth

PALM: list[Point] = [
    (-0.5, -0.42),
    (-0.1, -0.56),
    (0.44, -0.46),
    (0.56, 0.05),
    (0.36, 0.62),
    (0.24, 0.9),
    (-0.3, 0.9),
    (-0.42, 0.5),
    (-0.56, 0.05),
]
FINGERS: list[tuple[Point, Point, float]] = [
    ((-0.42, -0.3), (-0.62, -1.22), 0.235),
    ((-0.13, -0.4), (-0.2, -1.56), 0.25),
    ((0.16, -0.4), (0.2, -1.5), 0.245),
    ((0.42, -0.3), (0.58, -1.16), 0.215),
]
THUMB: list[Point] = [(-0.3, 0.5), (-0.72, 0.12), (-1.06, -0.3)]
CREASES: list[tuple[Point, Point, Point, Point]] = [
    ((0.46, -0.12), (0.2, 0.06), (-0.1, -0.02), (-0.24, -0.3)),
    ((-0.46, 0.02), (-0.16, -0.02), (0.14, 0.1), (0.36, 0.34)),
    ((-0.46, 0.04), (-0.1, 0.0), (0.04, 0.34), (-0.06, 0.74)),
]


def open_hand(plate: Plate, at: Point, size: float, turn: float = 0, mirror: bool = False, carve: bool = True) -> None:
    """A raised open hand around the middle of its palm; carve draws the lines of the palm."""

    def put(points: list[Point]) -> list[Point]:
        return place(points, at, size, turn, mirror)

    plate.polygon(smooth(put(PALM)))
    for root, tip, width in FINGERS:
        middle = ((root[0] + tip[0]) / 2, (root[1] + tip[1]) / 2)
        plate.stroke(put([root, middle]), width * size * 1.06).stroke(put([middle, tip]), width * size * 0.94)
    plate.stroke(put(THUMB[:2]), 0.34 * size).stroke(put(THUMB[1:]), 0.24 * size)
    if carve:
        for crease in CREASES:
            plate.stroke(put(bezier(*crease, 16)), 0.045 * size, 0)


def arm(plate: Plate, hand: Point, foot: Point, wrist: float, base: float) -> None:
    """A forearm that widens from the wrist to where it leaves the sheet."""
    dx, dy = foot[0] - hand[0], foot[1] - hand[1]
    length = (dx * dx + dy * dy) ** 0.5
    nx, ny = -dy / length, dx / length
    plate.polygon(
        [
            (hand[0] + nx * wrist, hand[1] + ny * wrist),
            (hand[0] + dx * 0.4 + nx * base * 1.06, hand[1] + dy * 0.4 + ny * base * 1.06),
            (foot[0] + nx * base, foot[1] + ny * base),
            (foot[0] - nx * base, foot[1] - ny * base),
            (hand[0] + dx * 0.4 - nx * base * 1.06, hand[1] + dy * 0.4 - ny * base * 1.06),
            (hand[0] - nx * wrist, hand[1] - ny * wrist),
        ]
    )


def head(plate: Plate, at: Point, size: float, kind: int) -> None:
    """Somebody seen from behind; the kind chooses hair or hat."""
    x, y = at
    plate.disc((x, y), size * 0.78, size)
    plate.box(x - size * 0.34, y + size * 0.5, size * 0.68, size * 0.9)
    shoulders = [
        (-2.0, 6.4),
        (-1.86, 1.9),
        (-1.3, 1.36),
        (-0.3, 1.1),
        (0.3, 1.1),
        (1.3, 1.36),
        (1.86, 1.9),
        (2.0, 6.4),
    ]
    plate.polygon(smooth(place(shoulders, at, size)))
    if kind == 1:  # a bun
        plate.disc((x, y - size * 1.12), size * 0.4)
    elif kind == 2:  # long hair
        plate.polygon(
            smooth(
                place(
                    [
                        (-0.86, -0.2),
                        (0, -1.12),
                        (0.86, -0.2),
                        (0.98, 1.2),
                        (0.5, 1.7),
                        (-0.5, 1.7),
                        (-0.98, 1.2),
                    ],
                    at,
                    size,
                )
            )
        )
    elif kind == 3:  # a broad hat
        plate.disc((x, y - size * 0.36), size * 1.5, size * 0.26).box(
            x - size * 0.72, y - size * 1.26, size * 1.44, size, radius=size * 0.4
        )
    elif kind == 4:  # curls
        for dx, dy in (
            (-0.75, -0.1),
            (-0.66, -0.62),
            (-0.25, -0.98),
            (0.25, -0.98),
            (0.66, -0.62),
            (0.75, -0.1),
            (0.0, -0.8),
        ):
            plate.disc((x + dx * size, y + dy * size), size * 0.46)
    elif kind == 5:  # a cap
        plate.box(x - size * 0.8, y - size * 1.06, size * 1.6, size * 0.9, radius=size * 0.5)
        plate.box(x + size * 0.2, y - size * 0.42, size * 0.98, size * 0.2, radius=size * 0.1)
