"""Plates and the press: coverage masks, printed ink over ink on paper the way a risograph does."""

import io
import math
import random
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tools.drawing.shapes import Point

SCALE = 2  # everything is drawn twice as large and reduced at the end
BUDGET = 218_000  # bytes a picture may weigh
QUALITIES = (82, 79, 76, 73, 70, 67)
Colour = tuple[int, int, int]
Tone = Callable[[float, float], float]

PAPER: Colour = (244, 236, 221)
INK: Colour = (32, 30, 36)
RED: Colour = (219, 62, 44)
BLUE: Colour = (43, 92, 168)
GREEN: Colour = (38, 128, 88)
OCHRE: Colour = (236, 172, 44)
VIOLET: Colour = (104, 72, 150)
TEAL: Colour = (30, 138, 142)


class Plate:
    """What one ink will cover. Drawing returns the plate, so that calls chain; tone 0 carves away."""

    def __init__(self, size: tuple[int, int], image: Image.Image | None = None) -> None:
        self.size = size
        self.image = image or Image.new("L", (size[0] * SCALE, size[1] * SCALE), 0)
        self.draw = ImageDraw.Draw(self.image)

    def polygon(self, points: Sequence[Point], tone: int = 255) -> "Plate":
        self.draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=tone)
        return self

    def disc(self, at: Point, rx: float, ry: float | None = None, tone: int = 255) -> "Plate":
        ry = rx if ry is None else ry
        box = (at[0] - rx, at[1] - ry, at[0] + rx, at[1] + ry)
        self.draw.ellipse([value * SCALE for value in box], fill=tone)
        return self

    def box(self, x: float, y: float, width: float, height: float, tone: int = 255, radius: float = 0) -> "Plate":
        corners = [value * SCALE for value in (x, y, x + width, y + height)]
        self.draw.rounded_rectangle(corners, radius * SCALE, fill=tone)
        return self

    def stroke(self, points: Sequence[Point], width: float, tone: int = 255) -> "Plate":
        """A line with round joints and ends."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.draw.line(scaled, fill=tone, width=round(width * SCALE), joint="curve")
        for x, y in (points[0], points[-1]):
            self.disc((x, y), width / 2, tone=tone)
        return self

    def arc(self, at: Point, radius: float, width: float, start: float, end: float, tone: int = 255) -> "Plate":
        outer = radius + width / 2
        box = [v * SCALE for v in (at[0] - outer, at[1] - outer, at[0] + outer, at[1] + outer)]
        self.draw.arc(box, start, end, fill=tone, width=round(width * SCALE))
        return self

    def grown(self, by: float) -> "Plate":
        """The same shape, fatter all round (an outline to carve around a figure)."""
        blurred = self.image.filter(ImageFilter.GaussianBlur(by * SCALE))
        return Plate(self.size, blurred.point([255 if value > 5 else 0 for value in range(256)]))

    def moved(self, dx: float, dy: float) -> "Plate":
        shifted = Image.new("L", self.image.size, 0)
        shifted.paste(self.image, (round(dx * SCALE), round(dy * SCALE)))
        return Plate(self.size, shifted)

    def __and__(self, other: "Plate") -> "Plate":
        return Plate(self.size, ImageChops.multiply(self.image, other.image))

    def __or__(self, other: "Plate") -> "Plate":
        return Plate(self.size, ImageChops.lighter(self.image, other.image))

    def __sub__(self, other: "Plate") -> "Plate":
        return Plate(self.size, ImageChops.multiply(self.image, ImageChops.invert(other.image)))


class Press:
    """A sheet of paper on which plates are pulled, one ink at a time."""

    def __init__(self, width: int, height: int, seed: int, paper: Colour = PAPER) -> None:
        self.size = (width, height)
        self.random = random.Random(seed)
        self.sheet = Image.new("RGB", (width * SCALE, height * SCALE), paper)
        self._wobble = self._noise(5)
        self._fibre = self._noise(3)

    def _noise(self, radius: float) -> Image.Image:
        """Soft noise around middle grey, the same for the same seed."""
        margin = 24  # a blur is uneven at the border: cut it off
        width, height = (side + 2 * margin for side in self.sheet.size)
        grain = Image.frombytes("L", (width, height), self.random.randbytes(width * height))
        grain = grain.filter(ImageFilter.GaussianBlur(radius)).crop((margin, margin, width - margin, height - margin))
        spread = 1.5 * radius  # blurring flattens the noise by about its radius
        return grain.point([min(216, max(40, round(128 + (value - 128) * spread))) for value in range(256)])

    def plate(self) -> Plate:
        return Plate(self.size)

    def full(self) -> Plate:
        return self.plate().box(-1, -1, self.size[0] + 2, self.size[1] + 2)

    def dots(self, tone: Tone, pitch: float = 15, angle: float = 45) -> Plate:
        """A halftone screen: dots on a turned grid, as large as the tone (0 to 1) asks for."""
        plate = self.plate()
        for x, y in self._grid(pitch, angle):
            value = tone(x, y)
            if value > 0.01:
                plate.disc((x, y), pitch * 0.72 * math.sqrt(min(value, 1.0)))
        return plate

    def lines(self, tone: Tone, pitch: float = 14, angle: float = 20) -> Plate:
        """An engraver's screen: parallel lines that swell where the tone is dark."""
        plate = self.plate()
        step = pitch * 0.5
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        for x, y in self._grid(pitch, angle, step):
            half = tone(x, y) * pitch * 0.5
            if half > 0.3:
                dx, dy, nx, ny = cos * step * 0.56, sin * step * 0.56, -sin * half, cos * half
                plate.polygon(
                    [
                        (x - dx + nx, y - dy + ny),
                        (x + dx + nx, y + dy + ny),
                        (x + dx - nx, y + dy - ny),
                        (x - dx - nx, y - dy - ny),
                    ]
                )
        return plate

    def _grid(self, pitch: float, angle: float, step: float | None = None) -> list[Point]:
        width, height = self.size
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        along = step or pitch
        reach = math.hypot(width, height) / 2 + pitch
        found = []
        for row in range(-int(reach / pitch), int(reach / pitch) + 1):
            for column in range(-int(reach / along), int(reach / along) + 1):
                u, v = column * along, row * pitch
                x, y = width / 2 + u * cos - v * sin, height / 2 + u * sin + v * cos
                if -pitch < x < width + pitch and -pitch < y < height + pitch:
                    found.append((x, y))
        return found

    def pull(self, plate: Plate, ink: Colour, shift: Point = (0, 0), wear: int = 54) -> None:
        """Print one plate over the others: edges a little rough, specks of paper showing through."""
        mask = plate.moved(*shift).image if shift != (0, 0) else plate.image
        soft = ImageChops.add(mask.filter(ImageFilter.GaussianBlur(2)), self._wobble, 2, 0)
        rough = soft.point([min(255, max(0, round((value - 127 - 1.5) * 9 + 128))) for value in range(256)])
        speck = self._fibre.point([255 if value > wear else max(60, 255 - (wear - value) * 14) for value in range(256)])
        inked = ImageChops.multiply(rough, speck)
        solid = Image.new("RGB", self.sheet.size, ink)
        self.sheet = Image.composite(ImageChops.multiply(self.sheet, solid), self.sheet, inked)

    def save(self, path: Path) -> None:
        """Reduce, soften as ink on paper does, and write the best JPEG that keeps within the budget."""
        finished = self.sheet.resize(self.size, Image.Resampling.LANCZOS).filter(ImageFilter.GaussianBlur(0.6))
        for quality in QUALITIES:
            written = io.BytesIO()
            finished.save(written, "JPEG", quality=quality, optimize=True, progressive=True, comment=b"")
            if written.tell() <= BUDGET:
                break
        path.write_bytes(written.getvalue())
