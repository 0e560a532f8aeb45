"""Asks Pillow how it reads and writes picture files, so that our own reading and writing can be compared with it.

Prints one JSON object a line: a small picture file in base64 with the SHA-256 of the RGB and RGBA that Pillow makes of
it and the EXIF that Kometa would write, or that Pillow refuses it; then pictures (SHAKE-128 of a name) with the
SHA-256 of the files that Pillow writes for them.

    python codec_reference.py [--seed TEXT] [--cases NUMBER]
    python codec_reference.py --files FILE...      says the same of files that are there
"""

import argparse
import base64
import hashlib
import io
import json
import random
import struct
import sys
import warnings
import zlib

import PIL
from PIL import Image

WANTED = "12.2.0"
MARK = 0x04BC
warnings.simplefilter("ignore")


def noise(name, length):
    return hashlib.shake_128(name.encode()).digest(length)


def digest(data):
    return hashlib.sha256(data).hexdigest()[:24]


def soft(name, size, mode="RGB"):
    """Something like a photograph: a few colours that run into each other."""
    bands = {"L": 1, "LA": 2, "RGB": 3, "RGBA": 4, "CMYK": 4}[mode]
    small = [Image.frombytes("L", (4, 4), noise(f"{name}/{band}", 16)) for band in range(bands)]
    grown = [band.resize(size, Image.Resampling.BICUBIC) for band in small]
    return grown[0] if bands == 1 else Image.merge(mode, grown)


# PNG files of every kind, packed by hand since Pillow writes few of them.


def chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def filtered(dice, rows, size):
    out, before = b"", None
    for row in rows:
        before = before or bytes(len(row))
        kind = dice.randrange(5)
        out += bytes([kind])
        for at, value in enumerate(row):
            left = row[at - size] if at >= size else 0
            corner = before[at - size] if at >= size else 0
            above = before[at]
            if kind == 4:
                guess = left + above - corner
                near = min((abs(guess - left), 0, left), (abs(guess - above), 1, above), (abs(guess - corner), 2, corner))
                take = near[2]
            else:
                take = [0, left, above, (left + above) // 2][kind]
            out += bytes([(value - take) & 255])
        before = row
    return out


ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def png(dice, name, extra=b""):
    colour, depth = dice.choice(
        [(0, d) for d in (1, 2, 4, 8, 16)] + [(2, 8), (2, 16)] + [(3, d) for d in (1, 2, 4, 8)] + [(4, 8), (4, 16), (6, 8), (6, 16)]
    )
    width, height = dice.randint(1, 21), dice.randint(1, 17)
    interlaced = dice.random() < 0.4
    samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    few = dice.random() < 0.5
    pixels = []
    for at in range(width * height):
        raw = noise(f"{name}/{at % 5 if few else at}", samples * 2)
        pixels.append([int.from_bytes(raw[2 * i : 2 * i + 2], "big") >> (16 - depth) for i in range(samples)])
    packed = b""
    for left, top, dx, dy in ADAM7 if interlaced else [(0, 0, 1, 1)]:
        rows = []
        for y in range(top, height, dy):
            bits = ""
            for x in range(left, width, dx):
                bits += "".join(format(sample, f"0{depth}b") for sample in pixels[y * width + x])
            if bits:
                bits += "0" * (-len(bits) % 8)
                rows.append(int(bits, 2).to_bytes(len(bits) // 8, "big"))
        packed += filtered(dice, rows, max(1, samples * depth // 8))
    out = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced))
    out += extra
    if colour == 3:
        out += chunk(b"PLTE", noise(name + "/palette", 3 * dice.choice([1 << depth, max(1, (1 << depth) - 1)])))
        clear = dice.choice([None, b"\xff\0", noise(name + "/clear", min(1 << depth, 7))])
        if clear:
            out += chunk(b"tRNS", clear)
    elif colour in (0, 2) and dice.random() < 0.5:
        key = dice.choice(pixels) if dice.random() < 0.7 else [dice.randrange(65536) for _ in range(samples)]
        out += chunk(b"tRNS", b"".join(struct.pack(">H", sample) for sample in key))
    data = zlib.compress(packed)
    cut = dice.randrange(len(data))
    return out + chunk(b"IDAT", data[:cut]) + chunk(b"IDAT", data[cut:]) + chunk(b"IEND", b"")


# EXIF as cameras, editors and accidents leave it.


def exif(dice, name):
    order = dice.choice("<>")
    body = bytearray()

    def value(kind, group):
        count = dice.choice([1, 1, 1, 2, 3])
        number = lambda limit: dice.choice([0, 1, 72, dice.randrange(limit)])
        if kind == 2:
            return b"Made by hand\0"[dice.randrange(6) :] if dice.random() < 0.7 else b"na\xefve\0"
        if kind in (1, 7):
            return noise(f"{name}/{len(body)}", dice.randint(1, 9))
        if kind == 3:
            return struct.pack(f"{order}{count}H", *[number(65536) for _ in range(count)])
        if kind == 4:
            return struct.pack(f"{order}{count}L", *[number(2**32) for _ in range(count)])
        if kind == 5:
            return struct.pack(f"{order}{2 * count}L", *[dice.choice([1, 2, 10, 72, 720, dice.randint(1, 10**6)]) for _ in range(2 * count)])
        if kind == 8:
            return struct.pack(f"{order}{count}h", *[dice.randrange(-32768, 32768) for _ in range(count)])
        if kind == 9:
            return struct.pack(f"{order}{count}l", *[dice.randrange(-(2**31), 2**31) for _ in range(count)])
        if kind == 10:
            return struct.pack(f"{order}{2 * count}l", *[dice.choice([-7, 3, 10, 600]) for _ in range(2 * count)])
        return struct.pack(f"{order}{count}d", *[dice.choice([0.5, -3.25, 1e9]) for _ in range(count)])

    units = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 8: 2, 9: 4, 10: 8, 12: 8}
    usual = {None: [(274, 3), (271, 2), (272, 2), (282, 5), (283, 5), (296, 3), (305, 2), (306, 2), (531, 3), (700, 1), (33432, 2), (40091, 1), (18246, 3), (50000, 9), (50001, 10), (50002, 12), (50003, 4), (1212, 2)],
             34665: [(33434, 5), (34855, 3), (36864, 7), (36867, 2), (37121, 7), (37380, 10), (37500, 7), (40960, 7), (40961, 3), (40962, 4), (41486, 5), (42034, 5)],
             34853: [(0, 1), (1, 2), (2, 5), (3, 2), (4, 5), (5, 1), (6, 5), (7, 5), (29, 2), (30, 3)],
             40965: [(1, 2), (2, 7)]}

    def directory(group, start):
        tags = sorted(dice.sample(usual[group], dice.randint(1, min(6, len(usual[group])))))
        inner = []
        if group is None:
            inner = [tag for tag in (34665, 34853) if dice.random() < 0.5]
        if group == 34665 and dice.random() < 0.4:
            inner = [40965]
        entries, behind = [], b""
        end = start + 2 + 12 * (len(tags) + len(inner)) + 4
        for tag, kind in tags:
            data = value(kind, group)
            count = len(data) // units[kind]
            if len(data) > 4:
                entries.append((tag, kind, count, struct.pack(order + "L", end + len(behind))))
                behind += data + bytes(len(data) & 1)
            else:
                entries.append((tag, kind, count, data.ljust(4, b"\0")))
        for tag in inner:
            place = end + len(behind)
            entries.append((tag, 4, 1, struct.pack(order + "L", place)))
            behind += directory(tag, place)
        out = struct.pack(order + "H", len(entries))
        for tag, kind, count, data in sorted(entries):
            out += struct.pack(order + "HHL", tag, kind, count) + data
        return out + struct.pack(order + "L", 0) + behind

    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "L", 8)
    whole = head + directory(None, 8)
    if dice.random() < 0.15:
        whole = whole[: dice.randint(9, len(whole))]
    return whole


XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description tiff:Orientation="%d"/></x:xmpmeta>'


def described(dice, name):
    return exif(dice, name) if dice.random() < 0.6 else None


def saved(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **{key: value for key, value in options.items() if value is not None})
    return out.getvalue()


def some_png(dice, name):
    about = described(dice, name)
    extra = chunk(b"eXIf", about) if about else b""
    if dice.random() < 0.2:
        extra += chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP % dice.randint(1, 8))
    return png(dice, name, extra)


