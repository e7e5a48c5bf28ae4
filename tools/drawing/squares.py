"""Scenes of open ground: a market from above, a tree with its bench."""

import math

from tools.drawing.press import GREEN, INK, OCHRE, RED, TEAL, Plate, Press
from tools.drawing.shapes import Point, bezier, gouge, place, polar


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
    stalls = [(column, row) for row in range(-1, 4) for column in range(-1, 6) if not (row == 1 and column in (2, 3))]
    spots = [place([(column * 322.0 - 640, row * 346.0 - 340)], (800, 534), 1, turn)[0] for column, row in stalls]
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
        x = 560.0 + index * 11
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
    bench = press.plate().box(770, 1196, 340, 20).box(800, 1210, 18, 96).box(1062, 1210, 18, 96).box(770, 1130, 340, 14)
    for x, lean in ((868.0, 16.0), (1010.0, -16.0)):
        people.disc((x + lean, 1036), 31, 37).box(x + lean - 12, 1060, 24, 40)
        people.polygon([(x - 46 + lean * 0.6, 1094), (x + 46 + lean * 0.6, 1094), (x + 50, 1206), (x - 50, 1206)])
        people.stroke([(x + lean * 0.6 - 36, 1104), (x + lean * 0.6 + 36, 1104)], 34)
        people.stroke([(x, 1204), (x + lean * 3.4, 1210), (x + lean * 3.2, 1300)], 34)
    press.pull(leaves - trunk.grown(4), GREEN, (3, -2))
    press.pull(dark - trunk.grown(4), TEAL, (-2, 2))
    press.pull((trunk - bark) | (ground - grass), INK)
    press.pull(((bench - people.grown(4)) | (people & press.plate().box(0, 0, 940, 1500))) - ground, INK)
    press.pull((people & press.plate().box(940, 0, 300, 1500)) - ground, RED)
