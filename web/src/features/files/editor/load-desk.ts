import { breath } from '../../../ui/breath.ts';
import type { Desk, DeskListener, DeskSources } from './desk.ts';

/** Monaco comes when the first text is opened, in parts: to begin all of it at once would hold up who types. */
const parts = [
  () => import('./monaco-widget.ts'),
  () => import('./monaco-base.ts'),
  () => import('./monaco-compare.ts'),
  () => import('./monaco.ts'),
];

export async function loadDesk(listener: DeskListener, sources: DeskSources): Promise<Desk> {
  for (const part of parts) {
    await part();
    await breath();
  }
  const { createMonacoDesk } = await import('./monaco-desk.ts');
  return createMonacoDesk(listener, sources);
}
