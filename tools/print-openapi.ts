import { writeFileSync } from 'node:fs';
import { openApiText } from './openapi-text.ts';

export default function printOpenApi(): void {
  writeFileSync('docs/openapi.json', openApiText());
}
