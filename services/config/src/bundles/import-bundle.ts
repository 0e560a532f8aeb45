import { type MissingSecret, Problem, problem } from '@marquee/contracts';
import { checkNewPath, checkNewPicture } from '../files/config-path.ts';
import { isTextKind, kindOfFile } from '../files/file-kind.ts';
import { textOf } from '../files/file-text.ts';
import { hiddenText, revealedWhereKnown } from '../files/hidden-text.ts';
import { checkedBytes, type Deed, type SavePorts } from '../files/save-file.ts';
import { versionView } from '../history/view-version.ts';
import { type Packed, readZip, type ZipLimits } from './zip.ts';

const LIMITS: ZipLimits = { entries: 5_000, bytes: 200_000_000, entryBytes: 50_000_000, ratio: 100 };

/** All of an archive as one version. Nothing is removed, and no picture or font is written over. */
export async function importBundle(
  ports: SavePorts,
  { archive, by, author, message = '' }: Deed & { archive: Buffer },
) {
  const packed = await readZip(archive, LIMITS);
  return await ports.turns.alone(async () => {
    // Nothing is written over that the history does not have.
    await ports.outside.noteAllAlone();
    const written: { path: string; blob: string }[] = [];
    const missingSecrets: MissingSecret[] = [];
    const notImported: { path: string; message: string }[] = [];
    let pictures = 0;
    for (const file of packed) {
      try {
        if (!isTextKind(kindOfFile(file.path))) pictures += await addPicture(ports, file);
        else {
          const { blob, missing } = await writeText(ports, file);
          if (blob !== undefined) written.push({ path: file.path, blob });
          missingSecrets.push(...missing);
        }
      } catch (cause) {
        if (!(cause instanceof Problem)) throw cause;
        notImported.push({ path: file.path, message: cause.details[0]?.message ?? cause.message });
      }
    }
    const version = await ports.history.record(written, {
      ...{ by, author, message: message || 'Bring in a bundle', origin: 'save', at: ports.clock() },
    });
    if (version !== undefined) await ports.announce({ by, version });
    return {
      version: version === undefined ? null : versionView(version),
      ...{ pictures, missingSecrets, notImported },
    };
  });
}

/** No blob when the file is there with this text already. */
async function writeText(
  { folder, history }: SavePorts,
  { path, bytes: packed }: Packed,
): Promise<{ blob?: string; missing: MissingSecret[] }> {
  const isThere = (await folder.look(path)) !== undefined;
  if (!isThere) checkName(checkNewPath(path));
  const content = textOf(packed);
  if (content === undefined) throw problem('config.not-text');
  const before = isThere ? (await folder.read(path)).bytes : Buffer.alloc(0);
  const { text, missing } = revealedWhereKnown(path, content, textOf(before) ?? '');
  const bytes = checkedBytes(text);
  if (isThere && bytes.equals(before)) return { missing: [] };
  const blob = await history.keep(hiddenText(path, text));
  await (isThere ? folder.replace(path, bytes) : folder.create(path, bytes));
  return { blob, missing: missing.map((one) => ({ path, ...one })) };
}

/** How many were added: none when it is there already. */
async function addPicture({ folder }: SavePorts, { path, bytes }: Packed): Promise<0 | 1> {
  if ((await folder.look(path)) === undefined) {
    checkName(checkNewPicture(path));
    await folder.create(path, bytes);
    return 1;
  }
  const present = await folder.read(path, LIMITS.entryBytes);
  if (present.bytes.equals(bytes)) return 0;
  throw problem('config.file-exists', {
    details: [{ message: 'Another file of this name is there; pictures and fonts are not written over.' }],
  });
}

function checkName(verdict: ReturnType<typeof checkNewPath>): void {
  if (!verdict.ok) throw problem('config.name-refused', { details: [{ message: verdict.reason }] });
}
