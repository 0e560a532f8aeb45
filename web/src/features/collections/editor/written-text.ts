import { rewriteDefinition, writeYamlValue } from '@marquee/kometa';
import type { Values } from '../model/json.ts';
import type { DraftSection } from './check-draft.ts';
import type { Lines } from './read-lines.ts';

/** What will stand in the file: the lines as they become. What cannot be told here is null, and told after saving. */
export function writtenText(
  section: DraftSection,
  lines: Lines | null,
  { name, values }: { name: string; values: Values },
): string | null {
  if (!lines) return `${writeYamlValue({ [name || 'Collection']: values })}\n`;
  const head = `${section}:\n`;
  const outcome = rewriteDefinition(`${head}${lines.text}`, [section], {
    name: lines.name,
    to: name,
    value: values,
  });
  return 'text' in outcome ? outcome.text.slice(head.length) : null;
}
