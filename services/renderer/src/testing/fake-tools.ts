import type { ItemAccount, OverlayAccount } from '@marquee/contracts';
import {
  type DrawingInput,
  type Engine,
  FontProblem,
  ImageProblem,
  type Pixels,
  type Rgb,
  type TextEngine,
} from '@marquee/overlay';
import type { Tools } from '../studio/tools.ts';

const CANVAS = { width: 10, height: 15 };

/** Draws one pixel for each overlay and says what it had at hand, so that tests can see it in the picture. */
function fakeEngine(): Engine {
  const account = (input: DrawingInput): ItemAccount => ({
    canvas: CANVAS,
    outcome: input.matched.size === 0 ? 'nothing' : 'drawn',
    failure: null,
    applied: [...input.matched],
    overlays: input.set.definitions.map((definition, place): OverlayAccount => {
      const { key, kind, font, image } = definition;
      const lacking =
        (kind === 'text' && input.assets.font(font) === undefined && 'overlay.font-missing') ||
        (image !== null && input.assets.image(image) === undefined && 'overlay.image-missing');
      const outcome: OverlayAccount['outcome'] = lacking
        ? { fate: 'refused', code: lacking }
        : input.matched.has(key)
          ? { fate: 'drawn', slot: null }
          : { fate: 'not-matched' };
      const box =
        outcome.fate === 'drawn'
          ? { x: definition.horizontalOffset?.value ?? place, y: 0, width: 2, height: 2 }
          : null;
      return {
        ...{ key, outcome, reason: outcome.fate, text: null, box, content: box, back: null, addon: null },
        assumed: input.assumed.has(key),
        sampled: [],
      };
    }),
    approximate: false,
  });
  return {
    draw(base, input) {
      const told = account(input);
      const data = new Uint8Array(CANVAS.width * CANVAS.height * 3).fill(base.data[0] ?? 0);
      const drawn = told.overlays.filter(({ outcome }) => outcome.fate === 'drawn');
      for (const { box } of drawn) data[(box?.x ?? 0) * 3] = 255;
      return { rgb: { ...CANVAS, data }, account: told };
    },
    explain: account,
    openStage: () => {
      throw new Error('Nobody drags here');
    },
  };
}

function fakeText(): TextEngine {
  const fonts = new Set<string>();
  return {
    exact: true,
    addFont(font, bytes) {
      const words = Buffer.from(bytes).toString();
      if (!words.startsWith('font:')) throw new FontProblem('font.unreadable', 'It is no font');
      fonts.add(font);
      return { family: words.slice(5), style: 'Regular', variations: [] };
    },
    hasFont: (font) => fonts.has(font),
    measure: () => ({ left: 0, top: 0, right: 4, bottom: 2 }),
    mask: () => ({ left: 0, top: 0, width: 4, height: 2, data: new Uint8Array(8).fill(255) }),
  };
}

const cut = <T extends Rgb>(source: T, width: number, height: number): T => ({
  ...source,
  width,
  height,
  data: new Uint8Array(
    (width * height * source.data.length) / Math.max(1, source.width * source.height),
  ).fill(source.data[0] ?? 0),
});

const pixels: Pixels = {
  kind: 'plain',
  resizeRgb: cut,
  resizeRgba: cut,
  blurRgb: (source) => source,
  paste: () => undefined,
};

/** Words instead of pictures: `poster:7` is a grey one. */
export function fakeTools(): Tools {
  const read = (bytes: Uint8Array, channels: number) => {
    const words = Buffer.from(bytes)
      .toString('latin1')
      .replace(/^\x89PNG/, '');
    const colour = /^(?:poster|picture):(\d+)/.exec(words)?.[1];
    if (colour === undefined) throw new ImageProblem('image.unreadable', 'It is no picture');
    return { width: 2, height: 3, data: new Uint8Array(6 * channels).fill(Number(colour)) };
  };
  return {
    pixels,
    codec: {
      decodePoster: async (bytes) => ({
        rgb: read(bytes, 3),
        format: 'jpeg',
        exif: new Uint8Array(),
        icc: null,
        comment: null,
        alreadyOverlaid: false,
      }),
      decodePicture: async (bytes) => read(bytes, 4),
      encode: async ({ width, height, data }, { format }) =>
        Buffer.from(`${format} ${width}x${height} ${Buffer.from(data).toString('hex')}`),
    },
    open: () => ({ engine: fakeEngine(), text: fakeText() }),
    sheet: async (pictures, width) => ({
      bytes: Buffer.from(`sheet of ${pictures.length} at ${width}`),
      width,
      height: 1,
    }),
  };
}
