"""What Kometa's drawing comes to, said again with Pillow itself: the judge of our own golden cases and of the benchmark.

Written from the measured rules, for one item whose overlays are all drawn. Groups, queues and variables are decided
elsewhere; an overlay here has the attributes of Kometa's `overlay` object and says its text plainly.
"""

import re
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFilter, ImageFont

LAYOUTS = {"basic": ImageFont.Layout.BASIC, "raqm": ImageFont.Layout.RAQM}


def colour(spec, name):
    return ImageColor.getcolor(spec[name], "RGBA") if spec.get(name) else None


def pixels(value, canvas):
    if isinstance(value, str) and value.endswith("%"):
        return int(canvas * 0.01 * int(value[:-1]))
    return int(value)


def coordinate(value, align, canvas, size):
    offset = pixels(value, canvas)
    if align in ("right", "bottom"):
        return canvas - size - offset
    if align == "center":
        return int(canvas / 2) - int(size / 2) + offset
    return offset


class Overlay:
    """Opened once, drawn on many posters."""

    def __init__(self, spec, fonts, images, layout):
        self.spec = spec
        self.name = spec["name"]
        text = re.fullmatch(r"text\((.+)\)", self.name)
        blur = re.fullmatch(r"blur\((\d+)\)", self.name)
        self.text = text.group(1) if text else None
        self.blur = int(blur.group(1)) if blur else None
        self.image = None
        if not blur and self.name != "backdrop" and (not text or spec.get("file")):
            name = spec.get("file") or self.name
            self.image = scaled(Image.open(Path(images) / f"{Path(name).stem}.png").convert("RGBA"), spec)
        if text:
            file = Path(fonts) / Path(spec.get("font", "Roboto-Medium.ttf")).name
            self.font = ImageFont.truetype(str(file), spec.get("font_size", 36), layout_engine=LAYOUTS[layout])

    def sizes(self, canvas):
        """Of the text, of all inside the back box, and of the box itself."""
        spec = self.spec
        words = (0, 0)
        if self.text is not None:
            probe = ImageDraw.Draw(Image.new("RGBA", (0, 0)))
            words = probe.textbbox((0, 0), self.text, font=self.font, anchor="lt")[2:]
        if self.name == "backdrop":
            inner = (spec.get("back_width", canvas[0]), spec.get("back_height", canvas[1]))
        elif self.text is None:
            inner = self.image.size
        elif self.image is None:
            inner = words
        elif spec.get("addon_position", "left") in ("left", "right"):
            inner = (words[0] + self.image.width + spec.get("addon_offset", 0), max(words[1], self.image.height))
        else:
            inner = (max(words[0], self.image.width), words[1] + self.image.height + spec.get("addon_offset", 0))
        return words, inner, (spec.get("back_width", inner[0]), spec.get("back_height", inner[1]))

    def place(self, canvas):
        """The corner of the box, of the text or picture, and of the addon."""
        spec = self.spec
        words, inner, outer = self.sizes(canvas)
        x = coordinate(spec.get("horizontal_offset", 0), spec.get("horizontal_align"), canvas[0], outer[0])
        y = coordinate(spec.get("vertical_offset", 0), spec.get("vertical_align"), canvas[1], outer[1])
        main_x, main_y = x, y
        align = spec.get("back_align", "center")
        if "back_width" in spec or "back_height" in spec:
            main_x += 0 if align == "left" else (outer[0] - inner[0]) // (1 if align == "right" else 2)
            main_y += 0 if align == "top" else (outer[1] - inner[1]) // (1 if align == "bottom" else 2)
        addon = None
        if self.text is not None and self.image is not None:
            addon = [main_x, main_y]
            place, gap = spec.get("addon_position", "left"), spec.get("addon_offset", 0)
            if place in ("left", "right"):
                if place == "left":
                    main_x += self.image.width + gap
                else:
                    addon[0] += words[0] + gap
                half = (self.image.height - words[1]) / 2
                main_y, addon[1] = (main_y + half, addon[1]) if half > 0 else (main_y, addon[1] - half)
            else:
                if place == "top":
                    main_y += self.image.height + gap
                else:
                    addon[1] += words[1] + gap
                half = (self.image.width - words[0]) / 2
                main_x, addon[0] = (main_x + half, addon[0]) if half > 0 else (main_x, addon[0] - half)
        corner = (x, y, outer)
        return corner, (int(main_x), int(main_y)), addon and (int(addon[0]), int(addon[1]))

    def draw(self, poster, canvas):
        spec = self.spec
        if self.image is not None and self.text is None and "horizontal_offset" not in spec:
            poster = poster.resize(self.image.size, Image.LANCZOS)
            poster.paste(self.image, (0, 0), self.image)
            return poster.resize(canvas, Image.LANCZOS)
        (x, y, outer), main, addon = self.place(canvas)
        back, line = colour(spec, "back_color"), colour(spec, "back_line_color")
        if self.text is not None or back or line:
            layer = Image.new("RGBA", canvas, (255, 255, 255, 0))
            drawing = ImageDraw.Draw(layer)
            pad = spec.get("back_padding", 0)
            box = (x - pad, y - pad, x + outer[0] + pad, y + outer[1] + pad)
            look = {"fill": back, "outline": line, "width": spec.get("back_line_width", 1)}
            if (back or line) and spec.get("back_radius"):
                drawing.rounded_rectangle(box, radius=spec["back_radius"], **look)
            elif back or line:
                drawing.rectangle(box, **look)
            if self.text is not None:
                drawing.text(
                    main,
                    self.text,
                    font=self.font,
                    fill=colour(spec, "font_color"),
                    stroke_fill=colour(spec, "stroke_color"),
                    stroke_width=spec.get("stroke_width", 0),
                    anchor="lt",
                )
            poster.paste(layer, (0, 0), layer)
        if self.image is not None:
            poster.paste(self.image, addon or main, self.image)
        return poster


def scaled(image, spec):
    def side(base, wanted):
        return None if wanted is None else pixels(wanted, base) if not isinstance(wanted, str) else int(base * int(wanted[:-1]) / 100)

    width, height = side(image.width, spec.get("scale_width")), side(image.height, spec.get("scale_height"))
    if width is None and height is None:
        return image
    size = (width or int(image.width * height / image.height), height or int(image.height * width / image.width))
    return image.resize(size, Image.LANCZOS)


def draw_poster(source, overlays, canvas):
    """The blur first, then overlay after overlay."""
    poster = source.convert("RGB").resize(canvas, Image.LANCZOS)
    blur = max((overlay.blur for overlay in overlays if overlay.blur), default=0)
    if blur:
        poster = poster.filter(ImageFilter.GaussianBlur(blur))
    for overlay in overlays:
        if overlay.blur is None:
            poster = overlay.draw(poster, canvas)
    return poster
