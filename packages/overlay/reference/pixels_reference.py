"""Asks Pillow what it draws, so that our own drawing can be compared with it.

Prints one JSON object a line: an operation with its parameters and the SHA-256 of the bytes that come out. Pixels that go in are
SHAKE-128 of a name, which every language has.

    python pixels_reference.py [--seed TEXT] [--cases NUMBER]
"""

import argparse
import hashlib
import json
import random
import sys

import PIL
from PIL import Image, ImageDraw, ImageFilter

WANTED = "12.2.0"


def noise(name, length):
    return hashlib.shake_128(name.encode()).digest(length)


def smooth(name, width, height, bands):
    """Few colours in large parts, as posters have them; extremes among them."""
    small = Image.frombytes("RGBA", (3, 3), noise(name, 36)).resize((width, height), Image.Resampling.NEAREST)
    return small.tobytes() if bands == 4 else small.convert("RGB").tobytes()


def picture(kind, name, width, height, bands):
    mode = {1: "L", 3: "RGB", 4: "RGBA"}[bands]
    data = smooth(name, width, height, bands) if kind == "flat" else noise(name, width * height * bands)
    return Image.frombytes(mode, (width, height), data)


def digest(image):
    return hashlib.sha256(image.tobytes()).hexdigest()[:24]


def colour(dice):
    return dice.choice([[dice.randrange(256) for _ in range(4)], [dice.randrange(256) for _ in range(3)] + [255]])


def shape(dice, name):
    canvas = [dice.randint(20, 90), dice.randint(20, 90)]
    left, top = dice.randint(-10, canvas[0]), dice.randint(-10, canvas[1])
    size = dice.choice([6, 20, 60, 110])
    box = [left, top, left + dice.randint(0, size), top + dice.randint(0, size)]
    fill = dice.choice([None, colour(dice)])
    line = dice.choice([None, colour(dice), fill]) if fill else colour(dice)
    width = dice.choice([None, 1, dice.randint(1, 6), dice.randint(1, 70)])
    radius = dice.choice([None, dice.randint(1, 8), dice.randint(1, 60)])
    image = Image.new("RGBA", canvas, (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    look = {"fill": fill and tuple(fill), "outline": line and tuple(line), "width": width or 1}
    if radius:
        draw.rounded_rectangle(box, radius, **look)
    else:
        draw.rectangle(box, **look)
    asked = {"canvas": canvas, "box": box, "fill": fill, "line": line, "lineWidth": width, "radius": radius}
    return asked, image


def ink(dice, name):
    size = [dice.randint(1, 50), dice.randint(1, 50)]
    mask_size = [dice.randint(1, 60), dice.randint(1, 60)]
    at = [dice.randint(-20, 50), dice.randint(-20, 50)]
    paint = colour(dice)
    start = dice.choice(["flat", "noise", "empty"])
    image = picture("flat" if start == "flat" else "noise", name, *size, 4)
    if start == "empty":
        image.putalpha(0)
    mask = picture("noise", name + "/mask", *mask_size, 1)
    draw = ImageDraw.Draw(image)
    draw.draw.draw_bitmap(at, mask.im, draw.draw.draw_ink(tuple(paint)))
    return {"size": size, "start": start, "mask": mask_size, "at": at, "colour": paint}, image


def paste(dice, name):
    size = [dice.randint(1, 60), dice.randint(1, 60)]
    layer = [dice.randint(1, 80), dice.randint(1, 80)]
    at = [dice.randint(-40, 60), dice.randint(-40, 60)]
    kind = dice.choice(["noise", "flat"])
    image = picture("noise", name, *size, 3)
    over = picture(kind, name + "/layer", *layer, 4)
    image.paste(over, tuple(at), over)
    return {"size": size, "layer": layer, "at": at, "kind": kind}, image


def sizes(dice):
    def side():
        return dice.choice([dice.randint(1, 12), dice.randint(1, 70), dice.randint(60, 200)])

    size, wanted = [side(), side()], [side(), side()]
    for axis in (0, 1):
        if dice.random() < 0.15:
            wanted[axis] = size[axis]
    return size, wanted


def resize_rgb(dice, name):
    size, wanted = sizes(dice)
    kind = dice.choice(["noise", "flat"])
    image = picture(kind, name, *size, 3).resize(wanted, Image.Resampling.LANCZOS)
    return {"size": size, "to": wanted, "kind": kind}, image


def resize_rgba(dice, name):
    size, wanted = sizes(dice)
    kind = dice.choice(["noise", "flat"])
    image = picture(kind, name, *size, 4).resize(wanted, Image.Resampling.LANCZOS)
    return {"size": size, "to": wanted, "kind": kind}, image


def blur(dice, name):
    size = [dice.randint(1, 90), dice.randint(1, 90)]
    radius = dice.choice([dice.randint(1, 5), dice.randint(1, 120)])
    image = picture("noise", name, *size, 3).filter(ImageFilter.GaussianBlur(radius))
    return {"size": size, "radius": radius}, image


OPERATIONS = {
    "shape": (shape, 4),
    "ink": (ink, 1),
    "paste": (paste, 1),
    "resizeRgb": (resize_rgb, 1),
    "resizeRgba": (resize_rgba, 1),
    "blur": (blur, 1),
}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--seed", default="marquee")
    options.add_argument("--cases", type=int, default=40)
    given = options.parse_args()
    if PIL.__version__ != WANTED:
        sys.exit(f"This must be asked of Pillow {WANTED}, not {PIL.__version__}.")
    for operation, (make, share) in OPERATIONS.items():
        for number in range(given.cases * share):
            name = f"{given.seed}/{operation}/{number}"
            asked, image = make(random.Random(name), name)
            case = {"operation": operation, "name": name, **asked, "sha256": digest(image)}
            print(json.dumps(case, separators=(",", ":")))


main()
