import { type MissingSecret, Problem, problem } from '@marquee/contracts';
import { fileIdOf } from '../files/file-id.ts';
import { isTextKind, kindOfFile } from '../files/file-kind.ts';
import { textOf } from '../files/file-text.ts';
import { revealedWhereKnown } from '../files/hidden-text.ts';
import { checkedBytes, type Deed, readMatching, type SavePorts, writeVersion } from '../files/save-file.ts';
import { type FileWrite, writeFiles } from '../files/write-files.ts';
import { findVersion, versionView } from './view-version.ts';

interface Wish extends Deed {
  versionId: string;
}

const backTo = (versionId: string) => `Back to version ${versionId.slice(0, 7)}`;

/** Secrets keep the values that the file has now. */
export async function restoreFile(
  ports: SavePorts,
  { fileId, versionId, ifMatch, ...deed }: Wish & { fileId: string; ifMatch: string | undefined },
) {
  const { folder, history } = ports;
  await findVersion(history, versionId);
  const files = await history.filesAt(versionId);
  const [path, blob] = [...files].find(([one]) => fileIdOf(one) === fileId) ?? [];
  if (path === undefined || blob === undefined) {
    const message = 'There was no such file in that version.';
    throw problem('config.file-not-found', {
      details: [{ message, fix: 'Remove the file, or choose a version that has it.' }],
    });
  }
  return await ports.turns.inTurn(path, async () => {
    const isThere = (await folder.look(path)) !== undefined;
    if (!isThere && ifMatch !== '*') throw problem('request.precondition-failed');
    const present = isThere ? await readMatching(ports, path, ifMatch) : null;
    const { bytes, missing } = await revealed(ports, { path, blob, present: present?.text ?? '' });
    const file = await writeVersion(ports, {
      ...{ path, bytes, before: present?.bytes ?? null, origin: 'restore' },
      deed: { ...deed, message: deed.message || `${path}: ${backTo(versionId)}` },
    });
    return { file, missingSecrets: missing };
  });
}

/** All text files as they were; one version, and what could not be written is told. */
export async function restoreAll(ports: SavePorts, { versionId, by, author, message = '' }: Wish) {
  const { history, outside } = ports;
  await findVersion(history, versionId);
  return await ports.turns.alone(async () => {
    // Nothing is written over that the history does not have.
    await outside.noteAllAlone();
    const [then, now] = [await history.filesAt(versionId), new Map(await history.files())];
    const writes: FileWrite[] = [];
    const missingSecrets: MissingSecret[] = [];
    const notRestored: { path: string; message: string }[] = [];
    for (const path of new Set([...then.keys(), ...now.keys()])) {
      const blob = then.get(path) ?? null;
      if (blob === (now.get(path) ?? null)) continue;
      try {
        const { write, missing } = await planned(ports, { path, blob, isThere: now.has(path) });
        writes.push(write);
        missingSecrets.push(...missing);
      } catch (cause) {
        if (!(cause instanceof Problem)) throw cause;
        notRestored.push({ path, message: cause.message });
      }
    }
    const deed = { by, author, message: message || backTo(versionId) };
    const passOver = (path: string, { message: why }: Problem) => notRestored.push({ path, message: why });
    const version = await writeFiles(ports, writes, { ...deed, origin: 'restore', passOver });
    return { version: version === undefined ? null : versionView(version), missingSecrets, notRestored };
  });
}

async function planned(
  ports: SavePorts,
  { path, blob, isThere }: { path: string; blob: string | null; isThere: boolean },
): Promise<{ write: FileWrite; missing: MissingSecret[] }> {
  const { folder } = ports;
  const before = isThere ? (await folder.read(path)).bytes : null;
  if (blob === null) return { write: { path, before, bytes: null }, missing: [] };
  const present = before === null ? '' : (textOf(before) ?? '');
  const { bytes, missing } = await revealed(ports, { path, blob, present });
  return { write: { path, before, bytes }, missing };
}

async function revealed(
  { history }: SavePorts,
  { path, blob, present }: { path: string; blob: string; present: string },
): Promise<{ bytes: Buffer; missing: MissingSecret[] }> {
  // People may push into the history: it decides neither what kinds of files there are, nor how large they get.
  if (!isTextKind(kindOfFile(path))) throw problem('config.not-text');
  const { text, missing } = revealedWhereKnown(path, await history.text(blob), present);
  return { bytes: checkedBytes(text), missing: missing.map((one) => ({ path, ...one })) };
}
