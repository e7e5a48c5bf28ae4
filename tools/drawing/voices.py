"""Scenes of people speaking up: megaphone, crowd, hands, microphone."""

import math

from tools.drawing.people import arm, head, open_hand
from tools.drawing.press import BLUE, GREEN, INK, OCHRE, RED, TEAL, VIOLET, Press
from tools.drawing.shapes import gouge, place, polar


def megaphone(press: Press) -> None:
    """A megaphone and the rays of its voice."""
    mouth, turn = (770.0, 470.0), -14.0
    rays, fine = press.plate(), press.plate()
    for index in range(11):
        start = -88 + index * 15.2
        target = rays if index % 2 == 0 else fine
        target.polygon(
            [
                polar(mouth, 60, start),
                polar(mouth, 1700, start),
                polar(mouth, 1700, start + 10.5),
                polar(mouth, 60, start + 10.5),
            ]
        )
    lip = place([(0.0, 0.0)], mouth, 1)[0]
    body = press.plate().polygon(place([(-620, -62), (-30, -285), (30, 285), (-620, 78)], lip, 1, turn))
    body.polygon(place([(-740, -54), (-610, -64), (-610, 80), (-740, 68)], lip, 1, turn))
    rim = press.plate().polygon(
        place([(296 * 0.27 * math.cos(a / 20), 296 * math.sin(a / 20)) for a in range(126)], lip, 1, turn)
    )
    inner = press.plate().polygon(
        place([(6 + 256 * 0.25 * math.cos(a / 20), 256 * math.sin(a / 20)) for a in range(126)], lip, 1, turn)
    )
    grip = press.plate().stroke(place([(-400, 60), (-372, 250)], lip, 1, turn), 66)
    fist = press.plate()
    for step in range(4):
        fist.stroke(place([(-442, 128 + step * 52), (-334, 120 + step * 52)], lip, 1, turn), 56)
    knuckles = press.plate()
    for step in range(3):
        knuckles.polygon(place(gouge((-470, 155 + step * 52), (-318, 146 + step * 52), 5), lip, 1, turn))
    sleeve = press.plate().polygon([(150, 1100), (262, 780), (380, 660), (520, 770), (470, 870), (420, 1100)])
    figure = body | rim | grip | fist.grown(3) | sleeve
    sun = press.dots(lambda x, y: 1.5 - 1.45 * math.hypot(x - 500, y - 560) / 620, 30, 30)
    press.pull(sun - figure, OCHRE)
    press.pull(rays - figure, RED, (3, -2))
    press.pull((fine & press.lines(lambda x, y: 0.55, 40, 0)) - figure, RED, (3, -2))
    cuts = press.plate()
    for index, (start, end) in enumerate(((-560, -120), (-500, -70), (-590, -260), (-420, -60), (-520, -200))):
        slope = -0.32 + index * 0.075
        cuts.polygon(
            place(
                gouge((start, slope * (start + 900) * 0.5), (end, slope * (end + 900) * 0.68), 9),
                lip,
                1,
                turn,
            )
        )
    press.pull((body - rim.grown(4) - cuts - fist.grown(5)) | (rim - inner) | (grip - fist.grown(5) - body), INK)
    press.pull(inner & press.dots(lambda x, y: 0.5, 22, 45), INK)
    press.pull(sleeve - fist.grown(7), RED)
    press.pull(sleeve - fist.grown(7) & press.lines(lambda x, y: max(0.0, (430 - x) / 420), 22, -60), INK)
    press.pull(fist - knuckles, INK)


