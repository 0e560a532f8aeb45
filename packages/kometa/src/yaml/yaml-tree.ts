import { MAX_OVERLAY_FILE_BYTES } from '@marquee/contracts';
import {
  type Alias,
  Composer,
  type CST,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  Parser,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { type Lines, linesOf, type Span } from './places.ts';
import { meaningOfScalar, plainScalar, type YamlVersion } from './scalar-meaning.ts';

/** What keeps a file from being read at all. */
interface YamlFault {
  code:
    | 'too-large'
    | 'syntax'
    | 'tab'
    | 'depth'
    | 'aliases'
    | 'alias-unknown'
    | 'tag'
    | 'duplicate-key'
    | 'merge'
    | 'character'
    | 'value'
    | 'documents';
  message: string;
  mend: string;
  span: Span;
}

export interface YamlTree {
  text: string;
  lines: Lines;
  /** 1.2 unless the file says `%YAML 1.1`. */
  version: YamlVersion;
  /** null when the file is empty or cannot be read. */
  root: Node | null;
  faults: readonly YamlFault[];
  /** What each alias stands for. */
  targets: ReadonlyMap<Alias, Node>;
}

export interface YamlLimits {
  characters: number;
  /** Keys, values, and what stands between them. */
  lexemes: number;
}

/** What an overlay file can need. */
const OVERLAY_FILE: YamlLimits = { characters: MAX_OVERLAY_FILE_BYTES, lexemes: 400_000 };
/** What is read to be checked or edited, aside from where others wait. */
export const ANY_FILE: YamlLimits = { characters: 10_000_000, lexemes: 4_000_000 };
const MAX_DEPTH = 60;
const MAX_ERRORS = 20;
// What the lexer says before the text of a scalar.
const SCALAR_FOLLOWS = '\x1f';
// What Kometa's reader does not take anywhere, not even in comments.
const UNPRINTABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\uffff]|[\ufffe\uffff]/;
const MAX_ALIASES = 5_000;
/** Nodes when every alias is written out. */
const MAX_EXPANDED = 300_000;
// `!` alone keeps a scalar a string.
const KNOWN_TAGS = /^(?:!|tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq|merge))$/;

/** Reads YAML within limits. Never throws for what a person wrote; the time it takes grows with the text's length. */
export function readYaml(text: string, limits = OVERLAY_FILE): YamlTree {
  const lines = linesOf(text);
  const failed = (faults: readonly YamlFault[]): YamlTree => ({
    text,
    lines,
    version: '1.2',
    root: null,
    faults,
    targets: new Map(),
  });
  if (text.length > limits.characters) {
    return failed([
      sizeFault(`The file has ${text.length} characters; ${limits.characters} are read at most`),
    ]);
  }
  const character = UNPRINTABLE.exec(text);
  if (character) return failed([characterFault(character[0], character.index)]);
  const parsed = parseShallow(text, limits.lexemes);
  if ('faults' in parsed) return failed(parsed.faults);
  const [document, second] = [
    ...new Composer({ uniqueKeys: false, version: '1.2', schema: 'failsafe', prettyErrors: false }).compose(
      parsed.tokens,
      true,
      text.length,
    ),
  ];
  if (second) {
    return failed([
      {
        code: 'documents',
        message: 'The file holds more than one YAML document',
        mend: 'Take the `---` or `...` between them away',
        span: spanOf(second.contents) ?? { start: 0, end: 0 },
      },
    ]);
  }
  const errors = (document?.errors ?? []).slice(0, MAX_ERRORS).map((error): YamlFault => {
    const span = { start: error.pos[0], end: error.pos[1] };
    return error.code === 'TAB_AS_INDENT' ? tabFault(span) : syntaxFault(error.message, span);
  });
  if (errors.length > 0) return failed(errors);
  if (document?.warnings.some(({ message }) => message.startsWith('Unsupported YAML version'))) {
    return failed([syntaxFault('Kometa knows YAML 1.1 and 1.2 only', { start: 0, end: 0 })]);
  }
  const root = document?.contents ?? null;
  const block = blockAtEnd(text, root);
  // To Kometa it has no last line break either.
  if (block?.source?.endsWith('\n')) block.source = block.source.slice(0, -1);
  const version = document?.directives?.yaml.version === '1.1' ? '1.1' : '1.2';
  const walk = inspect(root, version);
  return {
    text,
    lines,
    version,
    root: walk.faults.some((fault) => fault.code !== 'duplicate-key') ? null : root,
    faults: walk.faults,
    targets: walk.targets,
  };
}

