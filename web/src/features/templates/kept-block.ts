import {
  type BlockKind,
  type NewBlockTemplate,
  OverlayLevel,
  type TemplateVariable,
} from '@marquee/contracts';
import {
  type BlockSection,
  type BlockValue,
  editYaml,
  type ReadBlock,
  readKey,
  valuesOfBlock,
} from '@marquee/kometa';

const kindOf: Readonly<Record<BlockSection, BlockKind>> = {
  collections: 'collection',
  playlists: 'playlist',
  libraries: 'library',
};

/** A value that is asked for when the template is used, and what it is called then. */
export interface Pick {
  value: BlockValue;
  label: string;
}

/** What somebody would call a value: its key, without what is put behind it. */
export function labelOf({ path }: BlockValue): string {
  const key = path.findLast((part) => typeof part === 'string') ?? 'value';
  const words = String(key)
    .replace(/\.\w+$/, '')
    .replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Names for variables by their labels, each another one. */
export function variableNames(labels: readonly string[]): string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    const plain = label
      .normalize('NFD')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '_')
      .replaceAll(/^[^a-z]+|_+$/g, '')
      .slice(0, 30);
    const base = plain === '' ? 'value' : plain;
    let name = base;
    for (let count = 2; taken.has(name); count += 1) name = `${base}_${count}`;
    taken.add(name);
    return name;
  });
}

/** The block with variables where values were picked; null where it is written so that they cannot stand there. */
export function templateOf(
  { section, name, yaml }: ReadBlock<BlockSection>,
  { title, what, picks }: { title: string; what: string; picks: readonly Pick[] },
): NewBlockTemplate | null {
  const names = variableNames(picks.map(({ label }) => label));
  const edits = picks.map(({ value }, at) => ({
    ...{ kind: 'set' as const, path: value.path, value: `<<${names[at] ?? ''}>>` },
  }));
  const edited = editYaml(yaml, edits);
  if ('problem' in edited) return null;
  const variables = picks.map(({ value, label }, at) => variableOf(names[at] ?? '', label, value));
  return {
    ...{ title, what, kind: kindOf[section], library: null, name, variables },
    yaml: edited.text,
  };
}

/** Of what an overlay is drawn on, as it says itself. */
export function levelOf({ yaml }: ReadBlock): OverlayLevel {
  const said = valuesOfBlock(yaml).find(
    ({ path }) => path.length === 1 && readKey(String(path[0])).name === 'builder_level',
  );
  return OverlayLevel.safeParse(String(said?.value).toLowerCase()).data ?? 'movie';
}

function variableOf(name: string, label: string, { value }: BlockValue): TemplateVariable {
  const said = label.trim() || name;
  if (typeof value === 'number') return { name, label: said, kind: 'number', default: value };
  if (typeof value === 'boolean') return { name, label: said, kind: 'yes-no', default: value };
  if (typeof value !== 'string') return { name, label: said, kind: 'list', default: [...value] };
  // A hidden value is nobody's default.
  if (value.startsWith('<<hidden:')) return { name, label: said, kind: 'text' };
  return { name, label: said, kind: 'text', default: value };
}
