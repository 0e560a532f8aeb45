import { Problem } from '@marquee/contracts';
import type { Logger } from '@marquee/service-kit';
import { fileIdOf } from '../files/file-id.ts';
import type { SavePorts } from '../files/save-file.ts';
import type { Desk } from '../problems/deskwork.ts';
import type { Finding } from '../problems/finding.ts';
import type { Problems } from '../problems/list-problems.ts';
import type { LookThrough } from '../problems/look-through.ts';
import type { DefinitionIndex, IndexedDefinition, IndexedFile } from './definition-index.ts';
import type { ListedDefinition, Section } from './definition-task.ts';
import { type DefinitionPlace, definitionIdOf, type Resource } from './resource.ts';

export interface ResourcePorts {
  saving: SavePorts;
  desk: Desk;
  lookThrough: LookThrough;
  problems: Problems;
  index: DefinitionIndex;
  log: Logger;
}

const MOST = 20_000;

const isOf = <S extends Section>(
  resource: Resource<S>,
  definition: IndexedDefinition,
): definition is IndexedDefinition & { section: S } =>
  resource.sections.some((section) => section === definition.section);

const ofResource = <S extends Section>(resource: Resource<S>, file: IndexedFile) =>
  (file.definitions ?? []).filter((one) => isOf(resource, one));

/**
 * All definitions of a kind, and the files that hold such or are listed to. Whoever may see some libraries only hears of
 * nothing that is for others.
 */
export async function listDefinitions<S extends Section>(
  ports: ResourcePorts,
  resource: Resource<S>,
  titles: 'all' | ReadonlySet<string>,
) {
  const visible = (names: readonly string[]) =>
    titles === 'all' ? [...names] : names.filter((name) => titles.has(name));
  const [files, libraries, counts] = await Promise.all([
    ports.index.files(),
    ports.index.libraries(resource.listedAs),
    countProblems(ports),
  ]);
  const all = files
    .flatMap((file) => {
      const listed = visible(libraries.get(file.path) ?? []);
      const where = { path: file.path, fileId: fileIdOf(file.path), listed };
      return ofResource(resource, file).map((one) => summaryOf(where, one, counts, visible));
    })
    .filter((summary) => titles === 'all' || summary.libraries.length > 0);
  const holds = (file: IndexedFile) => ofResource(resource, file).length > 0 || libraries.has(file.path);
  return {
    definitions: all.slice(0, MOST),
    files: files.filter(holds).map(({ path, editable }) => ({
      ...{ fileId: fileIdOf(path), path, editable },
      libraries: visible(libraries.get(path) ?? []),
    })),
    more: Math.max(0, all.length - MOST),
  };
}

function summaryOf<S extends Section>(
  { path, fileId, listed }: { path: string; fileId: string; listed: string[] },
  { id, section, name, line, about }: IndexedDefinition & { section: S },
  counts: ProblemCounts,
  visible: (names: readonly string[]) => string[],
) {
  const libraries = section === 'playlists' ? visible(about.libraries) : listed;
  const problems = counts.get(keyOf(path, section, name)) ?? { errors: 0, warnings: 0 };
  // One copy of what is said, as there may be thousands.
  return { ...about, id, fileId, file: path, line, section, name, libraries, problems };
}

/** The same for one that is known to be there. */
export async function summarize<S extends Section>(
  ports: ResourcePorts,
  resource: Resource<S>,
  { path, ...definition }: { path: string } & Omit<ListedDefinition, 'section'> & { section: S },
) {
  const [libraries, counts] = await Promise.all([
    ports.index.libraries(resource.listedAs),
    countProblems(ports),
  ]);
  const where = { path, fileId: fileIdOf(path), listed: [...(libraries.get(path) ?? [])] };
  const id = definitionIdOf({ path, ...definition });
  return summaryOf(where, { ...definition, id }, counts, (names) => [...names]);
}

/** Where the definitions with these ids stand now; nowhere for what is not there any more. */
export async function placesOf<S extends Section>(
  { index }: ResourcePorts,
  resource: Resource<S>,
): Promise<Map<string, DefinitionPlace<S>>> {
  const files = await index.files();
  return new Map(
    files.flatMap((file) =>
      ofResource(resource, file).map(
        ({ id, section, name }) => [id, { path: file.path, section, name }] as const,
      ),
    ),
  );
}

type ProblemCounts = ReadonlyMap<string, { errors: number; warnings: number }>;

const keyOf = (...place: [path: string, section: string, name: string]): string => JSON.stringify(place);

/** Whoever asks for definitions has them also where the checks of the folder take too long. */
export async function findingsOf({ problems, log }: ResourcePorts): Promise<readonly Finding[]> {
  return await problems.findings().catch((cause: unknown) => {
    if (!(cause instanceof Problem) || cause.code !== 'config.check-timed-out') throw cause;
    log.warn({ err: cause }, 'Definitions are shown without their problems');
    return [];
  });
}

async function countProblems(ports: ResourcePorts): Promise<ProblemCounts> {
  const counts = new Map<string, { errors: number; warnings: number }>();
  for (const { file, path, severity } of await findingsOf(ports)) {
    const [section, name] = path;
    if (section === undefined || name === undefined || severity === 'info') continue;
    const key = keyOf(file, String(section), String(name));
    const count = counts.get(key) ?? { errors: 0, warnings: 0 };
    count[severity === 'error' ? 'errors' : 'warnings'] += 1;
    counts.set(key, count);
  }
  return counts;
}
