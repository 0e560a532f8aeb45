import type { ItemAccount, RenderJob, RenderOutput } from '@marquee/contracts';
import { canvasOf, type DecodedPoster, type DrawingInput, ImageProblem, type Rgb } from '@marquee/overlay';
import { comparePixels } from './compare-pixels.ts';
import type { KeptAssets, Material } from './kept-assets.ts';
import { type Drawn, type Encoded, StudioProblem } from './studio.ts';
import type { Tools } from './tools.ts';

type ImageOutput = Extract<RenderOutput, { kind: 'image' }>;
type Poster = Pick<DecodedPoster, 'rgb' | 'icc' | 'comment'> & { exif: Uint8Array | null };

const GREY = 0x40;
const contentTypes: Record<ImageOutput['format'], string> = {
  webp_lossy: 'image/webp',
  webp_lossless: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
};

/** One job, from the bytes that it names to the picture and its account. */
export async function drawJob(
  tools: Tools,
  kept: KeptAssets,
  job: RenderJob,
  material: Material,
): Promise<Drawn> {
  const { fonts, images } = job.assets;
  await kept.bring({ fonts: Object.values(fonts), pictures: Object.values(images) }, material);
  const input = inputOf(kept, job, job);
  if (job.output.kind === 'explain') {
    const account = await settled(tools, () => kept.engine.explain(input));
    return { account: withFaults(account, kept, job), image: null, compared: null };
  }
  const poster = await posterOf(tools, job, material);
  const { rgb, account } = await settled(tools, () => kept.engine.draw(poster.rgb, input));
  const told = withFaults(account, kept, job);
  if (job.before !== null)
    return { account: told, ...(await compare(tools, kept, job, { poster, rgb, job: job.output })) };
  if (told.outcome !== 'drawn') return { account: told, image: null, compared: null };
  return { account: told, image: await encode(tools, rgb, job.output, poster), compared: null };
}

/** A text engine may have to set a text first and be asked again; each round sets at least one. */
async function settled<T>({ settle }: Tools, draw: () => T): Promise<T> {
  for (;;) {
    try {
      return draw();
    } catch (error) {
      const setting = settle?.(error);
      if (setting === undefined) throw error;
      await setting;
    }
  }
}

function inputOf(
  kept: KeptAssets,
  { facts, sampled, layout, assets }: RenderJob,
  drawn: Pick<RenderJob, 'set' | 'matched' | 'assumed'>,
): DrawingInput {
  const usable = (hash: string | undefined) =>
    hash === undefined || kept.fault(hash) !== undefined ? undefined : hash;
  return {
    set: drawn.set,
    matched: new Set(drawn.matched),
    assumed: new Set(drawn.assumed),
    facts,
    sampled,
    layout,
    assets: {
      font: (reference) => usable(own(assets.fonts, reference ?? '')),
      image: ({ from, value }) => {
        const hash = usable(own(assets.images, `${from}:${value}`));
        return hash === undefined ? undefined : kept.picture(hash);
      },
    },
  };
}

/** A name is a person's: `__proto__` is a name as well. */
function own(record: Record<string, string>, name: string): string | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

async function posterOf({ codec }: Tools, { base, facts }: RenderJob, material: Material): Promise<Poster> {
  if (base === null) {
    const { width, height } = canvasOf(facts.level);
    const data = new Uint8Array(width * height * 3).fill(GREY);
    return { rgb: { width, height, data }, exif: null, icc: null, comment: null };
  }
  const bytes = (await material([base.blob])).get(base.blob) ?? null;
  if (bytes === null) throw new StudioProblem('render.material-gone', 'The poster is not there any more');
  return codec.decodePoster(bytes).catch((error: unknown) => {
    if (!(error instanceof ImageProblem)) throw error;
    throw new ImageProblem(error.code, `The poster cannot be read: ${error.message}`, { cause: error });
  });
}

async function compare(
  tools: Tools,
  kept: KeptAssets,
  job: RenderJob,
  after: { poster: Poster; rgb: Rgb; job: ImageOutput },
): Promise<Pick<Drawn, 'image' | 'compared'>> {
  if (job.before === null) return { image: null, compared: null };
  const { before } = job;
  const drawn = await settled(tools, () => kept.engine.draw(after.poster.rgb, inputOf(kept, job, before)));
  const { differing, picture } = comparePixels(drawn.rgb, after.rgb);
  const write = (rgb: Rgb) => encode(tools, rgb, after.job, after.poster);
  return {
    image: await write(after.rgb),
    compared: {
      differingPixels: differing,
      before: await write(drawn.rgb),
      difference: differing === 0 ? null : await write(picture),
    },
  };
}

/** At full size with all that Kometa writes into it; a thumbnail is ours. */
async function encode(
  { codec, pixels }: Tools,
  rgb: Rgb,
  output: ImageOutput,
  { exif, icc, comment }: Poster,
): Promise<Encoded> {
  const { width: wanted, format, quality } = output;
  const small = wanted !== null && wanted < rgb.width;
  const picture = small
    ? pixels.resizeRgb(rgb, wanted, Math.max(1, Math.round((rgb.height * wanted) / rgb.width)))
    : rgb;
  const bytes = await codec.encode(picture, { format, quality, exif: small ? null : exif, icc, comment });
  return { bytes, contentType: contentTypes[format], width: picture.width, height: picture.height };
}

/** The engine says that there is no such font or picture; we know that there is one which cannot be read. */
function withFaults(account: ItemAccount, kept: KeptAssets, { set, assets }: RenderJob): ItemAccount {
  const overlays = account.overlays.map((overlay) => {
    if (overlay.outcome.fate !== 'refused') return overlay;
    const definition = set.definitions.find(({ key }) => key === overlay.key);
    if (definition === undefined) return overlay;
    const { image, font, kind } = definition;
    const picture = image === null ? undefined : own(assets.images, `${image.from}:${image.value}`);
    const pictureFault = picture === undefined ? undefined : kept.fault(picture);
    if (pictureFault !== undefined)
      return {
        ...overlay,
        outcome: { fate: 'refused' as const, code: 'overlay.image-unreadable' },
        reason: `Its picture cannot be read: ${pictureFault}`,
      };
    const file = kind === 'text' ? own(assets.fonts, font ?? '') : undefined;
    const fontFault = file === undefined ? undefined : kept.fault(file);
    if (fontFault === undefined) return overlay;
    return {
      ...overlay,
      outcome: { fate: 'refused' as const, code: 'overlay.font-unreadable' },
      reason: `Its font cannot be read: ${fontFault}`,
    };
  });
  return { ...account, overlays };
}