def crowd(press: Press) -> None:
    """Rows of people seen from behind, some with a hand up."""
    sun = press.plate().disc((1090, 380), 330)
    press.pull(sun & press.dots(lambda x, y: 0.95 - (y - 50) / 900, 24, 30), RED)
    rows = ((560.0, 46.0, 13, TEAL), (690.0, 70.0, 9, RED), (880.0, 112.0, 6, INK))
    kinds = press.random
    covered = press.plate()
    drawn = []
    for depth, (level, size, count, ink) in enumerate(reversed(rows)):
        row = press.plate()
        gap = 1600 / (count - 1)
        for index in range(count):
            x = index * gap + (gap * 0.36 if depth % 2 else 0) + kinds.uniform(-0.16, 0.16) * gap
            y = level + kinds.uniform(-0.4, 0.4) * size
            person = press.plate()
            kind = (index * 2 + depth) % 6
            head(person, (x, y), size, kind)
            raised = (index + depth) % 3 == 1
            if raised:
                side = 1 if index % 2 else -1
                hand = (x + side * size * 2.0, y - size * 2.0)
                open_hand(person, hand, size * 0.66, side * 8, side < 0, carve=False)
                arm(
                    person,
                    (hand[0], hand[1] + size * 0.4),
                    (x + side * size * 1.5, y + size * 2.6),
                    size * 0.2,
                    size * 0.34,
                )
            row = row - (person.grown(4 if depth == 0 else 3) - person) | person
            if depth == 0:
                for stroke in range(5):
                    dx = (stroke - 2) * size * 0.26
                    row = row - press.plate().polygon(
                        gouge((x + dx * 0.5, y - size * 0.8), (x + dx * 1.3, y + size * 0.5), 4)
                    )
        drawn.append((row - covered, ink))
        covered = covered | row.grown(5)
    for row, ink in reversed(drawn):
        press.pull(row if ink != TEAL else row & press.dots(lambda x, y: 0.66, 11, 15), ink, (2, 1))


def hands(press: Press) -> None:
    """Open hands of three inks reaching up, overprinted where they meet."""
    width, height = press.size
    grounds = press.plate().disc((width / 2, 470), 430)
    press.pull(grounds & press.dots(lambda x, y: 0.2 + 0.55 * y / 900, 26, 30), OCHRE)
    figures = (
        ((300, 620), 168.0, -12.0, False, (150, height + 60), BLUE),
        ((905, 560), 176.0, 13.0, True, (1060, height + 60), GREEN),
        ((470, 880), 160.0, 5.0, False, (400, height + 60), GREEN),
        ((755, 905), 168.0, -8.0, True, (815, height + 60), BLUE),
        ((604, 470), 190.0, 0.0, True, (600, height + 60), RED),
    )
    for at, size, turn, mirror, foot, ink in figures:
        plate = press.plate()
        wrist = place([(0.0, 0.78)], at, size, turn, mirror)[0]
        arm(plate, wrist, foot, size * 0.32, size * 0.5)
        open_hand(plate, at, size, turn, mirror)
        for line in range(6):
            start = place([(-0.16 + 0.07 * line, 1.3 + 0.14 * (line % 3))], at, size, turn, mirror)[0]
            end = (start[0] + (foot[0] - at[0]) * 0.2, start[1] + size * (0.8 + 0.2 * (line % 2)))
            plate.polygon(gouge(start, end, size * 0.018), 0)
        press.pull(plate, ink, (press.random.uniform(-3, 3), press.random.uniform(-3, 3)))


def microphone(press: Press) -> None:
    """A table microphone, its waves, and the edge of the table."""
    centre = (800.0, 430.0)
    waves, mesh = press.plate(), press.plate()
    for index, radius in enumerate(range(230, 1120, 74)):
        for start in (-52, 128):
            waves.arc(centre, radius, max(8, 34 - index * 2.2), start, start + 104)
    shape = press.plate().box(668, 190, 264, 440, radius=132)
    table = press.plate().polygon([(0, 880), (1600, 880), (1600, 1100), (0, 1100)])
    stand = press.plate().stroke([(800, 680), (800, 900)], 34).box(600, 858, 400, 50, radius=24)
    yoke = press.plate().arc((800, 470), 196, 30, 8, 172)
    figure = (shape | stand | yoke).grown(6)
    press.pull(
        press.dots(lambda x, y: 1.7 - 1.6 * math.hypot(x - 800, (y - 430) * 1.1) / 560, 30, 30) - figure - table,
        OCHRE,
    )
    press.pull(waves - figure - table.grown(6), VIOLET, (3, 2))
    for row in range(9):
        for column in range(7):
            mesh.disc((800 + (column - 3) * 36 + (18 if row % 2 else 0), 236 + row * 30), 10.5)
    band = press.plate().box(668, 486, 264, 26)
    slots = press.plate()
    for index in range(4):
        slots.box(720, 536 + index * 20, 160, 8, radius=4)
    press.pull(shape - (mesh & shape) - band - slots, INK)
    press.pull(mesh & shape & press.plate().box(660, 180, 280, 306), VIOLET)
    press.pull((stand | yoke) - shape.grown(4), INK)
    grain = press.lines(lambda x, y: 0.42 + 0.3 * math.sin(x / 130 + y / 23) ** 2, 34, 1)
    press.pull((table - stand.grown(5)) & grain, INK)
    press.pull((table & press.plate().box(-5, 880, 1620, 16)) - stand.grown(5), INK)
