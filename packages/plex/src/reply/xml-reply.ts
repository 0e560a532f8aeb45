import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { badAnswer } from '../connection/failure.ts';
import { decodeXmlText } from './xml-text.ts';

type JsonShape = Record<string, unknown>;

const parser = new XMLParser({
  // Films and folders may be mixed in one list: their order must survive.
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  // A film called "1917" stays text; fields that are numbers say so in their schema.
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 32,
});

const ATTRIBUTES = ':@';
const itemTags = new Set(['Video', 'Track', 'Photo', 'Playlist']);

const isNode = (value: unknown): value is JsonShape =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Plex's JSON calls every kind of item Metadata, and leaves plain folders and filter values as Directory. */
function jsonName(tag: string, node: JsonShape): string {
  return itemTags.has(tag) || (tag === 'Directory' && 'ratingKey' in node) ? 'Metadata' : tag;
}

function attributesOf(element: JsonShape): JsonShape {
  const attributes = element[ATTRIBUTES];
  if (!isNode(attributes)) return {};
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, decodeXmlText(String(value))]),
  );
}

function toJson(element: JsonShape, tag: string): JsonShape {
  const node = attributesOf(element);
  const lists = new Map<string, JsonShape[]>();
  for (const [childTag, child] of childrenOf(element[tag])) {
    const value = toJson(child, childTag);
    const name = jsonName(childTag, value);
    const list = lists.get(name);
    if (list === undefined) lists.set(name, [value]);
    else list.push(value);
  }
  return Object.assign(node, Object.fromEntries(lists));
}

function childrenOf(value: unknown): [string, JsonShape][] {
  if (!Array.isArray(value)) return [];
  return value.filter(isNode).flatMap((child): [string, JsonShape][] => {
    const tag = Object.keys(child).find((key) => key !== ATTRIBUTES && key !== '#text');
    return tag === undefined ? [] : [[tag, child]];
  });
}

/** `<MediaContainer>` in Plex's JSON shape: attributes are fields, child tags are lists. */
export function decodeXml(text: string): unknown {
  // Plex never sends one, and entities declared there could unfold without end.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    throw badAnswer('the XML declares a document type, which Plex never does');
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw badAnswer(`the XML is broken in line ${valid.err.line}: ${valid.err.msg}`);
  try {
    const root = childrenOf(parser.parse(text)).find(([tag]) => tag === 'MediaContainer');
    if (root !== undefined) return toJson(root[1], root[0]);
  } catch (cause) {
    throw badAnswer(
      `the XML could not be read: ${cause instanceof Error ? cause.message : 'unknown reason'}`,
    );
  }
  throw badAnswer('the XML holds no MediaContainer');
}
