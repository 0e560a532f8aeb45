import type { Element } from './element.ts';

const metadataTags = new Set(['Video', 'Track', 'Photo', 'Playlist']);
/** Children that exist once and are an object in JSON, not a list of one. */
const singles = new Set(['Meta', 'Preferences', 'Player', 'Session', 'User']);

const jsonName = ({ tag, attributes }: Element): string => {
  if (metadataTags.has(tag)) return 'Metadata';
  return tag === 'Directory' && attributes.ratingKey !== undefined ? 'Metadata' : tag;
};

const isSingle = (name: string): boolean => singles.has(name);

type Json = string | number | boolean | Json[] | { [name: string]: Json };

const toObject = (node: Element): { [name: string]: Json } => {
  const object: { [name: string]: Json } = {};
  for (const [name, value] of Object.entries(node.attributes)) if (value !== undefined) object[name] = value;
  for (const child of node.children) {
    const name = jsonName(child);
    const there = object[name];
    if (isSingle(name)) object[name] = toObject(child);
    else if (Array.isArray(there)) there.push(toObject(child));
    else object[name] = [toObject(child)];
  }
  return object;
};

export const toJson = (root: Element): string => JSON.stringify({ [root.tag]: toObject(root) });
