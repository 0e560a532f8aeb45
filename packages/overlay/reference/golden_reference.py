"""Says what Pillow draws for the cases in packages/overlay/golden, and whether their hashes still hold.

golden_reference.py --fonts FOLDER --images FOLDER [--write]
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path

from kometa_poster import Overlay, draw_poster
from PIL import Image

GOLDEN = Path(__file__).parents[1] / "golden"


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--fonts", required=True)
    options.add_argument("--images", required=True)
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    differing = []
    for file in sorted(GOLDEN.glob("cases/*/case.yml")):
        # Written as JSON, which is YAML too and which Python reads without help.
        case = json.loads(file.read_text(encoding="utf-8"))
        overlays = [Overlay(spec, given.fonts, given.images, case["layout"]) for spec in case["overlays"]]
        poster = draw_poster(Image.open(GOLDEN / case["poster"]), overlays, tuple(case["canvas"]))
        drawn = hashlib.sha256(poster.tobytes()).hexdigest()
        if case.get("rgb_sha256") == drawn:
            continue
        differing.append(case["id"])
        if given.write:
            case["rgb_sha256"] = drawn
            file.write_text(json.dumps(case, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(json.dumps({"differing": differing}))
    return 1 if differing and not given.write else 0


sys.exit(main())
