import type { OverlayImageRef } from '@marquee/contracts';
import type { ShelfFile } from './shelf.ts';

const DEFAULT_FONT = 'fonts/Roboto-Medium.ttf';

/** The font that Kometa would open; null is its default one. Only what is listed is ever found. */
export function findFont(reference: string | null, files: readonly ShelfFile[]): ShelfFile | undefined {
  const path = plainPath(reference ?? DEFAULT_FONT);
  if (path === undefined) return undefined;
  const fonts = files.filter(({ kind }) => kind === 'font');
  const inConfig = below('config/fonts/', path);
  if (inConfig !== undefined)
    return fonts.find(({ source, name }) => source === 'config' && name === inConfig);
  const bundled = below('fonts/', path) ?? path;
  return fonts.find(({ name }) => name === bundled);
}

/** The picture that Kometa would open. What lies at an address or in a repository is never fetched. */
export function findImage(
  { from, value }: OverlayImageRef,
  files: readonly ShelfFile[],
): ShelfFile | undefined {
  const path = plainPath(value);
  if (path === undefined) return undefined;
  const images = files.filter(({ kind }) => kind === 'image');
  const among = (sources: readonly ShelfFile['source'][], names: readonly string[]) => {
    for (const source of sources) {
      const found = images.find((file) => file.source === source && names.includes(file.name));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  switch (from) {
    case 'name':
      return among(['config', 'shipped'], [`${path}.png`]);
    case 'default':
      return among(['kometa', 'shipped'], [path, `${path}.png`]);
    case 'file': {
      const ofKometa = below('defaults/overlays/images/', path);
      if (ofKometa !== undefined) return among(['kometa'], [ofKometa]);
      const inConfig = below('config/overlays/', path) ?? below('overlays/', path);
      return inConfig === undefined ? undefined : among(['config', 'shipped'], [inConfig]);
    }
    case 'git':
    case 'repo':
    case 'url':
      return undefined;
  }
}

function below(folder: string, path: string): string | undefined {
  return path.startsWith(folder) ? path.slice(folder.length) : undefined;
}

/** Without the ways to write the same; undefined for what leads anywhere but into the folders that are listed. */
function plainPath(path: string): string | undefined {
  const plain = path
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .replace(/^\/config\//, 'config/');
  const outside = plain.startsWith('/') || plain.includes('\0') || plain.split('/').includes('..');
  return outside ? undefined : plain;
}
