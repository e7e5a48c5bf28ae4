"""Scenes of public business: city hall, ballot box, open door."""

import math

from tools.drawing.press import BLUE, INK, OCHRE, RED, Press
from tools.drawing.shapes import gouge, place, polar


def city_hall(press: Press) -> None:
    """The front of a city hall with the sun behind it."""
    sun = press.plate().disc((800, 470), 440)
    build = (
        press.plate().polygon([(250, 400), (800, 190), (1350, 400)]).box(250, 400, 1100, 84).box(290, 484, 1020, 356)
    )
    for step in range(4):
        build.box(250 - step * 46, 840 + step * 36, 1100 + step * 92, 36)
    tower = press.plate().box(690, 96, 220, 200).polygon([(670, 100), (800, 20), (930, 100)])
    build = build | tower
    press.pull((sun & press.dots(lambda x, y: 1.25 - (y - 40) / 760, 29, 30)) - build.grown(6), RED)
    rays = press.plate()
    for index in range(25):
        angle = 180 + index * 7.5
        rays.polygon(gouge(polar((800, 470), 490, angle), polar((800, 470), 1010 - 120 * (index % 2), angle), 13))
    press.pull(rays - build.grown(6), OCHRE)
    columns, shade, frieze = press.plate(), press.plate(), press.plate()
    for index in range(6):
        x = 336.0 + index * 174
        columns.box(x, 540, 58, 300).box(x - 16, 512, 90, 30).box(x - 16, 814, 90, 30)
        for flute in range(3):
            shade.box(x + 26 + flute * 11, 552, 4 + flute * 1.6, 256, radius=2)
    doors = press.plate()
    for index in range(5):
        x = 394.0 + index * 174
        tall = 250 if index == 2 else 170
        doors.box(x + 20, 840 - tall, 76, tall).disc((x + 58, 840 - tall), 38)
    hall = press.plate().box(290, 500, 1020, 340) - columns.grown(3)
    press.pull(hall - doors.grown(4), INK)
    press.pull(doors & hall, OCHRE)
    press.pull(columns & shade, INK)
    for index in range(31):
        frieze.box(268 + index * 35, 424, 17, 34)
    tympanum = press.plate().polygon([(370, 384), (800, 222), (1230, 384)])
    medal = press.plate().disc((800, 320), 46)
    outline = press.plate().polygon([(236, 404), (800, 188), (1364, 404)]).box(236, 396, 1128, 96)
    front = outline - press.plate().box(262, 416, 1076, 50) - (tympanum - medal.grown(3))
    press.pull(front | frieze, INK)
    press.pull((tympanum - medal.grown(9)) & press.lines(lambda x, y: 0.5, 22, 0), BLUE)
    clock = (
        press.plate().disc((800, 142), 34).stroke([(800, 142), (800, 120)], 6, 0).stroke([(800, 142), (816, 150)], 6, 0)
    )
    press.pull((tower - outline.grown(4)) - clock.grown(5), BLUE)
    press.pull(clock, INK)
    stairs = press.plate()
    for step in range(4):
        stairs.box(250 - step * 46, 846 + step * 36, 1100 + step * 92, 20)
    square = press.plate()
    for index in range(-9, 10):
        square.polygon(
            [
                (800 + index * 92, 990),
                (800 + index * 92 + 46, 990),
                (800 + index * 190 + 95, 1080),
                (800 + index * 190, 1080),
            ]
        )
    walkers = press.plate()
    for x, y, size in (
        (146.0, 940.0, 1.35),
        (232.0, 950.0, 1.2),
        (1440.0, 930.0, 1.4),
        (1010.0, 938.0, 1.15),
        (1350.0, 958.0, 1.0),
    ):
        walkers.disc((x, y - 62 * size), 15 * size).polygon(
            place(
                [
                    (-14, -46),
                    (14, -46),
                    (22, -36),
                    (26, 16),
                    (15, 18),
                    (16, 66),
                    (4, 66),
                    (0, 26),
                    (-4, 66),
                    (-16, 66),
                    (-15, 18),
                    (-26, 16),
                    (-22, -36),
                ],
                (x, y),
                size,
            )
        )
    press.pull(stairs - walkers.grown(5), INK)
    press.pull(square - walkers.grown(4), BLUE)
    press.pull(walkers, RED)


