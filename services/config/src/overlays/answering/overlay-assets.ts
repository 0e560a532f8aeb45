import { Problem, RENDER_LIMITS } from '@marquee/contracts';
import type { Blobs } from '@marquee/service-kit';
import type { ConfigFolder, FolderEntry } from '../../files/config-folder.ts';

const MOST_IMAGE_BYTES = 20_000_000;

interface Asset {
  name: string;
  sizeBytes: number;
  version: string;
}

/** Pictures and fonts of the config folder, by listing; a name that is not in it opens nothing. */
export async function overlayAssets(
  { folder, blobs }: { folder: ConfigFolder; blobs: Blobs },
  wanted: readonly string[],
): Promise<{ images: Asset[]; fonts: Asset[]; put: Record<string, string> }> {
  const entries = (await folder.list()).entries.filter(({ link }) => !link);
  const images = entries.filter(
    ({ path, sizeBytes }) => /\.png$/i.test(path) && sizeBytes <= MOST_IMAGE_BYTES,
  );
  const fonts = entries.filter(
    ({ path, sizeBytes }) => /^fonts\/.*\.(ttf|otf)$/i.test(path) && sizeBytes <= RENDER_LIMITS.fontBytes,
  );
  const put: [string, string][] = [];
  for (const { path, sizeBytes } of [...images, ...fonts]) {
    if (!wanted.includes(path)) continue;
    const hash = await putAmongBlobs({ folder, blobs }, path, Math.max(sizeBytes, MOST_IMAGE_BYTES));
    if (hash !== undefined) put.push([path, hash]);
  }
  return { images: images.map(assetOf), fonts: fonts.map(assetOf), put: Object.fromEntries(put) };
}

function assetOf({ path, sizeBytes, modifiedAt }: FolderEntry): Asset {
  return { name: path, sizeBytes, version: `${sizeBytes.toString(36)}-${modifiedAt.getTime().toString(36)}` };
}

async function putAmongBlobs(
  { folder, blobs }: { folder: ConfigFolder; blobs: Blobs },
  path: string,
  mostBytes: number,
): Promise<string | undefined> {
  try {
    const { bytes } = await folder.read(path, mostBytes);
    return (await blobs.put(bytes, path.toLowerCase().endsWith('.png') ? 'image/png' : 'font/sfnt')).hash;
  } catch (cause) {
    // Gone, or swapped for a link since the listing: it is as if it had not been asked for.
    if (cause instanceof Problem && cause.code.startsWith('config.')) return undefined;
    throw cause;
  }
}
