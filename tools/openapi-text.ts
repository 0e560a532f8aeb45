import { openApiDocument } from '@marquee/contracts/openapi';
import project from '../package.json' with { type: 'json' };

export function openApiText(): string {
  return `${JSON.stringify(openApiDocument({ version: project.version }), null, 2)}\n`;
}
