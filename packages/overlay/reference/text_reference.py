"""Asks Pillow how it sets text, so that our own setting can be compared with it.

Prints one JSON object a line: what was set, the box that Pillow gives it, and where its ink lies with the SHA-256 of its bytes.

    python text_reference.py FOLDER_OF_FONTS [--seed TEXT] [--cases NUMBER]
"""

import argparse
import hashlib
import json
import pathlib
import random
import sys

import PIL
from PIL import Image, ImageDraw, ImageFont, features

WANTED = "12.2.0"
FONTS = [
    "arimo/400Regular/Arimo_400Regular.ttf",
    "arimo/700Bold_Italic/Arimo_700Bold_Italic.ttf",
    "comfortaa/700Bold/Comfortaa_700Bold.ttf",
    "inter/500Medium/Inter_500Medium.ttf",
    "lato/900Black/Lato_900Black.ttf",
    "montserrat/300Light_Italic/Montserrat_300Light_Italic.ttf",
    "roboto/500Medium/Roboto_500Medium.ttf",
    "source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf",
]
TEXTS = [
    "8.3",
    "AVATAR To Wa",
    "ffi ffl fi office",
    "Åéñ ç žŮ Ærø",
    "e\u0301 q\u0323 n\u0303",
    "jgpqy  ",
    "  4K·HDR10+",
    "½ ² 1\u20442 ª №",
    "\u4e2d \U0001f600 \ue000",
    "שלום עולם",
    "Film (אבג 12) x",
    "מספר 3.5% [b] א",
    "مرحبا hello 3.5",
    "Жук Ёлка Αθήνα",
    "S01E02 – “Dolby Vision”",
    "a\u200db \u00adc\u200fd!",
    ".",
    " ",
    "",
    "A title that is as long as titles are: The Strange Case of the Lantern Keeper, part 12",
]
LAYOUTS = {"basic": ImageFont.Layout.BASIC, "raqm": ImageFont.Layout.RAQM}


def set_text(folder, font, size, text, layout, stroke):
    face = ImageFont.truetype(str(folder / font), size, layout_engine=LAYOUTS[layout])
    box = ImageDraw.Draw(Image.new("L", (1, 1))).textbbox((0, 0), text, font=face, anchor="lt")
    mask, (left, top) = face.getmask2(text, "L", stroke_width=stroke, stroke_filled=True, anchor="lt")
    width, height = mask.size
    ink = bytes(mask) if width and height else b""
    return {
        "font": font,
        "size": size,
        "text": text,
        "layout": layout,
        "stroke": stroke,
        "box": [int(edge) for edge in box],
        "ink": [left, top, width, height],
        "sha256": hashlib.sha256(ink).hexdigest()[:24],
    }


def main():
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--seed", default="marquee")
    options.add_argument("--cases", type=int, default=400)
    given = options.parse_args()
    if PIL.__version__ != WANTED or not features.check_feature("raqm"):
        sys.exit(f"This must be asked of Pillow {WANTED} with Raqm (libfribidi), not {PIL.__version__}.")
    dice = random.Random(given.seed)
    for number in range(given.cases):
        case = set_text(
            given.folder,
            dice.choice(FONTS),
            dice.choice([12, 20, 36, 55, 63, 105, 180]),
            TEXTS[number % len(TEXTS)],
            dice.choice(list(LAYOUTS)),
            dice.choice([0, 0, 1, 2, 3, 8]),
        )
        print(json.dumps(case, separators=(",", ":")))


main()
