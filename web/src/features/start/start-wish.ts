import type { ConfigStart, MakeConfig } from '@marquee/contracts';

type Server = ConfigStart['servers'][number];
export type OfferedLibrary = Server['libraries'][number];
export type FileList = 'collections' | 'overlays';

interface ChosenFiles {
  collections: readonly string[];
  overlays: readonly string[];
}

/** What is being put together. */
export interface StartDraft {
  serverId: string;
  /** By the library's id; one that is left out is not here. */
  chosen: Readonly<Record<string, ChosenFiles>>;
  plex: 'own' | 'typed';
  url: string;
  token: string;
  tmdbKey: string;
}

export function isKometas(kind: OfferedLibrary['kind']): kind is 'movie' | 'show' {
  return kind === 'movie' || kind === 'show';
}

/** What is good for most, for each library of the server. */
export function beginWith(start: ConfigStart, server: Server): StartDraft {
  const chosen = server.libraries.flatMap((library) => {
    const files = goodFor(start, library);
    return files === null ? [] : [[library.id, files] as const];
  });
  return {
    serverId: server.id,
    chosen: Object.fromEntries(chosen),
    plex: server.connection === 'ready' ? 'own' : 'typed',
    ...{ url: '', token: '', tmdbKey: '' },
  };
}

export function goodFor({ offers }: ConfigStart, { kind }: OfferedLibrary): ChosenFiles | null {
  if (!isKometas(kind)) return null;
  const good = (list: FileList) => offers[kind][list].flatMap(({ name, chosen }) => (chosen ? [name] : []));
  return { collections: good('collections'), overlays: good('overlays') };
}

export type Refused = 'libraries' | 'url' | 'token' | 'tmdbKey';

/** What keeps it from being written. */
export function refusedIn(draft: StartDraft): Refused[] {
  const refused: Refused[] = [];
  if (filled(draft).length === 0) refused.push('libraries');
  if (draft.plex === 'typed') {
    if (!isAddress(draft.url)) refused.push('url');
    if (draft.token.trim() === '') refused.push('token');
  }
  if (draft.tmdbKey.trim() === '') refused.push('tmdbKey');
  return refused;
}

/** Libraries for which something is chosen. */
export const filled = ({ chosen }: StartDraft): [string, ChosenFiles][] =>
  Object.entries(chosen).filter(([, { collections, overlays }]) => collections.length + overlays.length > 0);

export function wishOf(draft: StartDraft): MakeConfig {
  const { serverId, plex, url, token, tmdbKey } = draft;
  return {
    plex:
      plex === 'own'
        ? { from: 'marquee', serverId }
        : { from: 'typed', url: url.trim(), token: token.trim() },
    tmdbKey: tmdbKey.trim(),
    libraries: filled(draft).map(([id, { collections, overlays }]) => ({
      id,
      collections: [...collections],
      overlays: [...overlays],
    })),
  };
}

function isAddress(url: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(url.trim()) && URL.canParse(url.trim());
}
