import type { YamlValue } from '@marquee/kometa';

/** Where a file may come from, as Kometa calls it. */
export const LOCATIONS = ['default', 'file', 'folder', 'url', 'git', 'repo'] as const;
export type Location = (typeof LOCATIONS)[number];

export type Block = Readonly<Record<string, YamlValue>>;

export const isBlock = (item: YamlValue): item is Block =>
  typeof item === 'object' && item !== null && !Array.isArray(item);

/** The one that is written; the first, where there are several. */
export const locationOf = (block: Block): Location | null => LOCATIONS.find((one) => one in block) ?? null;