/** The tokens, unless the text asks for more than an overlay file can need: what comes after would recurse into it. */
function parseShallow(text: string, maxLexemes: number): { tokens: CST.Token[] } | { faults: YamlFault[] } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const errors: YamlFault[] = [];
  const take = (token: CST.Token) => {
    if (token.type === 'error') {
      errors.push(
        syntaxFault(token.message, { start: token.offset, end: token.offset + token.source.length }),
      );
    }
    tokens.push(token);
  };
  let lexemes = 0;
  let aliases = 0;
  let before = '';
  let isBlock = false;
  const tabs: YamlFault[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    const kind = tokenKind(lexeme, before);
    if (kind === 'header') isBlock = true;
    else if (kind === 'scalar' && isBlock) isBlock = false;
    else if (kind !== 'other' && lexeme.includes('\t') && !(kind === 'space' && isInBraces(parser))) {
      if (tabs.length < MAX_ERRORS) tabs.push(tabFault(tabsIn(lexeme, parser.offset)));
    }
    for (const token of parser.next(lexeme)) take(token);
    lexemes += 1;
    if (lexeme.startsWith('*') && before !== SCALAR_FOLLOWS) aliases += 1;
    before = lexeme;
    const here = { start: parser.offset, end: parser.offset };
    if (parser.stack.length > MAX_DEPTH) return { faults: [depthFault(here)] };
    if (lexemes > maxLexemes) return { faults: [sizeFault('The file has too many parts')] };
    if (aliases > MAX_ALIASES) return { faults: [aliasFault(here)] };
    if (errors.length >= MAX_ERRORS) return { faults: errors };
  }
  for (const token of parser.end()) take(token);
  return tabs.length > 0 ? { faults: tabs } : { tokens };
}

/** Where a tab may not stand: between things, and in a text without quotes. */
function tokenKind(lexeme: string, before: string): 'space' | 'scalar' | 'header' | 'other' {
  if (before === SCALAR_FOLLOWS) return 'scalar';
  const first = lexeme[0];
  if (first === ' ' || first === '\t') return 'space';
  return first === '|' || first === '>' ? 'header' : 'other';
}

const isInBraces = ({ stack }: Parser): boolean =>
  stack.some((token) => token.type === 'flow-collection' && token.end.length === 0);

function tabsIn(lexeme: string, offset: number): Span {
  const [tabs = ''] = /\t+/.exec(lexeme) ?? [];
  const start = offset + lexeme.indexOf('\t');
  return { start, end: start + tabs.length };
}

/** The block of text that a file without a last line break ends with. */
export function blockAtEnd(text: string, root: Node | null): Scalar | null {
  if (text.endsWith('\n')) return null;
  let last: unknown = root;
  while (isMap(last) || isSeq(last)) {
    const item: unknown = last.items.at(-1);
    last = isPair(item) ? (item.value ?? item.key) : item;
  }
  if (!isScalar(last) || (last.type !== 'BLOCK_LITERAL' && last.type !== 'BLOCK_FOLDED')) return null;
  return last.range?.[1] === text.length ? last : null;
}

function syntaxFault(message: string, span: Span): YamlFault {
  return { code: 'syntax', message: `Not YAML: ${message}`, mend: 'Mend the YAML here', span };
}

const tabFault = (span: Span): YamlFault => ({
  code: 'tab',
  message: 'A tab stands where spaces belong',
  mend: 'Write spaces, or quotes around a text with tabs',
  span,
});

const characterFault = (character: string, start: number): YamlFault => ({
  code: 'character',
  message: `Kometa’s reader takes no character U+${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`,
  mend: 'Take it away',
  span: { start, end: start + 1 },
});

function depthFault(span: Span): YamlFault {
  return {
    code: 'depth',
    message: `Nested more than ${MAX_DEPTH} levels deep`,
    mend: 'Nest less',
    span,
  };
}

function sizeFault(message: string): YamlFault {
  return { code: 'too-large', message, mend: 'Split it into several files', span: { start: 0, end: 0 } };
}

function aliasFault(span: Span): YamlFault {
  return {
    code: 'aliases',
    message: 'Aliases repeat too much: written out, the file would be enormous',
    mend: 'Use fewer aliases, and none that holds many others',
    span,
  };
}

