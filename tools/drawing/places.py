"""Scenes of public services: a tap and its rings, a bus and its lines."""

import math

from tools.drawing.press import BLUE, GREEN, INK, OCHRE, RED, TEAL, Press
from tools.drawing.shapes import Point, bezier, gouge


def water(press: Press) -> None:
    """A tap, a drop, and the rings it makes."""
    middle = (830.0, 830.0)
    pool = press.plate().polygon(
        [(0, 650), *[(x, 650 + 9 * math.sin(x / 90)) for x in range(0, 1620, 20)], (1620, 1080), (0, 1080)]
    )
    rings = press.plate()
    for index in range(8, 0, -1):
        rings.disc(middle, 128 * index + 34, (128 * index + 34) * 0.3)
        rings.disc(middle, 128 * index - 22, (128 * index - 22) * 0.285, 0)
    tap = press.plate().box(-10, 116, 560, 118).box(120, 92, 52, 166).box(470, 84, 64, 182)
    tap.polygon(
        [
            (520, 116),
            *bezier((540, 112), (800, 112), (912, 160), (912, 392)),
            (912, 420),
            (748, 420),
            (748, 392),
            *bezier((748, 380), (748, 270), (690, 236), (520, 234)),
        ]
    )
    tap.box(724, 412, 212, 52, radius=10)
    tap.box(606, 20, 46, 110).box(474, -34, 310, 66, radius=33)
    cuts = press.plate()
    for index in range(5):
        cuts.polygon(gouge((190 + index * 16, 138 + index * 17), (452 - index * 30, 138 + index * 17), 4))
    cuts.stroke(bezier((560, 142), (740, 140), (856, 190), (868, 372)), 13).stroke([(742, 438), (918, 438)], 6)
    cuts.stroke(bezier((600, 176), (720, 180), (790, 230), (800, 300)), 7)
    drop = press.plate().disc((830, 640), 62)
    drop.polygon(
        [
            *bezier((830, 502), (836, 560), (888, 590), (891, 634)),
            *bezier((769, 634), (772, 590), (824, 560), (830, 502)),
        ]
    )
    shine = press.plate().stroke(bezier((796, 632), (796, 668), (812, 682), (832, 684)), 11)
    sun = press.plate().disc((1270, 330), 226)
    press.pull(sun & press.dots(lambda x, y: 1.15 - (y - 120) / 520, 27, 30), OCHRE)
    press.pull((pool - rings - drop.grown(7)) & press.plate().box(0, 0, 1600, 1080), BLUE)
    press.pull((pool - drop.grown(7)) & press.dots(lambda x, y: (y - 800) / 420, 27, 45), TEAL)
    press.pull(drop - shine, BLUE, (2, 1))
    press.pull(tap - cuts, INK)


def bus(press: Press) -> None:
    """A city bus in front of a line map."""
    press.pull(press.plate().box(0, 0, 1600, 830) & press.dots(lambda x, y: 0.9 - y / 420, 30, 30), OCHRE)
    body = press.plate().box(150, 410, 1300, 500, radius=64).box(150, 640, 1300, 270, radius=20)
    wheels, tyres = press.plate(), press.plate()
    for x in (430.0, 1190.0):
        wheels.disc((x, 905), 126)
        tyres.disc((x, 905), 104).disc((x, 905), 52, tone=0).disc((x, 905), 22)
    clear = (body | wheels).grown(6)
    maps: list[tuple[list[Point], tuple[int, int, int]]] = [
        ([(-20, 250), (330, 250), (520, 60), (900, 60), (1090, 250), (1640, 250)], RED),
        ([(-20, 90), (240, 90), (560, 330), (1250, 330), (1620, -40)], TEAL),
        ([(180, -20), (180, 180), (330, 330)], INK),
    ]
    stops = press.plate()
    for point in (
        (180.0, 90.0),
        (330.0, 330.0),
        (560.0, 330.0),
        (700.0, 60.0),
        (1090.0, 250.0),
        (1000.0, 330.0),
        (1400.0, 250.0),
    ):
        stops.disc(point, 27)
    for route, ink in maps:
        press.pull(press.plate().stroke(route, 24) - clear - stops, ink, (2, 1))
    for point in (
        (180.0, 90.0),
        (330.0, 330.0),
        (560.0, 330.0),
        (700.0, 60.0),
        (1090.0, 250.0),
        (1000.0, 330.0),
        (1400.0, 250.0),
    ):
        press.pull(press.plate().disc(point, 29).disc(point, 15, tone=0) - clear, INK)
    windows, heads = press.plate(), press.plate()
    for index in range(6):
        windows.box(206 + index * 178, 478, 154, 170, radius=16)
        x = 283 + index * 178 + press.random.uniform(-16, 16)
        if index != 3:
            heads.disc((x, 560), 36, 43).box(x - 52, 606, 104, 60, radius=34)
    windows.box(1286, 478, 130, 216, radius=16)
    heads.disc((1336, 570), 38, 45).box(1284, 620, 106, 90, radius=34)
    trim = press.plate().box(150, 716, 1300, 16).box(1386, 770, 64, 40, radius=18).box(150, 770, 40, 40, radius=12)
    slot = press.plate().box(300, 434, 560, 18, radius=9)
    press.pull(body - wheels - windows - trim - slot, GREEN, (2, -1))
    glass = windows - heads.grown(3)
    press.pull(glass & press.lines(lambda x, y: 0.34, 26, -55), INK)
    press.pull(heads & windows, INK)
    press.pull(tyres, INK)
    road = press.plate().box(0, 985, 1600, 90)
    press.pull(
        road - wheels.grown(5) - press.plate().box(60, 1018, 240, 14).box(620, 1018, 330, 14).box(1320, 1018, 220, 14),
        INK,
    )
