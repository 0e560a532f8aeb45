import { readYamlValue, type YamlEdit } from '@marquee/kometa';
import {
  inValues,
  isMap,
  type Json,
  type Path,
  renameAt,
  setAt,
  unsetAt,
  type Values,
  valueAt,
} from './json.ts';

/** What somebody did in a form, done to what the definition says; a map that has lost its last key goes. */
export function applyEdits(values: Values, edits: readonly YamlEdit[]): Values {
  return edits.reduce<Values>((now, edit) => inValues(applied(now, edit)), values);
}

function applied(values: Values, edit: YamlEdit): Json {
  switch (edit.kind) {
    case 'set':
      return setAt(values, edit.path, edit.value as Json);
    case 'insert':
      return inserted(values, edit.path, edit.value as Json);
    case 'remove':
      return unsetAt(values, pruned(values, edit.path));
    case 'rename':
      return renameAt(values, edit.path, edit.to);
    case 'move':
      return moved(values, edit.path, edit.after);
    case 'drop':
      return unsetAt(values, edit.path);
    case 'add':
      return added(values, edit.path, edit.block);
  }
}

function inserted(values: Values, path: Path, value: Json): Json {
  const above = path.slice(0, -1);
  const list = valueAt(values, above);
  const place = Number(path.at(-1));
  return setAt(values, above, Array.isArray(list) ? list.toSpliced(place, 0, value) : [value]);
}

function pruned(values: Values, path: Path): Path {
  const above = path.slice(0, -1);
  if (above.length === 0) return path;
  const holder = valueAt(values, above);
  const count = Array.isArray(holder) ? holder.length : isMap(holder) ? Object.keys(holder).length : 0;
  return count === 1 ? pruned(values, above) : path;
}

function moved(values: Values, path: Path, after: string | number | null): Json {
  const above = path.slice(0, -1);
  const holder = valueAt(values, above);
  const step = path.at(-1);
  if (Array.isArray(holder) && typeof step === 'number') {
    const item = holder[step];
    if (item === undefined) return values;
    const rest = holder.toSpliced(step, 1);
    const place = after === null ? 0 : Number(after) + (Number(after) < step ? 1 : 0);
    return setAt(values, above, rest.toSpliced(place, 0, item));
  }
  if (!isMap(holder)) return values;
  const entries = Object.entries(holder);
  const moving = entries.find(([key]) => key === String(step));
  if (!moving) return values;
  const rest = entries.filter((entry) => entry !== moving);
  const place = after === null ? 0 : rest.findIndex(([key]) => key === String(after)) + 1;
  return setAt(values, above, Object.fromEntries(rest.toSpliced(place, 0, moving)));
}

/** Lines with their key, as they stand in a file. */
function added(values: Values, path: Path, block: string): Json {
  const read = readYamlValue(block);
  const value = 'value' in read ? valueAt(read.value as Json, path.slice(-1)) : undefined;
  return value === undefined ? values : setAt(values, path, value);
}