function inspect(root: Node | null, version: YamlVersion) {
  const faults: YamlFault[] = [];
  const targets = new Map<Alias, Node>();
  const anchors = new Map<string, { node: Node; size: number | null }>();
  let expanded = 0;
  const tooMany = (span: Span) => {
    if (!faults.some((fault) => fault.code === 'aliases')) faults.push(aliasFault(span));
  };
  // The size of a node when its aliases are written out.
  const visit = (node: unknown): number => {
    if (isAlias(node)) {
      const span = spanOf(node) ?? { start: 0, end: 0 };
      const target = anchors.get(node.source);
      if (!target) {
        faults.push({
          code: 'alias-unknown',
          message: `*${node.source} is used, but no &${node.source} stands before it`,
          mend: 'Set the anchor before it is used',
          span,
        });
        return 1;
      }
      targets.set(node, target.node);
      expanded += target.size ?? MAX_EXPANDED;
      if (target.size === null || expanded > MAX_EXPANDED) tooMany(span);
      return Math.min(target.size ?? MAX_EXPANDED, MAX_EXPANDED);
    }
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return 0;
    if (node.tag !== undefined && !KNOWN_TAGS.test(node.tag) && faults.length < MAX_ERRORS) {
      faults.push({
        code: 'tag',
        message: `The tag ${node.tag} is not allowed`,
        mend: 'Take the tag away',
        span: spanOf(node) ?? { start: 0, end: 0 },
      });
    }
    const anchor =
      node.anchor === undefined ? undefined : { node: node as Node, size: null as number | null };
    if (anchor && node.anchor !== undefined) anchors.set(node.anchor, anchor);
    let size = 1;
    if (isScalar(node)) {
      const meaning = meaningOfScalar(node, version);
      node.value = plainScalar(meaning);
      if (meaning.type === 'broken') faults.push(valueFault(node, meaning.message));
    } else if (isMap(node)) {
      for (const pair of node.items) size += visit(pair.key) + visit(pair.value);
      faults.push(...repeatedKeys(node), ...badMerges(node, targets));
    } else if (isSeq(node)) {
      for (const item of node.items) {
        size += isPair(item) ? visit(item.key) + visit(item.value) : visit(item);
      }
    }
    if (anchor) anchor.size = Math.min(size, MAX_EXPANDED);
    return size;
  };
  visit(root);
  return { faults, targets };
}

function repeatedKeys(map: YAMLMap): YamlFault[] {
  const seen = new Set<string>();
  const faults: YamlFault[] = [];
  for (const pair of map.items) {
    if (!isScalar(pair.key)) continue;
    const key = keyIdentity(pair.key.value);
    if (seen.has(key)) {
      faults.push({
        code: 'duplicate-key',
        message: `“${String(pair.key.value)}” stands here twice`,
        mend: 'Keep one of them',
        span: spanOf(pair.key) ?? { start: 0, end: 0 },
      });
    }
    seen.add(key);
  }
  return faults;
}

/** To Python `1`, `1.0` and `true` are one key. */
const keyIdentity = (value: unknown): string =>
  typeof value === 'boolean' ? `number ${Number(value)}` : `${typeof value} ${String(value)}`;

/** A `<<` takes maps only. */
function badMerges(map: YAMLMap, targets: ReadonlyMap<Alias, Node>): YamlFault[] {
  const follow = (node: unknown) => (isAlias(node) ? targets.get(node) : node);
  return map.items.flatMap(({ key, value }): YamlFault[] => {
    if (!isScalar(key) || !isMergeKey(key)) return [];
    const merged = follow(value);
    const all = isSeq(merged) ? merged.items.map(follow) : [merged];
    // An alias without its anchor is told already.
    if (all.every((one) => one === undefined || isMap(one))) return [];
    return [
      {
        code: 'merge',
        message: 'A << takes a map, or a list of maps',
        mend: 'Name the anchor of a map, as <<: *name',
        span: spanOf(key) ?? { start: 0, end: 0 },
      },
    ];
  });
}

/** A plain `<<` as a key. */
export const isMergeKey = (key: unknown): boolean =>
  isScalar(key) && key.value === '<<' && key.type === 'PLAIN' && key.tag !== 'tag:yaml.org,2002:str';

function valueFault(node: Node, message: string): YamlFault {
  return {
    code: 'value',
    message,
    mend: 'Mend it, or write it in quotes',
    span: spanOf(node) ?? { start: 0, end: 0 },
  };
}

/** Where a node's own text stands; null for what has none. */
export function spanOf(node: unknown): Span | null {
  if (!isScalar(node) && !isMap(node) && !isSeq(node) && !isAlias(node)) return null;
  const range = node.range;
  if (!range) return null;
  return { start: range[0], end: range[1] };
}
