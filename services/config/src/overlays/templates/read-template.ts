import { OverlayTemplate } from '@marquee/contracts';
import { isMap, isScalar, parseDocument } from 'yaml';
import { z } from 'zod';

const Head = OverlayTemplate.pick({ title: true, group: true, level: true });

/** A template as `defaults/README.md` describes it; its definition keeps its comments. */
export function readTemplate(id: string, source: string): OverlayTemplate {
  const document = parseDocument(source);
  const [error] = document.errors;
  if (error !== undefined) throw error;
  const { title, group, level } = Head.parse(
    z.record(z.string(), z.unknown()).parse(document.toJS({ maxAliasCount: 100 })),
  );
  return OverlayTemplate.parse({
    ...{ id, title, group, level },
    yaml: bodyOf(source, document.contents),
    shipped: true,
  });
}

/** The lines below `definition:`, moved to the left edge. */
export function bodyOf(source: string, contents: unknown): string {
  const pairs = isMap(contents) ? contents.items : [];
  const pair = pairs.find(({ key }) => isScalar(key) && key.value === 'definition');
  const body = isMap(pair?.value) && !pair.value.flow ? pair.value.range : undefined;
  const key = isScalar(pair?.key) ? pair.key.range : undefined;
  if (!body || !key) throw new Error('A template has a map “definition:” in block style');
  const [start, , end] = body;
  const indent = start - source.lastIndexOf('\n', start) - 1;
  return source
    .slice(source.indexOf('\n', key[1]) + 1, end)
    .split('\n')
    .map((line) => (line.slice(0, indent).trim() === '' ? line.slice(indent) : line))
    .join('\n');
}
