import { isScalar } from 'yaml';
import { fileKindOf } from '../diagnostics/file-kind.ts';
import { referencesIn } from '../diagnostics/references.ts';
import { BUILDERS } from '../model/definitions/builders.ts';
import { type Field, fieldsOf, follow, isBlank, itemsOf, pythonText } from '../yaml/read-values.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';

/** The sections of config.yml that hold what a service asks for; all other services ask for nothing. */
const KEYED_SERVICES = [
  'tautulli',
  'omdb',
  'mdblist',
  'trakt',
  'mal',
  'radarr',
  'sonarr',
  'notifiarr',
  'gotify',
  'ntfy',
  'apprise',
] as const;
export type KeyedService = (typeof KEYED_SERVICES)[number];

const isKeyed = (service: string): service is KeyedService => KEYED_SERVICES.some((one) => one === service);

/** Something that cannot work without a service. */
export interface ServiceUse {
  service: KeyedService;
  what: 'collection' | 'playlist' | 'overlay' | 'operation' | 'webhook' | 'default';
  name: string;
}

const NAME_OF_SECTION = {
  collections: 'collection',
  dynamic_collections: 'collection',
  playlists: 'playlist',
  overlays: 'overlay',
} as const;

/** Kometa's own files that ask such a service, whatever their variables say. */
const DEFAULTS: Readonly<Record<string, KeyedService>> = {
  tautulli: 'tautulli',
  trakt: 'trakt',
  myanimelist: 'mal',
};

/** Sources of mass operations by how they begin. */
const SOURCES: readonly (readonly [RegExp, KeyedService])[] = [
  [/^mdb/i, 'mdblist'],
  [/^omdb/i, 'omdb'],
  [/^trakt/i, 'trakt'],
  [/^mal(?:_|$)/i, 'mal'],
];

/** What a file uses that config.yml must hold keys for. */
export function servicesUsed(tree: YamlTree): ServiceUse[] {
  if (fileKindOf(tree) === 'config') return inConfig(tree);
  const root = fieldsOf(tree, tree.root) ?? [];
  return root.flatMap((section) => {
    const what = Object.entries(NAME_OF_SECTION).find(([name]) => name === section.name)?.[1];
    if (what === undefined) return [];
    return (fieldsOf(tree, section.value) ?? []).flatMap((definition) =>
      [...new Set((fieldsOf(tree, definition.value) ?? []).flatMap((field) => askedBy(tree, field)))].map(
        (service): ServiceUse => ({ service, what, name: definition.name }),
      ),
    );
  });
}

function askedBy(tree: YamlTree, field: Field): KeyedService[] {
  const name = field.name.toLowerCase();
  if (isBlank(tree, field.value)) return [];
  if (/^(?:item_)?radarr_/.test(name) && isMeant(tree, field)) return ['radarr'];
  if (/^(?:item_)?sonarr_/.test(name) && isMeant(tree, field)) return ['sonarr'];
  if (name === 'sync_to_trakt_list') return ['trakt'];
  const service = Object.hasOwn(BUILDERS, name) ? BUILDERS[name]?.service : undefined;
  return service !== undefined && isKeyed(service) ? [service] : [];
}

/** What is switched off needs nobody. */
const isMeant = (tree: YamlTree, { value }: Field) => !/^false$/i.test(pythonText(tree, value));

function inConfig(tree: YamlTree): ServiceUse[] {
  const root = fieldsOf(tree, tree.root) ?? [];
  const libraries = fieldsOf(tree, root.find(({ name }) => name === 'libraries')?.value) ?? [];
  const hooks = [root, ...libraries.map(({ value }) => fieldsOf(tree, value) ?? [])].flatMap(
    (fields) => fieldsOf(tree, fields.find(({ name }) => name === 'webhooks')?.value) ?? [],
  );
  return [
    ...referencesIn(tree).flatMap(({ location, written, kind }): ServiceUse[] => {
      const service = location === 'default' && kind === 'collection' ? DEFAULTS[written] : undefined;
      return service === undefined ? [] : [{ service, what: 'default', name: written }];
    }),
    ...libraries.flatMap((library) => operationsOf(tree, library)),
    ...hooks.flatMap(({ name, value }) =>
      wordsIn(tree, value).flatMap((word): ServiceUse[] =>
        isKeyed(word) ? [{ service: word, what: 'webhook', name }] : [],
      ),
    ),
  ];
}

function operationsOf(tree: YamlTree, library: Field): ServiceUse[] {
  const list = fieldsOf(tree, library.value)?.find(({ name }) => name === 'operations');
  const blocks = itemsOf(tree, list?.value) ?? [list?.value];
  const fields = blocks.flatMap((block) => fieldsOf(tree, block) ?? []);
  return fields.flatMap((field): ServiceUse[] => {
    const arr = /^(radarr|sonarr)_/.exec(field.name)?.[1];
    const services = new Set(
      arr !== undefined && isKeyed(arr) && !isBlank(tree, field.value) && isMeant(tree, field)
        ? [arr]
        : field.name.startsWith('mass_')
          ? wordsIn(tree, field.value).flatMap((word) =>
              SOURCES.flatMap(([begins, service]) => (begins.test(word) ? [service] : [])),
            )
          : [],
    );
    return [...services].map((service) => ({ service, what: 'operation', name: field.name }));
  });
}

/** One word, or several in a list. */
function wordsIn(tree: YamlTree, node: unknown): string[] {
  return (itemsOf(tree, node) ?? [node]).flatMap((item) =>
    isScalar(follow(tree, item)) && !isBlank(tree, item) ? [pythonText(tree, item)] : [],
  );
}
