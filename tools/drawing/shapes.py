"""Points and outlines: the geometry the scenes share. Pure functions, no images."""

import math
from collections.abc import Sequence

Point = tuple[float, float]
Outline = list[Point]


def polar(centre: Point, radius: float, degrees: float) -> Point:
    """The point at this distance and angle (0 is right, 90 is down) from the centre."""
    angle = math.radians(degrees)
    return centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)


def place(points: Sequence[Point], at: Point, size: float, turn: float = 0.0, mirror: bool = False) -> Outline:
    """Scale, mirror, turn (degrees, clockwise) and move an outline drawn around the origin."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    flip = -1.0 if mirror else 1.0
    return [(at[0] + size * (x * flip * cos - y * sin), at[1] + size * (x * flip * sin + y * cos)) for x, y in points]


def bezier(start: Point, first: Point, second: Point, end: Point, steps: int = 40) -> Outline:
    """Points along one cubic curve."""
    outline = []
    for step in range(steps + 1):
        t = step / steps
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        outline.append(
            (
                a * start[0] + b * first[0] + c * second[0] + d * end[0],
                a * start[1] + b * first[1] + c * second[1] + d * end[1],
            )
        )
    return outline


def smooth(points: Sequence[Point], steps: int = 14) -> Outline:
    """A closed, rounded outline through the points (Catmull-Rom)."""
    count = len(points)
    outline: Outline = []
    for index in range(count):
        p0, p1, p2, p3 = (points[(index + offset) % count] for offset in (-1, 0, 1, 2))
        first = (p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6)
        second = (p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6)
        outline += bezier(p1, first, second, p2, steps)[:-1]
    return outline


def gouge(start: Point, end: Point, width: float) -> Outline:
    """The lens a V-shaped chisel leaves in linoleum: thin at both ends."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / length * width, dx / length * width
    middle = (start[0] + dx * 0.45, start[1] + dy * 0.45)
    return bezier(start, (middle[0] + nx, middle[1] + ny), (middle[0] + nx, middle[1] + ny), end, 12) + bezier(
        end, (middle[0] - nx, middle[1] - ny), (middle[0] - nx, middle[1] - ny), start, 12
    )
