import { type MissingSecret, Problem, problem } from '@marquee/contracts';
import { checkNewPath, checkNewPicture } from '../files/config-path.ts';
import { isTextKind, kindOfFile } from '../files/file-kind.ts';
import { textOf } from '../files/file-text.ts';
import { revealedWhereKnown } from '../files/hidden-text.ts';
import { checkedBytes, type Deed, type SavePorts } from '../files/save-file.ts';
import { type FileWrite, writeFiles } from '../files/write-files.ts';
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
    const writes: FileWrite[] = [];
    const missingSecrets: MissingSecret[] = [];
    const notImported: { path: string; message: string }[] = [];
    const passOver = (path: string, { details: [detail], message: why }: Problem) =>
      notImported.push({ path, message: detail?.message ?? why });
    for (const file of packed) {
      try {
        const { write, missing } = await planned(ports, file);
        if (write !== null) writes.push(write);
        missingSecrets.push(...missing);
      } catch (cause) {
        if (!(cause instanceof Problem)) throw cause;
        passOver(file.path, cause);
      }
    }
    const deed = { by, author, message: message || 'Bring in a bundle' };
    const version = await writeFiles(ports, writes, { ...deed, origin: 'save', passOver });
    const refused = new Set(notImported.map(({ path }) => path));
    const laid = writes.filter(({ path }) => !isTextKind(kindOfFile(path)) && !refused.has(path));
    return {
      version: version === undefined ? null : versionView(version),
      ...{ pictures: laid.length, missingSecrets, notImported },
    };
  });
}

interface Planned {
  /** null when the file is there with this content already. */
  write: FileWrite | null;
  missing: MissingSecret[];
}

async function planned(ports: SavePorts, file: Packed): Promise<Planned> {
  return isTextKind(kindOfFile(file.path))
    ? await plannedText(ports, file)
    : { write: await plannedPicture(ports, file), missing: [] };
}

async function plannedText({ folder }: SavePorts, { path, bytes: packed }: Packed): Promise<Planned> {
  const isThere = (await folder.look(path)) !== undefined;
  if (!isThere) checkName(checkNewPath(path));
  const content = textOf(packed);
  if (content === undefined) throw problem('config.not-text');
  const before = isThere ? (await folder.read(path)).bytes : null;
  const { text, missing } = revealedWhereKnown(path, content, textOf(before ?? Buffer.alloc(0)) ?? '');
  const bytes = checkedBytes(text);
  if (before?.equals(bytes) === true) return { write: null, missing: [] };
  return { write: { path, before, bytes }, missing: missing.map((one) => ({ path, ...one })) };
}

async function plannedPicture({ folder }: SavePorts, { path, bytes }: Packed): Promise<FileWrite | null> {
  if ((await folder.look(path)) === undefined) {
    checkName(checkNewPicture(path));
    return { path, before: null, bytes };
  }
  const present = await folder.read(path, LIMITS.entryBytes);
  if (present.bytes.equals(bytes)) return null;
  throw problem('config.file-exists', {
    details: [{ message: 'Another file of this name is there; pictures and fonts are not written over.' }],
  });
}

function checkName(verdict: ReturnType<typeof checkNewPath>): void {
  if (!verdict.ok) throw problem('config.name-refused', { details: [{ message: verdict.reason }] });
}
