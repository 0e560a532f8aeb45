import type { OverlayDefinition, OverlayOffset, OverlaySlot } from '@marquee/contracts';
import type { TextBox } from '../text/text-engine.ts';
import type { Canvas } from './canvas.ts';

interface Size {
  width: number;
  height: number;
}
interface Point {
  x: number;
  y: number;
}

export interface Placed {
  /** Upper left corner of what is aligned: the back box without its padding, or the content. */
  start: Point;
  /** Corners of the back box, both inclusive; null when none is drawn. */
  back: [number, number, number, number] | null;
  /** Where the text is drawn, or the picture pasted. */
  content: Point & Size;
  /** Where the addon is pasted. */
  addon: (Point & Size) | null;
}

/** A queue's slot in percent: Kometa cannot read it and fails the item. */
export class SlotPercentError extends Error {}

/** Text wins width from where it is drawn to its right end: a letter that hangs out at the left does not count. */
export function textSize({ right, bottom }: TextBox): Size {
  return { width: right, height: bottom };
}

export function hasBack({ backColor, backLineColor }: OverlayDefinition): boolean {
  return backColor !== null || backLineColor !== null;
}

/** Has offsets of its own: a picture without any is stretched over the poster. */
export function isPlaced(definition: OverlayDefinition): boolean {
  return definition.horizontalOffset !== null && definition.verticalOffset !== null;
}

/** Where everything of an overlay lies, in Kometa's own arithmetic. */
export function place(
  definition: OverlayDefinition,
  canvas: Canvas,
  slot: OverlaySlot | null,
  sizes: { text: Size | null; image: Size | null },
): Placed {
  const inner = innerSize(definition, sizes, canvas);
  const outer = {
    width: definition.backWidth ?? inner.width,
    height: definition.backHeight ?? inner.height,
  };
  const start = {
    x: coordinate(axis(definition, slot, 'horizontal'), canvas.width, outer.width),
    y: coordinate(axis(definition, slot, 'vertical'), canvas.height, outer.height),
  };
  const main = withinBack(definition, start, outer, inner);
  return {
    start,
    back: hasBack(definition) ? backBox(start, outer, definition.backPadding) : null,
    ...placeParts(definition, main, inner, sizes),
  };
}

function innerSize(
  { kind, addonPosition, addonOffset, backWidth, backHeight }: OverlayDefinition,
  { text, image }: { text: Size | null; image: Size | null },
  canvas: Canvas,
): Size {
  if (kind === 'backdrop') return { width: backWidth ?? canvas.width, height: backHeight ?? canvas.height };
  if (text === null || image === null) return text ?? image ?? { width: 0, height: 0 };
  return addonPosition === 'left' || addonPosition === 'right'
    ? { width: text.width + image.width + addonOffset, height: Math.max(text.height, image.height) }
    : { width: Math.max(text.width, image.width), height: text.height + image.height + addonOffset };
}

interface Axis {
  offset: OverlayOffset;
  align: string | null;
}

function axis(
  definition: OverlayDefinition,
  slot: OverlaySlot | null,
  which: 'horizontal' | 'vertical',
): Axis {
  const own = definition[`${which}Offset`];
  const fromSlot = slot?.[`${which}Offset`];
  if (own === null && fromSlot?.percent === true)
    throw new SlotPercentError(`The queue’s ${which}_offset of ${fromSlot.value}% cannot be read by Kometa`);
  return {
    offset: own ?? fromSlot ?? { value: 0, percent: false },
    align: definition[`${which}Align`] ?? slot?.[`${which}Align`] ?? null,
  };
}

function coordinate({ offset, align }: Axis, canvas: number, size: number): number {
  const value = offset.percent ? Math.trunc(canvas * 0.01 * offset.value) : offset.value;
  if (align === 'right' || align === 'bottom') return canvas - size - value;
  return align === 'center' ? Math.trunc(canvas / 2) - Math.trunc(size / 2) + value : value;
}

function backBox(
  { x, y }: Point,
  { width, height }: Size,
  padding: number,
): [number, number, number, number] {
  return [x - padding, y - padding, x + width + padding, y + height + padding];
}

/** `left` centres up and down, `top` centres left and right; halves are floored, also below zero. */
function withinBack(definition: OverlayDefinition, start: Point, outer: Size, inner: Size): Point {
  const { backWidth, backHeight, backAlign } = definition;
  if (backWidth === null && backHeight === null) return start;
  const across = Math.floor((outer.width - inner.width) / (backAlign === 'right' ? 1 : 2));
  const down = Math.floor((outer.height - inner.height) / (backAlign === 'bottom' ? 1 : 2));
  return {
    x: start.x + (backAlign === 'left' ? 0 : across),
    y: start.y + (backAlign === 'top' ? 0 : down),
  };
}

function placeParts(
  { addonPosition, addonOffset }: OverlayDefinition,
  main: Point,
  inner: Size,
  { text, image }: { text: Size | null; image: Size | null },
): Pick<Placed, 'content' | 'addon'> {
  if (text === null || image === null)
    return { content: { ...whole(main), ...(text ?? image ?? inner) }, addon: null };
  const content = { ...main };
  const addon = { ...main };
  if (addonPosition === 'left' || addonPosition === 'right') {
    if (addonPosition === 'left') content.x += image.width + addonOffset;
    else addon.x += text.width + addonOffset;
    if (text.height < image.height) content.y += (image.height - text.height) / 2;
    else addon.y += (text.height - image.height) / 2;
  } else {
    if (addonPosition === 'top') content.y += image.height + addonOffset;
    else addon.y += text.height + addonOffset;
    if (text.width < image.width) content.x += (image.width - text.width) / 2;
    else addon.x += (text.width - image.width) / 2;
  }
  return { content: { ...whole(content), ...text }, addon: { ...whole(addon), ...image } };
}

function whole({ x, y }: Point): Point {
  return { x: Math.trunc(x), y: Math.trunc(y) };
}
