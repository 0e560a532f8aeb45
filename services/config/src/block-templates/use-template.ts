import {
  type BlockTemplate,
  Problem,
  problem,
  type TemplateTarget,
  type TemplateValue,
} from '@marquee/contracts';
import { fillTemplate, fillText, librariesOf, listFile, placeBlock } from '@marquee/kometa';
import { fileIdOf } from '../files/file-id.ts';
import { kindOfFile } from '../files/file-kind.ts';
import { revealedText } from '../files/hidden-text.ts';
import { readFile } from '../files/read-file.ts';
import { checkedBytes, checkName, type Deed, readMatching, type SavePorts } from '../files/save-file.ts';
import { type FileWrite, writeFiles } from '../files/write-files.ts';
import { sectionOf, valuesFor } from './check-template.ts';

interface Wish {
  values: Readonly<Record<string, TemplateValue | null>>;
  name?: string | undefined;
  target: TemplateTarget;
}

interface Change {
  path: string;
  /** null for a new file. */
  before: string | null;
  after: string;
  etag: string | null;
}

const CONFIG = 'config.yml';

function refused(message: string, path: string, fix = 'Choose another name or file, or edit it in Files.') {
  return problem('config.template-refused', { details: [{ path, message, fix }] });
}

/** What a template writes, without writing it: texts as they are shown, secrets behind placeholders. */
export async function planUse({ folder }: Pick<SavePorts, 'folder'>, template: BlockTemplate, wish: Wish) {
  const values = valuesFor(template, wish.values);
  const name = wish.name ?? fillText(template.name, values).trim();
  const filled = fillTemplate(template.yaml, values);
  if ('problem' in filled) throw refused(filled.problem.message, 'body.values');
  const { target } = wish;
  const present = 'fileId' in target ? await readFile(folder, target.fileId) : null;
  const path = 'fileId' in target ? (present?.path ?? '') : target.newFile;
  const before = present?.content ?? null;
  const block = { section: sectionOf[template.kind], name, yaml: filled.text };
  const placed = placeBlock(before ?? '', block);
  if ('problem' in placed) throw refused(placed.problem.message, 'body.name');
  const changes: Change[] = [{ path, before, after: placed.text, etag: present?.etag ?? null }];
  const listing = 'fileId' in target ? null : await planListing(folder, template, target);
  if (listing) changes.push(listing.change);
  const file = { fileId: fileIdOf(path), path };
  return { changes, used: { name, file, line: placed.line, listedIn: listing?.listedIn ?? null } };
}

/** A file that config.yml does not list is one that Kometa never reads. */
async function planListing(
  folder: SavePorts['folder'],
  { kind }: BlockTemplate,
  { newFile, library }: { newFile: string; library: string | null },
) {
  checkName(newFile);
  if (kindOfFile(newFile) !== 'yaml')
    throw refused('Kometa reads YAML', 'body.target.newFile', 'Let its name end in .yml.');
  if ((await folder.look(newFile)) !== undefined) throw problem('config.file-exists');
  const isListed = kind === 'playlist' || (kind === 'collection' && library !== null);
  if (kind === 'library')
    throw refused('A library is a part of config.yml', 'body.target', 'Choose config.yml.');
  if (!isListed) return null;
  const config = await readFile(folder, fileIdOf(CONFIG)).catch((cause: unknown) => {
    if (!(cause instanceof Problem) || cause.code !== 'config.file-not-found') throw cause;
    throw refused(
      'There is no config.yml that could list the new file',
      'body.target',
      'Make config.yml first.',
    );
  });
  const { content, etag } = config;
  if (library !== null && !librariesOf(content).includes(library))
    throw refused(`config.yml has no library “${library}”`, 'body.target.library', 'Choose one that it has.');
  const list = kind === 'playlist' ? ['playlist_files'] : ['libraries', library ?? '', 'collection_files'];
  const listed = listFile(content, list, `config/${newFile}`);
  if ('problem' in listed) throw refused(listed.problem.message, 'body.target.library');
  const change: Change = { path: CONFIG, before: content, after: listed.text, etag };
  return { change, listedIn: kind === 'playlist' ? 'playlist_files' : library };
}

/** The block, and what lists its file, as one version. */
export async function writeByTemplate(
  ports: SavePorts,
  template: BlockTemplate,
  { by, author, ...wish }: Wish & Deed,
) {
  return await ports.turns.alone(async () => {
    const { changes, used } = await planUse(ports, template, wish);
    const writes: FileWrite[] = [];
    for (const { path, after, etag } of changes) {
      const present = etag === null ? null : await readMatching(ports, path, etag);
      const bytes = checkedBytes(revealedText(path, after, present?.text ?? ''));
      writes.push({ path, before: present?.bytes ?? null, bytes });
    }
    const message = `Add ${used.name} by a template`.slice(0, 200);
    await writeFiles(ports, writes, { by, author, message, origin: 'save' });
    return used;
  });
}
