"""Draws posters with Pillow the way Kometa does, one thread, and says how long each took.

Reads one job as a line of JSON, then a line for every poster that is wanted, and answers each with a line of JSON.
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
    job = json.loads(sys.stdin.readline())
    canvas = tuple(job["canvas"])
    overlays = [Overlay(spec, job["fonts"], job["images"], "basic") for spec in job["overlays"]]
    files = [Path(name).read_bytes() for name in job["posters"]]
    for line in sys.stdin:
        data = files[int(line) % len(files)]
        start = time.perf_counter()
        poster = draw_poster(Image.open(BytesIO(data)), overlays, canvas)
        drawn = time.perf_counter()
        if job["encode"]:
            poster.save(BytesIO(), "WEBP", quality=90)
        done = time.perf_counter()
        digest = hashlib.sha256(poster.tobytes()).hexdigest()
        print(json.dumps({"pixels": (drawn - start) * 1000, "whole": (done - start) * 1000, "digest": digest}), flush=True)


main()
