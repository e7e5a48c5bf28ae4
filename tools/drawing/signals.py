"""Scenes of messages on their way: a sealed envelope, a radio mast over the houses."""

import math

from tools.drawing.press import BLUE, INK, OCHRE, RED, VIOLET, Press
from tools.drawing.shapes import polar


def envelope(press: Press) -> None:
    """A closed envelope whose seal is a keyhole."""
    width, height = press.size
    centre = (width / 2, height / 2)
    press.pull(
        press.lines(lambda x, y: 0.3 + 0.38 * (math.hypot(x - centre[0], y - centre[1]) / 990) ** 2, 86, -35),
        VIOLET,
    )
    left, top, w, h = 170.0, 360.0, width - 340.0, 700.0
    paper = press.plate().box(left, top, w, h, radius=10)
    shadow = press.plate().box(left + 46, top + 50, w, h, radius=10)
    white = paper.grown(4)
    press.pull(shadow - white, INK)
    press.sheet.paste((244, 236, 221), mask=white.image)
    tip = (centre[0], top + h * 0.6)
    heart = (centre[0], top + h * 0.43)
    seal = press.plate().disc(heart, 178)
    for index in range(40):
        seal.disc(polar(heart, 178, index * 9), 13)
    clear = seal.grown(5)
    flap = press.plate().polygon(
        [
            (left, top),
            (left + w, top),
            (tip[0] + 40, tip[1] - 16),
            (tip[0], tip[1]),
            (tip[0] - 40, tip[1] - 16),
        ]
    )
    folds = press.plate().stroke([(left, top + h), (centre[0] - 120, top + h * 0.52)], 10)
    folds.stroke([(left + w, top + h), (centre[0] + 120, top + h * 0.52)], 10)
    sides = (paper - flap.grown(3)) & press.dots(lambda x, y: 0.02 + 1.5 * (abs(x - centre[0]) / 560) ** 2, 28, 45)
    press.pull(sides - clear, OCHRE)
    press.pull((flap & paper) - clear, RED, (3, 2))
    press.pull((folds & paper) - flap.grown(4) - clear, INK)
    edge = paper - press.plate().box(left + 11, top + 11, w - 22, h - 22, radius=6)
    line = press.plate().stroke([(left, top), tip, (left + w, top)], 12)
    press.pull((edge | line) & paper.grown(1) - clear, INK)
    hole = press.plate().disc((centre[0], top + h * 0.38), 56)
    hole.polygon(
        [
            (centre[0] - 26, top + h * 0.38),
            (centre[0] + 26, top + h * 0.38),
            (centre[0] + 58, top + h * 0.57),
            (centre[0] - 58, top + h * 0.57),
        ]
    )
    ring = press.plate().arc(heart, 142, 7, 0, 360)
    press.pull(seal - hole - ring, INK)
    press.sheet.paste((244, 236, 221), mask=hole.image)


def antenna(press: Press) -> None:
    """A hillside of houses and a community radio mast."""
    top = (1030.0, 250.0)
    waves = press.plate()
    for index, radius in enumerate(range(110, 900, 82)):
        waves.arc(top, radius, 34 - index * 2, 150, 392)
    mast = press.plate()
    for side in (-1, 1):
        mast.stroke([top, (top[0] + side * 70, 540)], 13)
    for level in range(4):
        y, spread = 310.0 + level * 58, 70 * (60 + level * 58) / 290
        mast.stroke([(top[0] - spread, y), (top[0] + spread + 14, y + 58)], 7)
        mast.stroke([(top[0] + spread, y), (top[0] - spread - 14, y + 58)], 7)
    mast.disc(top, 24)
    houses, lit, shade = press.plate(), press.plate(), press.plate()
    for row in range(6):
        level = 640 + row * 92
        x = -60.0 - row * 37
        while x < 1640:
            w, h = press.random.uniform(105, 185), press.random.uniform(96, 150)
            rise = 150 * math.exp(-(((x - 1000) / 520) ** 2)) - 40
            y = level - rise * (1 - row / 7)
            houses.box(x - 4, y - h - 5, w + 8, 400, 0).box(x, y - h, w, 400)
            shade.box(x - 4, y - h - 5, w + 8, 400, 0)
            if press.random.random() < 0.42:
                shade.box(x, y - h, w, 400)
            houses.box(x - 10, y - h - 9, w + 20, 14)
            lit.box(x - 4, y - h - 5, w + 8, 400, 0)
            for column in range(int(w // 52)):
                lit.box(x + 20 + column * 50, y - h + 32, 24, 34)
            x += w + press.random.uniform(4, 22)
    front = houses.grown(3)
    press.pull(press.dots(lambda x, y: 1.1 - y / 480, 30, 30) - front, OCHRE)
    press.pull(waves - front, RED, (2, -2))
    press.pull(mast - houses, INK)
    press.pull(houses - lit - shade, BLUE, (-2, 2))
    press.pull((houses & shade) - lit, INK)
    press.pull(lit & press.plate().box(0, 0, 1600, 1067), OCHRE)
