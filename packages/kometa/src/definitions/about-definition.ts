import type { Service } from '../model/definitions/builders/builder.ts';
import { BUILDERS } from '../model/definitions/builders.ts';
import { readKey } from '../model/definitions/old-names.ts';
import { isPlainList, isPlainMap, type PlainValue } from '../yaml/plain-value.ts';

/** What can be said of a definition at a glance. */
export interface AboutDefinition {
  title: string;
  enabled: boolean;
  builders: string[];
  templates: string[];
  /** Without Plex. */
  needs: Exclude<Service, 'plex'>[];
  schedule: string | null;
  order: string | null;
  visible: { library: boolean | null; home: boolean | null; shared: boolean | null };
  /** Of a playlist, which names them itself. */
  libraries: string[];
}

export function aboutDefinition(name: string, value: PlainValue): AboutDefinition {
  const said = new Map(
    Object.entries(isPlainMap(value) ? value : {}).map(([key, one]) => [readKey(key).name, one]),
  );
  const title = said.get('name');
  const builders = [...said.keys()].filter((key) => Object.hasOwn(BUILDERS, key));
  const services = builders.map((key) => BUILDERS[key]?.service).filter((one) => one !== undefined);
  const shown = (where: string) => asFlag(said.get(`visible_${where}`));
  return {
    title: typeof title === 'string' && title !== '' && !title.includes('<<') ? title : name,
    enabled: !said.has('run_definition') || !switchesOff(said.get('run_definition') ?? null),
    builders,
    templates: callsOf(said.get('template') ?? null).flatMap(templateName),
    needs: [...new Set(services.filter((service) => service !== 'plex'))],
    schedule: asLine(said.get('schedule')),
    order: asLine(said.get('collection_order')),
    libraries: wordsOf(said.get('libraries') ?? [])
      .map(String)
      .filter((word) => word !== ''),
    visible: { library: shown('library'), home: shown('home'), shared: shown('shared') },
  };
}

/** Kometa skips a definition when any of the words is false, or nothing stands there. */
const switchesOff = (written: PlainValue): boolean => written === null || wordsOf(written).some(saysFalse);

export const saysFalse = (word: PlainValue): boolean => String(word).trim().toLowerCase() === 'false';

/** A list, or a text with commas. */
export function wordsOf(written: PlainValue): readonly PlainValue[] {
  if (isPlainList(written)) return written;
  return typeof written === 'string' ? written.split(',').map((word) => word.trim()) : [written];
}

export function callsOf(template: PlainValue): readonly PlainValue[] {
  if (template === null) return [];
  return isPlainList(template) ? template : [template];
}

function templateName(call: PlainValue): string[] {
  if (typeof call === 'string') return [call];
  const name = isPlainMap(call) ? call.name : null;
  return typeof name === 'string' || typeof name === 'number' ? [String(name)] : [];
}

function asFlag(value: PlainValue | undefined): boolean | null {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.toLowerCase() : '';
  return word === 'true' ? true : word === 'false' ? false : null;
}

function asLine(value: PlainValue | undefined): string | null {
  if (value === undefined || value === null || isPlainMap(value)) return null;
  return isPlainList(value) ? value.filter((one) => !isPlainMap(one)).join(', ') : String(value);
}
