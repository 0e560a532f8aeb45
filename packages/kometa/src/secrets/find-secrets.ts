import { isAlias, isMap, isScalar, isSeq, type Scalar } from 'yaml';
import { configKeys } from '../model/config-file.ts';
import type { KeyTable, ValueSpec } from '../model/key-spec.ts';
import type { Span } from '../yaml/places.ts';
import { pythonText } from '../yaml/read-values.ts';
import { readYaml, spanOf, type YamlTree } from '../yaml/yaml-tree.ts';

/** What must not leave the server, where it stands in the text. */
export interface FoundSecret {
  /** Its path, each part escaped as in an address: `plex/token`; with `#2` for a second one in the same value. */
  name: string;
  span: Span;
}

const SECRET_KEY =
  /(?:^|_)(?:token|api_?key|password|passwd|secret|client_id|client_secret|access_token|refresh_token|pin)$/i;
const WEBHOOK = /^https?:\/\//i;
export const isSecretKey = (name: string): boolean => SECRET_KEY.test(name);
export const isWebhookAddress = (text: string): boolean => WEBHOOK.test(text);
/** In addresses: a password before the host, keys after the question mark, the path of a chat's webhook. */
const PARTS =
  /(?<=:\/\/[^/\s:@]+:)[^/\s@]+(?=@)|(?<=[?&;](?:[\w-]*token|api_?key|key|password|secret)=)[^&;#\s"'<>]+|(?<=\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks\/)[^\s"'<>]+|(?<=\/\/hooks\.slack\.com\/services\/)[^\s"'<>]+/gi;
const LINE = /^([ \t]*(?:#[ \t#]*)?(?:-[ \t]+)?(["']?)([\w-]+)\2[ \t]*:[ \t]+)(\S.*?)[ \t]*$/;
/** Between braces. */
const IN_FLOW = /[{,][ \t]*["']?([\w-]+)["']?[ \t]*:[ \t]+("[^"]*"|'[^']*'|[^\s,}\]"'][^,}\]]*)/g;
const ENV_LINE = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*(\S.*?)[ \t]*$/;
/** Variables of Kometa's that say how it runs; every other one is a secret, as Kometa takes it. */
const PLAIN_VARIABLE =
  /^(?:TZ|PUID|PGID|UMASK|(?:KOMETA|PMM)_(?:CONFIG|TIMES?|RUN|TESTS?|DEBUG|TRACE|LOG_REQUESTS|TIMEOUT|\w*_ONLY|COLLECTIONS|LIBRARIES|RUN_\w+|RESUME|NO_\w+|IGNORE_\w+|READ_ONLY_CONFIG|DELETE_\w+|LOW_PRIORITY|DIVIDER|WIDTH))$/i;

/** Longer ones are looked through line by line: to read them would hold everybody else up. */
const MAX_TREE_LENGTH = 256_000;
/** What stands in every line that has a secret by its shape. */
const LINE_HINT =
  /(?:token|api_?key|passw(?:or)?d|secret|client_id|pin)["']?[ \t]*:|:\/\/[^/\s]*@|[?&;][\w-]*(?:token|key|password|secret)=|\/api\/webhooks\/|hooks\.slack\.com\/services\//gi;
/** What has none of these has no secret that would be found. */
const HINT = new RegExp(`${LINE_HINT.source}|(?:localhost_url|webhooks)["']?[ \\t]*:`, 'i');

/** Of a YAML file: by Kometa's model where the file is its config.yml, and by shape in all. */
export function secretsInYaml(text: string): FoundSecret[] {
  if (!HINT.test(text)) return [];
  const tree = text.length > MAX_TREE_LENGTH ? null : readYaml(text);
  // What cannot be read may still hold keys.
  const found = tree === null || tree.root === null ? inLines(text) : [...inTree(tree), ...inComments(text)];
  return eachNamedOnce(apart(found.sort((a, b) => a.span.start - b.span.start)));
}

/** Of any other text. */
export function secretsInText(text: string): FoundSecret[] {
  return eachNamedOnce(inLines(text));
}

/** Of a file of variables. */
export function secretsInEnv(text: string): FoundSecret[] {
  const found = eachLine(text, (line, start) => {
    const [, name = '', value = ''] = ENV_LINE.exec(line) ?? [];
    if (value === '' || PLAIN_VARIABLE.test(name)) return [];
    const at = start + line.lastIndexOf(value);
    return [{ name, span: { start: at, end: at + value.length } }];
  });
  return eachNamedOnce(found);
}

/** A line of a block may look like a comment. */
function apart(found: readonly FoundSecret[]): FoundSecret[] {
  let end = -1;
  return found.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

/** A second one of the same value, of a key that stands twice, of a variable that is set twice. */
function eachNamedOnce(found: readonly FoundSecret[]): FoundSecret[] {
  const times = new Map<string, number>();
  return found.map(({ name, span }) => {
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return { name: time === 1 ? name : `${name}#${time}`, span };
  });
}

function inTree(tree: YamlTree): FoundSecret[] {
  const found: FoundSecret[] = [];
  const take = (node: Scalar, path: readonly string[], secret: boolean) => {
    const span = spanOf(node);
    if (span === null || span.end <= span.start) return;
    const written = tree.text.slice(span.start, span.end);
    const name = nameOf(path);
    if (!secret || isPlaceholder(pythonText(tree, node))) found.push(...partsOf(written, span.start, name));
    else found.push(...linesWithin(written, span.start).map((line) => ({ name, span: line })));
  };
  const visit = (node: unknown, path: readonly string[], spec: ValueSpec | null, secret: boolean): void => {
    if (isScalar(node)) take(node, path, secret);
    if (isSeq(node)) {
      const items = spec === null ? null : (choicesOf(spec).find((one) => one.type === 'list')?.of ?? null);
      for (const [index, item] of node.items.entries()) visit(item, [...path, String(index)], items, secret);
    }
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      if (isAlias(value)) continue;
      const name = pythonText(tree, key);
      const known = spec === null ? null : keyIn(spec, name);
      const isSecret =
        known?.secret === true ||
        SECRET_KEY.test(name) ||
        (path[0] === 'webhooks' && isScalar(value) && WEBHOOK.test(String(value.value)));
      visit(value, [...path, name], known?.value ?? null, isSecret);
    }
  };
  visit(tree.root, [], { type: 'map', keys: configKeys }, false);
  return found;
}

/** What is commented out was a key yesterday, and may be one tomorrow. */
function inComments(text: string): FoundSecret[] {
  return inLines(text, (line) => /^[ \t]*#/.test(line));
}

function inLines(text: string, takes: (line: string) => boolean = () => true): FoundSecret[] {
  const found: FoundSecret[] = [];
  let number = 1;
  let counted = 0;
  let end = -1;
  for (const { index } of text.matchAll(LINE_HINT)) {
    if (index < end) continue;
    const start = text.lastIndexOf('\n', index) + 1;
    end = text.indexOf('\n', index);
    if (end === -1) end = text.length;
    for (let at = text.indexOf('\n', counted); at !== -1 && at < start; at = text.indexOf('\n', at + 1)) {
      number += 1;
      counted = at + 1;
    }
    const line = text.slice(start, end).replace(/\r$/, '');
    if (takes(line)) found.push(...inLine(line, start, `line-${number}`));
  }
  return found;
}

function inLine(line: string, start: number, name: string): FoundSecret[] {
  const [, before = '', , key = '', value = ''] = LINE.exec(line) ?? [];
  if (value !== '' && SECRET_KEY.test(key) && !isPlaceholder(value))
    return [{ name, span: { start: start + before.length, end: start + before.length + value.length } }];
  const inside = [...line.matchAll(IN_FLOW)].flatMap((match) => {
    const [all, within = '', given = ''] = match;
    if (!SECRET_KEY.test(within) || isPlaceholder(given.trimEnd())) return [];
    const from = start + match.index + all.length - given.length;
    return [{ name, span: { start: from, end: from + given.trimEnd().length } }];
  });
  return apart([...inside, ...partsOf(line, start, name)].sort((a, b) => a.span.start - b.span.start));
}

/** A value of several lines is hidden line by line, so that those after it keep their numbers. */
function linesWithin(written: string, start: number): Span[] {
  const lines = [...written.matchAll(/\S[^\r\n]*/g)].map(([line], index, all) => {
    const at = start + (all[index]?.index ?? 0);
    return { start: at, end: at + line.trimEnd().length };
  });
  // The sign of a block stays: without it the lines below would be something else.
  return /^[|>]/.test(written) ? lines.slice(1) : lines;
}

/** What stands for a secret is none: a placeholder of Kometa’s or ours, and the word that means the command line. */
function isPlaceholder(value: string): boolean {
  return /^["']?<<[^<>]*>>["']?$/.test(value) || ['', 'None', 'ENV'].includes(value);
}

function partsOf(written: string, start: number, name: string): FoundSecret[] {
  const parts = [...written.matchAll(PARTS)].filter(([part]) => !part.includes('<<'));
  return parts.map((part) => ({
    name,
    span: { start: start + part.index, end: start + part.index + part[0].length },
  }));
}

function eachLine(
  text: string,
  find: (line: string, start: number, number: number) => FoundSecret[],
): FoundSecret[] {
  let start = 0;
  return text.split('\n').flatMap((line, index) => {
    const found = find(line.replace(/\r$/, ''), start, index + 1);
    start += line.length + 1;
    return found;
  });
}

function nameOf(path: readonly string[]): string {
  return path.map((part) => encodeURIComponent(part)).join('/');
}

function choicesOf(spec: ValueSpec): readonly ValueSpec[] {
  return spec.type === 'either' ? spec.of.flatMap(choicesOf) : [spec];
}

function keyIn(spec: ValueSpec, name: string): { value: ValueSpec; secret?: boolean } | null {
  for (const choice of choicesOf(spec)) {
    if (choice.type === 'dictionary') return { value: choice.of };
    const keys: KeyTable = choice.type === 'map' ? choice.keys : {};
    const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
    if (key !== undefined) return key;
  }
  return null;
}
