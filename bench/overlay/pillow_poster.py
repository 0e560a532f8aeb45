"""Draws posters with Pillow the way Kometa does, one thread, and says how long each part took.

Reads one job as JSON from standard input and answers one JSON line.
"""

import hashlib
import json
import sys
import time
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "packages/overlay/reference"))

from kometa_poster import Overlay, draw_poster  # noqa: E402
from PIL import Image  # noqa: E402


def main():
    job = json.load(sys.stdin)
    canvas = tuple(job["canvas"])
    overlays = [Overlay(spec, job["fonts"], job["images"], "basic") for spec in job["overlays"]]
    files = [Path(name).read_bytes() for name in job["posters"]]
    pixels, whole, digests = [], [], []
    for turn in range(job["rounds"]):
        data = files[turn % len(files)]
        start = time.perf_counter()
        poster = draw_poster(Image.open(BytesIO(data)), overlays, canvas)
        drawn = time.perf_counter()
        if job["encode"]:
            poster.save(BytesIO(), "WEBP", quality=90)
        whole.append((time.perf_counter() - start) * 1000)
        pixels.append((drawn - start) * 1000)
        if turn < len(files):
            digests.append(hashlib.sha256(poster.tobytes()).hexdigest())
    json.dump({"pixels": pixels, "whole": whole, "digests": digests}, sys.stdout)


main()
