import { rewriteDefinition, writeYamlValue } from '@marquee/kometa';
import type { Values } from '../model/json.ts';
import type { DraftSection } from './check-draft.ts';

interface Written {
  section: DraftSection;
  /** Its block as it stands in the file. */
  text: string;
  name: string;
}

/** What will stand in the file: the block as it is, and as it becomes. What cannot be told here is told after saving. */
export function writtenText(
  before: Written | null,
  after: { name: string; values: Values },
): { before: string; after: string } | null {
  if (!before)
    return { before: '', after: `${writeYamlValue({ [after.name || 'Collection']: after.values })}\n` };
  const head = `${before.section}:\n`;
  const outcome = rewriteDefinition(`${head}${before.text}`, [before.section], {
    name: before.name,
    to: after.name,
    value: after.values,
  });
  return 'text' in outcome ? { before: before.text, after: outcome.text.slice(head.length) } : null;
}
