import type { Desk, DeskListener, DeskSources } from './desk.ts';

/** Monaco comes when the first text is opened. */
export async function loadDesk(listener: DeskListener, sources: DeskSources): Promise<Desk> {
  const { createMonacoDesk } = await import('./monaco-desk.ts');
  return createMonacoDesk(listener, sources);
}
