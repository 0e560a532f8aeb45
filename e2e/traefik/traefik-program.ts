import { join } from 'node:path';
import { projectRoot } from '../program.ts';

/** Real Traefik, from the wheel that tools/test-tools.mjs installed. */
export const traefikProgram = join(projectRoot, 'node_modules/.cache/marquee/venv/bin/traefik');
