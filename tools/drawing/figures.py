"""Abstract scenes: columns of dots, a disc cut into shares."""

import math

from tools.drawing.press import GREEN, INK, OCHRE, RED, TEAL, VIOLET, Colour, Plate, Press
from tools.drawing.shapes import Point, polar


def data(press: Press) -> None:
    """Columns of dots that rise, one of them in another ink."""
    heights = (3, 4, 4, 6, 5, 7, 8, 10, 9)
    press.pull(press.plate().disc((1130, 400), 330) & press.dots(lambda x, y: 1.35 - y / 640, 29, 30), OCHRE)
    solid, rings, red = press.plate(), press.plate(), press.plate()
    for column, height in enumerate(heights):
        for row in range(10):
            at = (176.0 + column * 156, 950.0 - row * 92)
            if row < height:
                (red if column == 7 else solid).disc(at, 39)
            elif row < height + 1 and column != 7:
                rings.arc(at, 36, 5, 0, 360)
    press.pull(solid, TEAL, (2, -2))
    press.pull(red, RED)
    press.pull(rings, INK)
    press.pull(press.plate().box(96, 1006, 1400, 12), INK)


def _slice(press: Press, centre: Point, radius: float, start: float, end: float, out: float) -> Plate:
    """A wedge of a disc, drawn a little away from the centre."""
    moved = polar(centre, out, (start + end) / 2)
    steps = [polar(moved, radius, start + (end - start) * step / 60) for step in range(61)]
    return press.plate().polygon([moved, *steps])


def shares(press: Press) -> None:
    """A disc cut into unequal shares, each with its own screen."""
    centre = (800.0, 534.0)
    cuts: tuple[tuple[float, float, Colour, str], ...] = (
        (-90, 18, RED, "solid"),
        (18, 88, INK, "lines"),
        (88, 152, OCHRE, "solid"),
        (152, 214, TEAL, "dots"),
        (214, 246, VIOLET, "solid"),
        (246, 270, GREEN, "lines"),
    )
    field = press.plate()
    for row in range(-8, 9):
        for column in range(-12, 13):
            at = (centre[0] + column * 74.0, centre[1] + row * 74.0)
            if math.hypot(at[0] - centre[0], at[1] - centre[1]) > 500:
                field.box(at[0] - 5, at[1] - 26, 10, 52).box(at[0] - 26, at[1] - 5, 52, 10)
    press.pull(field, OCHRE)
    for start, end, ink, kind in cuts:
        part = _slice(press, centre, 400, start + 1.2, end - 1.2, 26 if ink != RED else 62)
        if kind == "lines":
            part = part & press.lines(lambda x, y: 0.6, 30, (start + end) / 2)
        elif kind == "dots":
            part = part & press.dots(lambda x, y: 0.3 + 0.5 * math.hypot(x - 800, y - 534) / 420, 30, 20)
        press.pull(part, ink, (press.random.uniform(-2, 2), press.random.uniform(-2, 2)))
    rim = press.plate()
    for start, end, _, _ in cuts[1:]:
        rim.arc(polar(centre, 26, (start + end) / 2), 424, 8, start + 2, end - 2)
    press.pull(rim, INK)
