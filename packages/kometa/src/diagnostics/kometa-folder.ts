/** Kometa's folder with config.yml in it, as the checks see it; paths have slashes and begin below the folder. */
export interface KometaFolder {
  /** The files that are read: YAML, and `.env`. */
  texts: ReadonlyMap<string, string>;
  kindOf(path: string): 'file' | 'folder' | null;
  /** Names in a folder; none when it is not there. */
  namesIn(path: string): readonly string[];
}

/** A folder that holds nothing but these files. */
export function folderOfTexts(texts: ReadonlyMap<string, string>): KometaFolder {
  const paths = [...texts.keys()];
  const below = (path: string) => (path === '' ? '' : `${path}/`);
  return {
    texts,
    kindOf(path) {
      if (texts.has(path)) return 'file';
      return paths.some((one) => one.startsWith(below(path))) ? 'folder' : null;
    },
    namesIn(path) {
      const inside = paths.filter((one) => one.startsWith(below(path)));
      return [...new Set(inside.map((one) => one.slice(below(path).length).split('/')[0] ?? ''))];
    },
  };
}

export const isYaml = (path: string): boolean => /\.ya?ml$/i.test(path);

/** Where a path of config.yml leads. */
export type Written =
  | { place: 'inside'; path: string; bare: boolean }
  /** Another folder of the machine that Kometa runs on. */
  | { place: 'outside' };

/** Kometa runs beside its folder, and in a container the folder is /config; bare names are what many mean by it. */
export function placeOf(written: string): Written {
  const slashes = written.trim().replaceAll('\\', '/');
  const named = /^(?:\.\/)?\/?config\/(.*)$/.exec(slashes)?.[1];
  if (named === undefined && /^\/|^[a-z]:/i.test(slashes)) return { place: 'outside' };
  const path = normal(named ?? slashes);
  return path === null ? { place: 'outside' } : { place: 'inside', path, bare: named === undefined };
}

/** Null for what leads out of the folder. */
function normal(path: string): string | null {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return null;
  }
  return steps.join('/');
}

/** Names that `KOMETA_…` lines of .env make into secrets, as placeholders spell them. */
export function secretsOf(env: string): Set<string> {
  const names = [...env.matchAll(/^\s*(?:export\s+)?(?:KOMETA|PMM)_(\w+)\s*=/gim)].map(
    (match) => match[1] ?? '',
  );
  return new Set(names.map(secretName));
}

/** Dashes, underscores and capitals do not matter to Kometa. */
export const secretName = (name: string): string => name.toLowerCase().replaceAll('_', '-');
