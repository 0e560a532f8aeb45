import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Problem, problem } from '@marquee/contracts';
import { type Entry, fromBuffer, type ZipFile as ReadZip } from 'yauzl';
import { ZipFile } from 'yazl';

export interface ZipLimits {
  entries: number;
  /** Unpacked, all together. */
  bytes: number;
  entryBytes: number;
  /** How many times larger than packed an entry of more than a megabyte may be. */
  ratio: number;
}

export interface Packed {
  path: string;
  bytes: Buffer;
}

const RATIO_FROM = 1_000_000;
const KIND = 0o170000;
const LINK = 0o120000;

/** Reads one file after the other, when the one before it is packed. */
export function writeZip(
  files: readonly { path: string; modifiedAt: Date; read(): Promise<Uint8Array> }[],
): Readable {
  const zip = new ZipFile();
  const out = Readable.from(zip.outputStream);
  zip.on('error', (error) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  for (const { path, modifiedAt, read } of files) {
    zip.addReadStreamLazy(path, { mtime: modifiedAt }, (give) => {
      read().then(
        (bytes) => give(null, Readable.from([Buffer.from(bytes)])),
        (error: unknown) => give(error, Readable.from([])),
      );
    });
  }
  zip.end();
  return out;
}

/**
 * What is packed, held to the limits before and while it is unpacked: sizes that an archive tells of itself are
 * compared with what comes out.
 */
export async function readZip(archive: Buffer, limits: ZipLimits): Promise<Packed[]> {
  const zip = await new Promise<ReadZip>((resolve, reject) => {
    // The reader refuses absolute names, backslashes and `..` by itself; the path function looks at the rest.
    fromBuffer(archive, { lazyEntries: true, strictFileNames: true }, (error, opened) => {
      if (opened) resolve(opened);
      else reject(refused(error instanceof Error ? error.message : 'It is no zip archive.'));
    });
  });
  const entries = await entriesOf(zip, limits);
  const packed: Packed[] = [];
  for (const entry of entries) packed.push({ path: entry.fileName, bytes: await unpack(zip, entry) });
  return packed;
}

function entriesOf(zip: ReadZip, limits: ZipLimits): Promise<Entry[]> {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  return new Promise((resolve, reject) => {
    zip.on('error', (error: Error) => reject(refused(error.message)));
    zip.on('end', () => resolve([...entries.values()]));
    zip.on('entry', (entry: Entry) => {
      bytes += entry.uncompressedSize;
      const reason = reasonAgainst(entry, limits);
      if (reason !== undefined) reject(refused(`${entry.fileName} ${reason}.`));
      else if (bytes > limits.bytes) reject(refused(`It unpacks to more than ${limits.bytes} bytes.`));
      else if (entries.size >= limits.entries) reject(refused(`It holds more than ${limits.entries} files.`));
      else if (entries.has(entry.fileName)) reject(refused(`${entry.fileName} is in it twice.`));
      else {
        if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
        zip.readEntry();
      }
    });
    zip.readEntry();
  });
}

function reasonAgainst(entry: Entry, { entryBytes, ratio }: ZipLimits): string | undefined {
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (((entry.externalFileAttributes >>> 16) & KIND) === LINK) return 'is a link';
  if (entry.isEncrypted()) return 'is encrypted';
  if (size > entryBytes) return `has more than ${entryBytes} bytes`;
  if (size > RATIO_FROM && size > packed * ratio) return 'unpacks to far more than it should';
  return undefined;
}

function unpack(zip: ReadZip, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const refuse = (error: unknown) =>
      reject(refused(`${entry.fileName}: ${error instanceof Error ? error.message : String(error)}`));
    zip.openReadStream(entry, (error, stream) => {
      if (stream) buffer(stream).then(resolve, refuse);
      else refuse(error);
    });
  });
}

function refused(message: string): Problem {
  return problem('config.bundle-refused', {
    details: [{ message, fix: 'Pack the config folder anew, or take the file away.' }],
  });
}
