"""Scenes of shared places: a tap, a bus, a market, a tree."""

import math

from drawing.press import BLUE, GREEN, INK, OCHRE, RED, TEAL, Plate, Press
from drawing.shapes import Point, bezier, gouge, place, polar


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
    cuts.stroke(bezier((560, 142), (740, 140), (856, 190), (868, 372)), 13).stroke(
        [(742, 438), (918, 438)], 6
    )
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
    trim = (
        press.plate()
        .box(150, 716, 1300, 16)
        .box(1386, 770, 64, 40, radius=18)
        .box(150, 770, 40, 40, radius=12)
    )
    slot = press.plate().box(300, 434, 560, 18, radius=9)
    press.pull(body - wheels - windows - trim - slot, GREEN, (2, -1))
    glass = windows - heads.grown(3)
    press.pull(glass & press.lines(lambda x, y: 0.34, 26, -55), INK)
    press.pull(heads & windows, INK)
    press.pull(tyres, INK)
    road = press.plate().box(0, 985, 1600, 90)
    press.pull(
        road
        - wheels.grown(5)
        - press.plate().box(60, 1018, 240, 14).box(620, 1018, 330, 14).box(1320, 1018, 220, 14),
        INK,
    )


def _awning(plates: dict[str, Plate], at: Point, side: float, turn: float, ink: str) -> None:
    """One stall from above: a striped canopy with a ridge."""
    half, stripes = side / 2, 7
    shape = place([(-half, -half), (half, -half), (half, half), (-half, half)], at, 1, turn)
    for plate in plates.values():
        plate.polygon(
            place(
                [(-half - 6, -half - 6), (half + 6, -half - 6), (half + 6, half + 6), (-half - 6, half + 6)],
                at,
                1,
                turn,
            ),
            0,
        )
    width = side / stripes
    for index in range(0, stripes, 2):
        left = -half + index * width
        plates[ink].polygon(
            place([(left, -half), (left + width, -half), (left + width, half), (left, half)], at, 1, turn)
        )
    edge = plates["ink"]
    edge.stroke([*shape, shape[0]], 7)
    edge.stroke(place([(-half, 0), (half, 0)], at, 1, turn), 5)


