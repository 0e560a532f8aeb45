import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { connectionSections } from '../model/connections.ts';
import type { KeyTable } from '../model/key-spec.ts';
import { type Field, fieldsOf, isBlank, keySpan } from '../yaml/read-values.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import type { KeyedService, ServiceUse } from './services-used.ts';

const NAMES: Readonly<Record<KeyedService, string>> = {
  tautulli: 'Tautulli',
  omdb: 'OMDb',
  mdblist: 'MDBList',
  trakt: 'Trakt',
  mal: 'MyAnimeList',
  radarr: 'Radarr',
  sonarr: 'Sonarr',
  notifiarr: 'Notifiarr',
  gotify: 'Gotify',
  ntfy: 'ntfy',
  apprise: 'Apprise',
};

/** What is used though config.yml has no keys for it: one finding for each service. */
export function missingCredentials(config: YamlTree, uses: readonly ServiceUse[]): Diagnostic[] {
  const services = [...new Set(uses.map(({ service }) => service))];
  const root = fieldsOf(config, config.root) ?? [];
  return services.flatMap((service): Diagnostic[] => {
    const section = root.find(({ name }) => name === service);
    const missing = missingIn(config, root, section, service);
    if (missing.length === 0) return [];
    const lacks =
      section === undefined
        ? `config.yml has no ${service} section`
        : `${listOf(missing)} of ${service} is blank`;
    return [
      {
        severity: 'warning',
        code: 'credentials.missing',
        message: `${countOf(uses.filter((use) => use.service === service))} ${uses.filter((use) => use.service === service).length === 1 ? 'needs' : 'need'} ${NAMES[service]}; ${lacks}`,
        span: section ? keySpan(section) : { start: 0, end: 0 },
        path: section ? [service] : [],
      },
    ];
  });
}

/** Which required keys have no value; what a library has for itself is enough. */
function missingIn(
  config: YamlTree,
  root: readonly Field[],
  section: Field | undefined,
  service: KeyedService,
): string[] {
  const required = requiredKeys(service);
  const own = fieldsOf(config, section?.value) ?? [];
  const libraries = fieldsOf(config, root.find(({ name }) => name === 'libraries')?.value) ?? [];
  const ofLibraries = libraries.flatMap(({ value }) => {
    const found = fieldsOf(config, value)?.find(({ name }) => name === service);
    return found ? [fieldsOf(config, found.value) ?? []] : [];
  });
  const lacking = (fields: readonly Field[]) =>
    required.filter((key) => {
      const field = fields.find(({ name }) => name === key);
      return field === undefined || isBlank(config, field.value);
    });
  const best = [own, ...ofLibraries.map((fields) => [...fields, ...own])].map(lacking);
  return best.some((missing) => missing.length === 0) ? [] : lacking(own);
}

function requiredKeys(service: KeyedService): string[] {
  // Libraries may do without, so that the model calls nothing of them required.
  if (service === 'radarr' || service === 'sonarr') return ['url', 'token'];
  const value = connectionSections[service]?.value;
  const keys: KeyTable = value?.type === 'map' ? value.keys : {};
  return Object.entries(keys).flatMap(([name, { required }]) => (required ? [name] : []));
}

const WORDS: Readonly<Record<ServiceUse['what'], readonly [string, string]>> = {
  collection: ['collection', 'collections'],
  playlist: ['playlist', 'playlists'],
  overlay: ['overlay', 'overlays'],
  operation: ['operation', 'operations'],
  webhook: ['webhook', 'webhooks'],
  default: ['file of Kometa’s own', 'files of Kometa’s own'],
};

/** As "12 collections and 1 operation". */
function countOf(uses: readonly ServiceUse[]): string {
  const said = Object.entries(WORDS).flatMap(([kind, [one, several]]) => {
    const count = uses.filter(({ what }) => what === kind).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`];
  });
  return listOf(said);
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