def ballot_box(press: Press) -> None:
    """A ballot half-way into the box."""
    press.pull(press.plate().disc((800, 500), 460) & press.dots(lambda x, y: 0.1 + (y - 60) / 620, 30, 30), OCHRE)
    left, right, front, back, deep = (380.0, 560.0), (1220.0, 560.0), (800.0, 720.0), (800.0, 400.0), 330.0
    top = press.plate().polygon([left, front, right, back])
    side = press.plate().polygon([left, front, (front[0], front[1] + deep), (left[0], left[1] + deep)])
    other = press.plate().polygon([right, front, (front[0], front[1] + deep), (right[0], right[1] + deep)])
    slot = press.plate().polygon([(598, 508), (982, 606), (966, 626), (582, 528)])
    paper = press.plate().polygon([(690, 80), (1010, 160), (938, 604), (640, 528)])
    mark = press.plate().stroke([(744, 300), (806, 372), (936, 214)], 34)
    text = press.plate()
    for index in range(2):
        y = 424.0 + index * 44
        text.stroke([(716 - index * 8, y), (890 - index * 8, y + 43)], 11)
    box = top | side | other
    press.sheet.paste((244, 236, 221), mask=(box | paper).grown(7).image)
    press.pull(top - slot.grown(5) - paper.grown(6), BLUE)
    press.pull(side, BLUE)
    press.pull(side & press.lines(lambda x, y: 0.5 - (x - 380) / 1400, 24, 68), INK)
    press.pull(other, BLUE)
    press.pull(other & press.lines(lambda x, y: 0.42 + (x - 800) / 900, 24, -68), INK)
    press.pull(slot - paper, INK)
    edges = press.plate().stroke([left, front, right], 9).stroke([front, (front[0], front[1] + deep)], 9)
    press.sheet.paste((244, 236, 221), mask=edges.image)
    fold = press.plate().polygon([(690, 80), (1010, 160), (996, 238), (676, 158)])
    press.pull(fold & paper, RED)
    press.pull((mark | text) & paper, INK)
    rim = paper - press.plate().polygon([(700, 94), (998, 168), (924, 640), (650, 570)])
    press.pull(rim, INK)
    floor = press.plate().box(-5, 880, 1610, 200) - box.grown(7)
    press.pull(floor & press.lines(lambda x, y: 0.5 + (y - 880) / 380, 30, 0), INK)


def door(press: Press) -> None:
    """A door left open, its light on the floor, somebody walking in."""
    wall = press.plate().box(-5, -5, 1210, 1055)
    opening = press.plate().box(470, 250, 380, 800)
    leaf = press.plate().polygon([(470, 250), (252, 170), (252, 1180), (470, 1050)])
    light = press.plate().polygon([(470, 1050), (850, 1050), (1130, 1510), (190, 1510)])
    floor = press.plate().box(-5, 1050, 1210, 460)
    person = press.plate().disc((690, 610), 46, 54)
    person.polygon(
        [
            (620, 700),
            (650, 676),
            (730, 676),
            (762, 700),
            (776, 880),
            (748, 886),
            (742, 980),
            (732, 1120),
            (694, 1120),
            (690, 930),
            (660, 1112),
            (622, 1108),
            (640, 890),
            (606, 880),
        ]
    )
    shadow = press.plate().polygon([(622, 1112), (732, 1120), (820, 1510), (600, 1510)])
    sill = press.plate().box(440, 220, 440, 830) - opening
    dark = wall - opening - leaf.grown(5) - sill.grown(4)
    press.pull(dark, BLUE)
    press.pull(dark & press.lines(lambda x, y: 0.62 * min(1.0, math.hypot(x - 660, y - 650) / 900), 30, 90), INK)
    press.pull(opening - person.grown(5), OCHRE)
    rays = press.plate()
    for index in range(17):
        angle = 188 + index * 10.2
        rays.polygon(gouge(polar((690, 640), 120, angle), polar((690, 640), 360 + 60 * (index % 2), angle), 9))
    press.pull(opening & rays & press.plate().box(470, 250, 380, 800) - person.grown(5), RED)
    press.pull(light - shadow.grown(4) - person.grown(5), OCHRE)
    press.pull((light - shadow.grown(4)) & press.dots(lambda x, y: (y - 1180) / 420, 27, 30), RED)
    press.pull(floor - light - leaf.grown(5), INK)
    panels = press.plate()
    for low, high in ((0.08, 0.44), (0.52, 0.92)):
        panels.polygon(
            [
                (300, 190 + 980 * low),
                (428, 240 + 810 * low + 18),
                (428, 240 + 810 * high),
                (300, 190 + 980 * high),
            ]
        )
    knob = press.plate().disc((286, 690), 15)
    press.pull(leaf - panels - knob, RED)
    press.pull(panels & press.lines(lambda x, y: 0.4, 22, 90), RED)
    press.pull(sill - leaf.grown(5), INK)
    press.pull((person | shadow) & press.full(), INK)