def market(press: Press) -> None:
    """A market square seen from above in the long light of the morning."""
    ground = press.dots(lambda x, y: 0.1 + 0.16 * (x + y) / 2600, 68, 30)
    shadows = press.plate()
    plates = {name: press.plate() for name in ("red", "green", "ochre", "ink")}
    turn, side, inks = -9.0, 214.0, ("red", "ochre", "green")
    stalls = [
        (column, row)
        for row in range(-1, 4)
        for column in range(-1, 6)
        if not (row == 1 and column in (2, 3))
    ]
    spots = [
        place([(column * 322.0 - 640, row * 346.0 - 340)], (800, 534), 1, turn)[0] for column, row in stalls
    ]
    for at in spots:
        half = side / 2
        far = (at[0] + 52, at[1] + 46)
        shadows.polygon(
            [
                *place([(-half, half), (-half, -half), (half, -half)], at, 1, turn),
                *place([(half, -half), (half, half), (-half, half)], far, 1, turn),
            ]
        )
    for index, at in enumerate(spots):
        _awning(plates, at, side, turn, inks[(index * 2 + index // 5) % 3])
    people, cast, blank = press.plate(), press.plate(), press.plate()
    canopies = press.plate()
    for at in spots:
        canopies.polygon(place([(-118, -118), (118, -118), (118, 118), (-118, 118)], at, 1, turn))
    placed = 0
    taken: list[Point] = []
    while placed < 44:
        x, y = press.random.uniform(0, 1600), press.random.uniform(0, 1067)
        near = canopies.image.getpixel((min(3199, int(x * 2)), min(2133, int(y * 2))))
        if near or any(math.hypot(x - a, y - b) < 46 for a, b in taken):
            continue
        taken.append((x, y))
        cast.stroke([(x, y), (x + 60, y + 53)], 22)
        blank.disc((x, y), 24)
        people.disc((x, y), 19)
        placed += 1
    fountain = place([(2.5 * 322.0 - 640, 346.0 - 340)], (800, 534), 1, turn)[0]
    basin = press.plate().disc(fountain, 128)
    rings = press.plate()
    for radius in (120, 84, 48):
        rings.arc(fountain, radius, 9, 0, 360)
    rings.disc(fountain, 16)
    blank = blank | basin.grown(5)
    cast = (cast | shadows) - canopies - basin.grown(5)
    press.pull(ground - canopies - cast - blank, OCHRE)
    press.pull(cast - blank, INK, wear=58)
    press.pull(plates["red"], RED, (2, -1))
    press.pull(plates["green"], GREEN, (-2, 1))
    press.pull(plates["ochre"], OCHRE, (1, 2))
    press.pull(basin - rings, TEAL)
    press.pull(rings | plates["ink"], INK)
    press.pull(people - canopies - basin.grown(5), RED)


def tree(press: Press) -> None:
    """A broad tree, a bench under it, two people talking."""
    width, height = press.size
    crown = (600.0, 520.0)
    press.pull(press.plate().disc((600, 560), 520) & press.dots(lambda x, y: 1.1 - y / 900, 30, 30), OCHRE)
    leaves, dark = press.plate(), press.plate()
    for index in range(300, 0, -1):
        at = polar(crown, 470 * math.sqrt(index / 300), index * 137.508)
        at = (at[0], at[1] * 0.86 + 70)
        leaf = place(gouge((-1, 0), (1, 0), 0.62), at, 50 + 9 * math.sin(index), index * 137.508 * 0.7 + 40)
        halo = place(gouge((-1, 0), (1, 0), 0.68), at, 58 + 9 * math.sin(index), index * 137.508 * 0.7 + 40)
        leaves.polygon(halo, 0)
        dark.polygon(halo, 0)
        (dark if index % 4 == 0 else leaves).polygon(leaf)
    trunk = press.plate().polygon(
        [
            *bezier((572, 640), (566, 900), (556, 1120), (470, 1300)),
            (740, 1300),
            *bezier((740, 1300), (650, 1120), (640, 900), (630, 640)),
        ]
    )
    for start, end, thick in (
        ((596, 880), (320, 540), 27),
        ((606, 820), (890, 520), 27),
        ((600, 720), (570, 360), 29),
        ((612, 720), (740, 380), 19),
        ((474, 706), (420, 470), 14),
        ((738, 676), (920, 630), 13),
    ):
        bend = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + 40)
        for step, point in enumerate(bezier(start, bend, bend, end, 200)):
            trunk.disc(point, thick * (1 - step / 230))
    bark = press.plate()
    for index in range(9):
        x = 560 + index * 11
        bark.polygon(gouge((x, 780 + 30 * (index % 3)), (x + (index - 4) * 9, 1180 + 22 * (index % 4)), 4.5))
    ground = press.plate().polygon(
        [
            (0, 1290),
            *[(x, 1284 + 12 * math.sin(x / 160)) for x in range(0, 1210, 20)],
            (1210, 1510),
            (0, 1510),
        ]
    )
    grass = press.plate()
    for _ in range(150):
        x, y = press.random.uniform(0, width), press.random.uniform(1310, height)
        grass.polygon(gouge((x, y), (x + press.random.uniform(30, 90), y + press.random.uniform(-5, 5)), 4))
    people = press.plate()
    bench = (
        press.plate()
        .box(770, 1196, 340, 20)
        .box(800, 1210, 18, 96)
        .box(1062, 1210, 18, 96)
        .box(770, 1130, 340, 14)
    )
    for x, lean in ((868.0, 16.0), (1010.0, -16.0)):
        people.disc((x + lean, 1036), 31, 37).box(x + lean - 12, 1060, 24, 40)
        people.polygon(
            [(x - 46 + lean * 0.6, 1094), (x + 46 + lean * 0.6, 1094), (x + 50, 1206), (x - 50, 1206)]
        )
        people.stroke([(x + lean * 0.6 - 36, 1104), (x + lean * 0.6 + 36, 1104)], 34)
        people.stroke([(x, 1204), (x + lean * 3.4, 1210), (x + lean * 3.2, 1300)], 34)
    press.pull(leaves - trunk.grown(4), GREEN, (3, -2))
    press.pull(dark - trunk.grown(4), TEAL, (-2, 2))
    press.pull((trunk - bark) | (ground - grass), INK)
    press.pull(((bench - people.grown(4)) | (people & press.plate().box(0, 0, 940, 1500))) - ground, INK)
    press.pull((people & press.plate().box(940, 0, 300, 1500)) - ground, RED)
