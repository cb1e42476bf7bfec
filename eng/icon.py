"""Draws icon.png beside this file: three layers of a network, in plain Python."""
import pathlib
import struct
import zlib

SIZE, SAMPLES = 128, 3
BACK, LINE, NODE = (81, 43, 212), (190, 175, 245), (255, 255, 255)
LAYERS = [[(26, y) for y in (34, 64, 94)], [(64, y) for y in (22, 50, 78, 106)], [(102, y) for y in (46, 82)]]
LINES = [(a, b) for first, second in zip(LAYERS, LAYERS[1:]) for a in first for b in second]


def distance(x, y, a, b):
    """From a point to a line segment."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    t = max(0, min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)))
    return ((x - a[0] - t * dx) ** 2 + (y - a[1] - t * dy) ** 2) ** 0.5


def colour(x, y):
    if any((x - cx) ** 2 + (y - cy) ** 2 < 81 for layer in LAYERS for cx, cy in layer):
        return NODE
    return LINE if any(distance(x, y, a, b) < 1 for a, b in LINES) else BACK


def pixel(x, y):
    points = [colour(x + (i + 0.5) / SAMPLES, y + (j + 0.5) / SAMPLES) for i in range(SAMPLES) for j in range(SAMPLES)]
    return bytes(sum(channel) // len(points) for channel in zip(*points))


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


rows = b"".join(b"\0" + b"".join(pixel(x, y) for x in range(SIZE)) for y in range(SIZE))
header = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 2, 0, 0, 0)
png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
(pathlib.Path(__file__).parent / "icon.png").write_bytes(png)
