import type { FontFace, OverlayImage, OverlayImageRef, OverlayItem, OverlaySet } from '@marquee/contracts';

/** Where fonts, pictures and posters come from. */
export interface EngineSources {
  fonts(): Promise<readonly FontFace[]>;
  images(): Promise<readonly OverlayImage[]>;
  font(face: FontFace): Promise<ArrayBuffer>;
  image(image: OverlayImage): Promise<ArrayBuffer>;
  /** Packed RGB rows of the whole canvas. */
  base(item: OverlayItem): Promise<ArrayBuffer>;
}

const DEFAULT_FONT = 'fonts/Roboto-Medium.ttf';
const CONFIG_FONTS = 'config/fonts/';

/** The face that a definition's `font` means, as the renderer finds it. */
export function faceFor(faces: readonly FontFace[], reference: string | null): FontFace | undefined {
  const path = plainPath(reference ?? DEFAULT_FONT);
  if (path.startsWith(CONFIG_FONTS)) return faces.find((face) => face.reference === path);
  const wanted = below('fonts/', path) ?? path;
  return faces.find(
    ({ reference: listed }) => (below(CONFIG_FONTS, listed) ?? below('fonts/', listed)) === wanted,
  );
}

/** The picture that a definition names, as the renderer finds it. What lies elsewhere is never fetched. */
export function pictureFor(
  pictures: readonly OverlayImage[],
  { from, value }: OverlayImageRef,
): OverlayImage | undefined {
  const path = plainPath(value);
  const among = (sources: readonly OverlayImage['source'][], name: string) =>
    sources
      .map((source) => pictures.find((one) => one.source === source && one.reference.value === name))
      .find((found) => found !== undefined);
  switch (from) {
    case 'name':
      return among(['config', 'shipped'], path);
    case 'default':
      return among(['kometa', 'shipped'], path.replace(/\.png$/i, ''));
    case 'file': {
      const name = path.replace(/\.png$/i, '');
      const ofKometa = below('defaults/overlays/images/', name);
      if (ofKometa !== undefined) return among(['kometa'], ofKometa);
      const inConfig = below('config/overlays/', name) ?? below('overlays/', name);
      return inConfig === undefined ? undefined : among(['config', 'shipped'], inConfig);
    }
    case 'git':
    case 'repo':
    case 'url':
      return undefined;
  }
}

/** What must be there before these definitions can be drawn. */
export function neededBy(set: OverlaySet, matched: ReadonlySet<string>) {
  const fonts = new Set<string | null>();
  const images = new Map<string, OverlayImageRef>();
  for (const { key, kind, font, image } of set.definitions) {
    if (!matched.has(key)) continue;
    if (kind === 'text') fonts.add(font);
    if (image !== null) images.set(`${image.from}:${image.value}`, image);
  }
  return { fonts, images };
}

function below(folder: string, path: string): string | undefined {
  return path.startsWith(folder) ? path.slice(folder.length) : undefined;
}

/** Without the ways to write the same. */
function plainPath(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .replace(/^\/config\//, 'config/');
}
