import { type CollectionLevel, type Principal, problem } from '@marquee/contracts';
import { type VisibleLibrary, visibleLibrary } from '../libraries/visible-library.ts';
import { levelsOf } from '../matching/levels.ts';
import { choicesOf } from '../matching/library-search.ts';
import { type SearchQuestion, searchQuestion } from '../matching/search-question.ts';
import { CannotTell, KometaRefuses } from '../matching/verdict.ts';
import type { YamlMap } from '../matching/yaml-values.ts';
import type { PlexPorts } from '../servers/server-info.ts';

interface CountAsked {
  libraryId: string;
  level?: CollectionLevel | undefined;
  search: YamlMap;
}

/** How many items a search finds now; Plex counts, nothing is fetched. */
export async function countSearch(
  ports: PlexPorts & { clock: () => Date },
  principal: Principal,
  { libraryId, level, search }: CountAsked,
): Promise<{ count: number }> {
  const library = await visibleLibrary(ports, principal, libraryId);
  const question = await asked(ports, library, levelIn(library, level), search);
  const { server, section } = library;
  const { type, filter, limit } = question;
  const found = await server.client.items.count(section.key, { type, filter });
  return { count: Math.min(found, limit ?? found) };
}

/** The level that is meant, which the library must have. */
export function levelIn({ kind }: VisibleLibrary, level: CollectionLevel | undefined): CollectionLevel {
  const levels: readonly CollectionLevel[] = kind === 'photo' ? [] : levelsOf[kind];
  const [main] = levels;
  if (main === undefined) throw refused('libraryId', 'Kometa makes no collections of photos.');
  if (level === undefined) return main;
  if (levels.includes(level)) return level;
  throw refused('level', `This library holds: ${levels.join(', ')}.`);
}

async function asked(
  ports: PlexPorts & { clock: () => Date },
  { server, section }: VisibleLibrary,
  level: CollectionLevel,
  search: YamlMap,
): Promise<SearchQuestion> {
  const place = { server, sectionId: section.key };
  const choices = (of: { field: string; type: Parameters<typeof choicesOf>[3] }) =>
    choicesOf(ports.memory, place, of.field, of.type);
  try {
    return await searchQuestion({ choices, now: ports.clock() }, level, search);
  } catch (cause) {
    if (cause instanceof KometaRefuses || cause instanceof CannotTell) throw refused('search', cause.message);
    throw cause;
  }
}

function refused(field: string, message: string) {
  return problem('request.invalid', { details: [{ path: `body.${field}`, message }] });
}
