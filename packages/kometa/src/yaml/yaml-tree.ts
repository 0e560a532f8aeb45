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
  type YAMLMap,
} from 'yaml';
import { type Lines, linesOf, type Span } from './places.ts';

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
    | 'documents';
  message: string;
  mend: string;
  span: Span;
}

export interface YamlTree {
  text: string;
  lines: Lines;
  /** null when the file is empty or cannot be read. */
  root: Node | null;
  faults: readonly YamlFault[];
  /** What each alias stands for. */
  targets: ReadonlyMap<Alias, Node>;
}

const MAX_DEPTH = 60;
const MAX_LEXEMES = 400_000;
const MAX_ERRORS = 20;
// What the lexer says before the text of a scalar.
const SCALAR_FOLLOWS = '\x1f';
const MAX_ALIASES = 5_000;
/** Nodes when every alias is written out. */
const MAX_EXPANDED = 300_000;
// `!` alone keeps a scalar a string.
const KNOWN_TAGS = /^(?:!|tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq|merge))$/;

/** Reads YAML within limits. Never throws for what a person wrote; the time it takes grows with the text's length. */
export function readYaml(text: string): YamlTree {
  const lines = linesOf(text);
  const failed = (faults: readonly YamlFault[]): YamlTree => ({
    text,
    lines,
    root: null,
    faults,
    targets: new Map(),
  });
  if (text.length > MAX_OVERLAY_FILE_BYTES) {
    return failed([
      sizeFault(`The file has ${text.length} characters; ${MAX_OVERLAY_FILE_BYTES} are read at most`),
    ]);
  }
  const parsed = parseShallow(text);
  if ('faults' in parsed) return failed(parsed.faults);
  const [document, second] = [
    ...new Composer({ uniqueKeys: false, version: '1.2', schema: 'core', prettyErrors: false }).compose(
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
    if (error.code !== 'TAB_AS_INDENT') return syntaxFault(error.message, span);
    return { code: 'tab', message: 'A tab stands where spaces indent', mend: 'Indent with spaces', span };
  });
  if (errors.length > 0) return failed(errors);
  const root = document?.contents ?? null;
  const walk = inspect(root);
  return {
    text,
    lines,
    root: walk.faults.some((fault) => fault.code !== 'duplicate-key') ? null : root,
    faults: walk.faults,
    targets: walk.targets,
  };
}

/** The tokens, unless the text asks for more than an overlay file can need: what comes after would recurse into it. */
function parseShallow(text: string): { tokens: CST.Token[] } | { faults: YamlFault[] } {
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
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) take(token);
    lexemes += 1;
    if (lexeme.startsWith('*') && before !== SCALAR_FOLLOWS) aliases += 1;
    before = lexeme;
    const here = { start: parser.offset, end: parser.offset };
    if (parser.stack.length > MAX_DEPTH) return { faults: [depthFault(here)] };
    if (lexemes > MAX_LEXEMES) return { faults: [sizeFault('The file has too many parts')] };
    if (aliases > MAX_ALIASES) return { faults: [aliasFault(here)] };
    if (errors.length >= MAX_ERRORS) return { faults: errors };
  }
  for (const token of parser.end()) take(token);
  return { tokens };
}

function syntaxFault(message: string, span: Span): YamlFault {
  return { code: 'syntax', message: `Not YAML: ${message}`, mend: 'Mend the YAML here', span };
}

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

function inspect(root: Node | null) {
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
    if (isMap(node)) {
      faults.push(...repeatedKeys(node));
      for (const pair of node.items) size += visit(pair.key) + visit(pair.value);
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
    const key = `${typeof pair.key.value} ${String(pair.key.value)}`;
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

/** Where a node's own text stands; null for what has none. */
export function spanOf(node: unknown): Span | null {
  if (!isScalar(node) && !isMap(node) && !isSeq(node) && !isAlias(node)) return null;
  const range = node.range;
  if (!range) return null;
  return { start: range[0], end: range[1] };
}
