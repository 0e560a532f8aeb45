import { BlockTemplate } from '@marquee/contracts';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { bodyOf } from '../overlays/templates/read-template.ts';

const Head = BlockTemplate.omit({ id: true, yaml: true, shipped: true }).extend({
  library: BlockTemplate.shape.library.default(null),
  variables: BlockTemplate.shape.variables.default([]),
});

/** A preset as `defaults/README.md` describes it; its definition keeps its comments. */
export function readPreset(id: string, source: string): BlockTemplate {
  const document = parseDocument(source);
  const [error] = document.errors;
  if (error !== undefined) throw error;
  const { definition: _, ...head } = z.record(z.string(), z.unknown()).parse(document.toJS());
  return BlockTemplate.parse({
    id,
    ...Head.parse(head),
    yaml: bodyOf(source, document.contents),
    shipped: true,
  });
}