def some_jpeg(dice, name):
    size = (dice.randint(1, 40), dice.randint(1, 40))
    mode = dice.choice(["RGB", "RGB", "RGB", "L", "CMYK"])
    about = described(dice, name)
    return saved(
        soft(name, size, mode),
        "JPEG",
        quality=dice.randint(5, 100),
        subsampling=dice.choice([0, 1, 2]) if mode == "RGB" else None,
        progressive=dice.random() < 0.4,
        optimize=dice.random() < 0.3,
        restart_marker_blocks=dice.choice([None, None, 2]),
        exif=about and b"Exif\0\0" + about,
        xmp=XMP % dice.randint(1, 8) if dice.random() < 0.2 else None,
        comment=b"drawn" if dice.random() < 0.2 else None,
        icc_profile=noise(name, 40) if dice.random() < 0.3 else None,
    )


def some_webp(dice, name):
    size = (dice.randint(1, 40), dice.randint(1, 40))
    image = soft(name, size, dice.choice(["RGB", "RGBA"]))
    moving = dice.random() < 0.15
    return saved(
        image,
        "WEBP",
        lossless=dice.random() < 0.4,
        quality=dice.randint(0, 100),
        exact=dice.random() < 0.5,
        exif=described(dice, name),
        xmp=XMP % 6 if dice.random() < 0.2 else None,
        icc_profile=noise(name, 40) if dice.random() < 0.3 else None,
        save_all=moving or None,
        append_images=[soft(name + "/2", size, image.mode)] if moving else None,
    )


def spoilt(dice, data):
    """Cut short, at times only by its last bytes."""
    return data[: -dice.choice([1, 2, 3, 9, len(data) // 3, len(data) // 2])] if len(data) > 30 else data


def read(name, data):
    case = {"operation": "read", "name": name, "file": base64.b64encode(data).decode()}
    try:
        image = Image.open(io.BytesIO(data))
        marks = image.getexif()
        case["marked"] = MARK in marks
        marks[MARK] = "overlay"
        about = marks.tobytes()[6:]
        rgb, rgba = image.convert("RGB"), image.convert("RGBA")
    except Exception as error:
        return {"operation": "read", "name": name, "file": case["file"], "refused": type(error).__name__}
    return {**case, "size": rgb.size, "rgb": digest(rgb.tobytes()), "rgba": digest(rgba.tobytes()), "exif": digest(about)}


def write(dice, name):
    size = [dice.randint(1, 60), dice.randint(1, 60)]
    format = dice.choice(["webp_lossy", "webp_lossless", "jpg"])
    quality = dice.choice([90, 90, 75, 100, dice.randint(1, 100)])
    source = exif(random.Random(name), name) if dice.random() < 0.3 else None
    comment = "drawn" if dice.random() < 0.3 else None
    image = Image.frombytes("RGB", size, noise(name, size[0] * size[1] * 3))
    marks = Image.Exif()
    try:
        if source:
            marks.load(source)
        marks[MARK] = "overlay"
        options = {"lossless": True} if format == "webp_lossless" else {"quality": quality}
        if comment:
            image.info["comment"] = comment.encode()
        out = saved(image, "JPEG" if format == "jpg" else "WEBP", exif=marks, **options)
    except Exception:
        return write(dice, name)
    about = source and base64.b64encode(source).decode()
    asked = {"size": size, "format": format, "quality": quality, "exif": about, "comment": comment}
    return {"operation": "write", "name": name, **asked, "sha256": digest(out)}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--seed", default="marquee")
    options.add_argument("--cases", type=int, default=16)
    options.add_argument("--files", nargs="*")
    given = options.parse_args()
    if PIL.__version__ != WANTED:
        sys.exit(f"This must be asked of Pillow {WANTED}, not {PIL.__version__}.")
    if given.files is not None:
        for path in given.files:
            with open(path, "rb") as file:
                print(json.dumps({**read(path, file.read()), "file": ""}))
        return
    for kind, make in (("png", some_png), ("jpeg", some_jpeg), ("webp", some_webp)):
        for number in range(given.cases):
            name = f"{given.seed}/{kind}/{number}"
            dice = random.Random(name)
            data = make(dice, name)
            if dice.random() < 0.2:
                data = spoilt(dice, data)
            print(json.dumps(read(name, data), separators=(",", ":")))
    for number in range(given.cases):
        name = f"{given.seed}/write/{number}"
        print(json.dumps(write(random.Random(name), name), separators=(",", ":")))


main()
