import type { YamlEdit, YamlPath, YamlValue } from '@marquee/kometa';

/** How a list is written: as one, as one value alone, or as a text with commas. */
type Written = 'list' | 'alone' | 'commas';

export interface ListRows {
  items: readonly YamlValue[];
  pathOf(index: number): YamlPath;
  /** Edits of single items are edits of the whole where it is a text with commas. */
  set(index: number, value: YamlValue): YamlEdit[];
  add(value: YamlValue): YamlEdit[];
  remove(index: number): YamlEdit[];
  move(from: number, to: number): YamlEdit[];
  written: Written;
}

export function listRows(path: YamlPath, value: YamlValue | undefined, comma: boolean): ListRows {
  if (Array.isArray(value) || value === undefined || value === null) {
    const items: readonly YamlValue[] = Array.isArray(value) ? value : [];
    return {
      written: 'list',
      items,
      pathOf: (index) => [...path, index],
      set: (index, next) => [{ kind: 'set', path: [...path, index], value: next }],
      add: (next) => [{ kind: 'insert', path: [...path, items.length], value: next }],
      remove: (index) => [{ kind: 'remove', path: items.length === 1 ? path : [...path, index] }],
      move: (from, to) => [
        { kind: 'move', path: [...path, from], after: to > from ? to : to === 0 ? null : to - 1 },
      ],
    };
  }
  if (comma && typeof value === 'string' && value.includes(',')) {
    const items = value.split(',').map((item) => item.trim());
    const write = (next: readonly YamlValue[]): YamlEdit[] => [
      next.length === 0
        ? { kind: 'remove', path }
        : { kind: 'set', path, value: next.map(String).join(', ') },
    ];
    return {
      written: 'commas',
      items,
      pathOf: () => path,
      set: (index, next) => write(items.map((item, at) => (at === index ? next : item))),
      add: (next) => write([...items, next]),
      remove: (index) => write(items.filter((_, at) => at !== index)),
      move(from, to) {
        const rest = items.filter((_, at) => at !== from);
        return write([...rest.slice(0, to), items[from] ?? '', ...rest.slice(to)]);
      },
    };
  }
  return {
    written: 'alone',
    items: [value],
    pathOf: () => path,
    set: (_, next) => [{ kind: 'set', path, value: next }],
    add: (next) => [{ kind: 'set', path, value: [value, next] }],
    remove: () => [{ kind: 'remove', path }],
    move: () => [],
  };
}
