import { type Meaning, meaningOf } from '../yaml/meaning.ts';
import { scalarText } from '../yaml/scalar-meaning.ts';
import { ANY_FILE, readYaml } from '../yaml/yaml-tree.ts';
import { meaningOfValue, type YamlEdit, type YamlValue } from './yaml-edit.ts';

type Entries = [Meaning, Meaning][];

/**
 * What a text should say after an edit; null where that cannot be told. What it said before is changed in place. `own`: how
 * many keys of the edited map are its own, as those of a `<<` come behind them.
 */
export function expectEdit(meaning: Meaning, edit: YamlEdit, own: number): Meaning | null {
  const last = edit.path.at(-1);
  const above = edit.path.slice(0, -1);
  const holder = above.reduce<Meaning | undefined>(
    (at, step) => (at === undefined ? undefined : stepInto(at, step)),
    meaning,
  );
  if (holder === undefined || last === undefined) return null;
  if (holder.type === 'list') {
    return typeof last === 'number' && expectInList(holder.items, edit, last) ? meaning : null;
  }
  if (holder.type === 'map') return expectInMap(holder.entries, edit, String(last), own) ? meaning : null;
  // Of what is blank an edit makes a map or a list.
  if (holder.type !== 'null') return null;
  if (edit.kind === 'add') {
    const entries: Entries = [[{ type: 'text', value: String(last) }, meaningOfBlock(edit.block)]];
    return replaceAt(meaning, above, { type: 'map', entries });
  }
  if (edit.kind !== 'set' && edit.kind !== 'insert') return null;
  const value: YamlValue = typeof last === 'number' ? [edit.value] : { [last]: edit.value };
  if (above.length === 0) return meaningOfValue(value);
  return expectEdit(meaning, { kind: 'set', path: above, value }, Number.POSITIVE_INFINITY);
}

const isNamed = (key: Meaning, name: string): boolean =>
  key.type !== 'list' && key.type !== 'map' && scalarText(key) === name;

function stepInto(meaning: Meaning, step: string | number): Meaning | undefined {
  if (meaning.type === 'list') return typeof step === 'number' ? meaning.items[step] : undefined;
  if (meaning.type !== 'map') return undefined;
  return meaning.entries.find(([key]) => isNamed(key, String(step)))?.[1];
}

function expectInList(items: Meaning[], edit: YamlEdit, at: number): boolean {
  switch (edit.kind) {
    case 'set':
      items[at] = meaningOfValue(edit.value);
      return true;
    case 'insert':
      items.splice(at, 0, meaningOfValue(edit.value));
      return true;
    case 'remove':
      items.splice(at, 1);
      return true;
    case 'add':
    case 'drop':
    case 'rename':
      return false;
    case 'move':
      return moveWithin(items, at, edit.after === null ? null : Number(edit.after));
  }
}

function expectInMap(entries: Entries, edit: YamlEdit, name: string, own: number): boolean {
  const at = entries.findIndex(([key]) => isNamed(key, name));
  switch (edit.kind) {
    case 'set':
    case 'add': {
      const value = edit.kind === 'set' ? meaningOfValue(edit.value) : meaningOfBlock(edit.block);
      const entry = entries[at];
      if (entry && at < own) entry[1] = value;
      else {
        if (entry) entries.splice(at, 1);
        entries.splice(own, 0, [{ type: 'text', value: name }, value]);
      }
      return true;
    }
    case 'rename': {
      const entry = entries[at];
      if (entry) entry[0] = { type: 'text', value: edit.to };
      return entry !== undefined;
    }
    case 'remove':
    case 'drop':
      entries.splice(at, 1);
      return at !== -1;
    case 'move': {
      const after =
        edit.after === null ? null : entries.findIndex(([key]) => isNamed(key, String(edit.after)));
      return moveWithin(entries, at, after);
    }
    case 'insert':
      return false;
  }
}

/** Of a key as somebody wrote it. */
function meaningOfBlock(block: string): Meaning {
  const meaning = meaningOf(readYaml(block, ANY_FILE));
  return meaning.type === 'map' ? (meaning.entries[0]?.[1] ?? { type: 'null' }) : { type: 'null' };
}

function replaceAt(meaning: Meaning, path: YamlEdit['path'], put: Meaning): Meaning | null {
  const last = path.at(-1);
  if (last === undefined) return put;
  const holder = path
    .slice(0, -1)
    .reduce<Meaning | undefined>((at, step) => at && stepInto(at, step), meaning);
  if (holder?.type === 'list' && typeof last === 'number') {
    holder.items[last] = put;
    return meaning;
  }
  const entry = holder?.type === 'map' && holder.entries.find(([key]) => isNamed(key, String(last)));
  if (!entry) return null;
  entry[1] = put;
  return meaning;
}

function moveWithin<Item>(items: Item[], from: number, after: number | null): boolean {
  if (after === from) return true;
  const [item] = items.splice(from, 1);
  if (item === undefined || after === -1) return false;
  const place = after === null ? 0 : after + (after < from ? 1 : 0);
  items.splice(place, 0, item);
  return true;
}
