import { type FontFace, problem, renderRoutes } from '@marquee/contracts';
import type { FontNames } from '@marquee/overlay';
import type { Logger } from '@marquee/service-kit';
import { type Blobs, BoundedMap, bytes, isNotModified, type ServiceApp } from '@marquee/service-kit';
import { asProblem } from '../studio/as-problem.ts';
import { type Studio, StudioProblem } from '../studio/studio.ts';
import { assetEtag, assetIdOf, firstOfEach } from './asset-id.ts';
import type { AssetLibrary } from './asset-library.ts';
import type { ShelfFile } from './shelf.ts';

const MOST_KNOWN = 5_000;
const KNOWN_FOR_MS = 24 * 3_600_000;
const AT_ONCE = 8;
const ASK_AGAIN = 'private, no-cache';

export interface FontPorts {
  assets: AssetLibrary;
  blobs: Pick<Blobs, 'get'>;
  studio: Studio;
  log: Logger;
  now: () => number;
}

export function serveFonts({ serve }: ServiceApp, ports: FontPorts): void {
  const names = createFontNames(ports);

  serve(renderRoutes.fonts, async () => {
    const files = await fontsOf(ports.assets);
    const faces: FontFace[] = [];
    for (let at = 0; at < files.length; at += AT_ONCE) {
      const some = await Promise.all(files.slice(at, at + AT_ONCE).map((file) => faceOf(file, names)));
      faces.push(...some.filter((face) => face !== undefined));
    }
    return faces;
  });

  serve(renderRoutes.fontFile, async ({ params: { fontId }, request }) => {
    const file = await findFont(ports.assets, fontId);
    const about = { contentType: 'application/octet-stream', etag: assetEtag(file), cacheControl: ASK_AGAIN };
    if (isNotModified(request.headers['if-none-match'], about.etag)) return bytes(new Uint8Array(), about);
    return bytes(await bytesOf(ports, file), about);
  });

  serve(renderRoutes.fontSpecimen, async ({ params: { fontId }, query: { text }, request }) => {
    const file = await findFont(ports.assets, fontId);
    const about = { contentType: 'image/png', etag: assetEtag(file, text), cacheControl: ASK_AGAIN };
    if (isNotModified(request.headers['if-none-match'], about.etag)) return bytes(new Uint8Array(), about);
    const font = await bytesOf(ports, file);
    const drawn = await ports.studio
      .run({ kind: 'specimen', font, text }, { haste: 'urgent' })
      .catch(asProblem);
    return bytes(drawn.bytes, about);
  });
}

type NamesOf = (file: ShelfFile) => Promise<FontNames | undefined>;

/** What a font calls itself; a file is read once for each version of it. */
function createFontNames(ports: FontPorts): NamesOf {
  const known = new BoundedMap<FontNames | 'unreadable'>(MOST_KNOWN, ports.now);
  return async (file) => {
    const etag = assetEtag(file);
    const found = known.get(etag) ?? (await read(file));
    known.set(etag, found, KNOWN_FOR_MS);
    return found === 'unreadable' ? undefined : found;
  };

  async function read(file: ShelfFile): Promise<FontNames | 'unreadable'> {
    try {
      return await ports.studio.run({ kind: 'names', font: await bytesOf(ports, file) }, { haste: 'urgent' });
    } catch (error) {
      if (!(error instanceof StudioProblem) || error.mayPass) throw error;
      ports.log.warn({ err: error, font: file.name, source: file.source }, 'A font cannot be read');
      return 'unreadable';
    }
  }
}

async function faceOf(file: ShelfFile, names: NamesOf): Promise<FontFace | undefined> {
  const found = await names(file);
  if (found === undefined) return undefined;
  const { family, style, variations } = found;
  const { source, version } = file;
  return { id: assetIdOf(file), reference: fontReference(file), family, style, source, variations, version };
}

const fontReference = ({ source, name }: ShelfFile): string =>
  source === 'config' ? `config/fonts/${name}` : `fonts/${name}`;

async function fontsOf(assets: AssetLibrary): Promise<ShelfFile[]> {
  const fonts = (await assets.files()).filter(({ kind }) => kind === 'font');
  return firstOfEach(fonts, fontReference);
}

async function findFont(assets: AssetLibrary, id: string): Promise<ShelfFile> {
  const file = (await fontsOf(assets)).find((one) => assetIdOf(one) === id);
  if (file === undefined) throw problem('font.not-found');
  return file;
}

async function bytesOf(
  { assets, blobs }: Pick<FontPorts, 'assets' | 'blobs'>,
  file: ShelfFile,
): Promise<Uint8Array> {
  const hash = await assets.hashOf(file);
  const found = hash === undefined ? undefined : (await blobs.get(hash))?.bytes;
  if (found === undefined) throw problem('font.not-found');
  return found;
}
