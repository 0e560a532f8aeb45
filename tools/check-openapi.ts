import { readFileSync } from 'node:fs';
import { openApiText } from './openapi-text.ts';

/** The committed description must be what the route tables say today. */
export default function checkOpenApi(): string[] {
  return readFileSync('docs/openapi.json', 'utf8') === openApiText()
    ? []
    : ['docs/openapi.json differs from the route tables; run `npm run docs` and commit it'];
}
