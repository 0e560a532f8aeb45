import {
  type ConfigDoctor,
  type ConfigFile,
  type ConfigReport,
  maySeeLibrary,
  type Principal,
  Problem,
} from '@marquee/contracts';
import type { Survey } from '@marquee/kometa';
import type { FolderEntry } from '../files/config-folder.ts';
import { fileIdOf } from '../files/file-id.ts';
import { kindOfFile } from '../files/file-kind.ts';
import type { SavePorts } from '../files/save-file.ts';
import { librariesOf } from '../libraries/visible-library.ts';
import type { LookThrough } from '../problems/look-through.ts';
import { readTexts } from '../problems/read-texts.ts';
import { type PlexPorts, visibleServers } from '../servers/server-info.ts';

type FoundKind = ConfigReport['kinds'][number]['kind'];

/** Of one kind; all are counted. */
const MOST_FILES = 100;
const ORDER: readonly FoundKind[] = [
  ...(['config', 'collection', 'overlay', 'playlist', 'metadata', 'templates', 'yaml'] as const),
  ...(['env', 'picture', 'font', 'text', 'other'] as const),
];
const NO_YAML: Readonly<Record<Exclude<ConfigFile['kind'], 'yaml'>, FoundKind>> = {
  ...{ env: 'env', image: 'picture', font: 'font', text: 'text', other: 'other' },
};

interface Ports extends PlexPorts {
  saving: SavePorts;
  lookThrough: LookThrough;
  doctor: () => Promise<ConfigDoctor>;
}

/** What lies in the folder, for somebody who has just handed it over. */
export async function reportOn(
  { saving, lookThrough, doctor, ...plex }: Ports,
  principal: Principal,
): Promise<ConfigReport> {
  const { folder } = saving;
  const { texts, names, now } = await readTexts(saving);
  const [{ entries, truncated }, { answer: survey }, { checkedAt, kinds }] = await Promise.all([
    folder.list(),
    lookThrough({ kind: 'survey', texts, names, now }),
    doctor(),
  ]);
  const placesOf = (isWanted: (kind: ConfigDoctor['kinds'][number]) => boolean) =>
    kinds.filter(isWanted).flatMap(({ places }) => places);
  return {
    checkedAt,
    kinds: kindsOf(entries, survey),
    truncated,
    ...(await compareLibraries(plex, survey, principal)),
    missing: placesOf(({ code }) => /\.missing-(?:file|folder)$/.test(code)),
    unlisted: placesOf(({ group }) => group === 'unused'),
    old: placesOf(({ group }) => group === 'renamed'),
  };
}

function kindsOf(entries: readonly FolderEntry[], { files }: Survey): ConfigReport['kinds'] {
  const kindOfYaml = new Map(files.map(({ file, kind }) => [file, kind]));
  const kindOf = (path: string): FoundKind => {
    const kind = kindOfFile(path);
    return kind === 'yaml' ? (kindOfYaml.get(path) ?? 'yaml') : NO_YAML[kind];
  };
  const found = entries.map(({ path, sizeBytes }) => ({ path, sizeBytes, kind: kindOf(path) }));
  return ORDER.flatMap((kind) => {
    const own = found.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    return [
      {
        ...{ kind, count: own.length, sizeBytes: own.reduce((sum, one) => sum + one.sizeBytes, 0) },
        files: own.slice(0, MOST_FILES).map(({ path }) => ({ fileId: fileIdOf(path), path })),
      },
    ];
  });
}

async function compareLibraries(
  plex: PlexPorts,
  { libraries }: Survey,
  principal: Principal,
): Promise<Pick<ConfigReport, 'libraries' | 'unnamed'>> {
  const known = await Promise.all(
    visibleServers(plex, principal).map((server) => librariesOf(plex, server).catch(whenAway)),
  );
  const all = known.flatMap((one) => one ?? []).filter(({ id }) => maySeeLibrary(principal, id));
  // What one may not see, or what cannot be asked, may be there all the same.
  const isWhole = principal.libraries === 'all' && known.length > 0 && !known.includes(null);
  const named = new Set(libraries.map(({ title }) => title));
  return {
    libraries: libraries.map(({ name, title, file, line }) => {
      const match = all.find(({ section }) => section.title === title);
      return {
        ...{ name, title, file, line, fileId: fileIdOf(file) },
        plex: match ? ('found' as const) : isWhole ? ('missing' as const) : ('unknown' as const),
        ...{ libraryId: match?.id ?? null, kind: match?.kind ?? null },
      };
    }),
    unnamed: all.flatMap(({ id, section, kind }) =>
      named.has(section.title) ? [] : [{ id, title: section.title, kind }],
    ),
  };
}

function whenAway(cause: unknown): null {
  if (cause instanceof Problem) return null;
  throw cause;
}
