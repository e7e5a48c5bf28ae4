"""Draws small PNG pictures, with the standard library alone."""

import struct
import zlib

SIZE = (640, 400)
PICTURES = [f"lamina-{number:02}.png" for number in range(24)]
COLOURS = ((198, 48, 36), (30, 72, 140), (34, 110, 76), (206, 146, 40), (98, 62, 130), (20, 118, 128))


def picture(number: int) -> bytes:
    """The PNG of that number: slanted bands of three colours."""
    width, height = SIZE
    chosen = [COLOURS[(number + step) % len(COLOURS)] for step in (0, 1, 3)]
    band = 18 + 5 * (number % 7)
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        rows += bytes(((x + y * (1 + number % 3)) // band) % 3 for x in range(width))
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", bytes(part for colour in chosen for part in colour)),
            _chunk(b"IDAT", zlib.compress(bytes(rows), 6)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
