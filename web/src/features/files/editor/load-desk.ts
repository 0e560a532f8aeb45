import { fonts, sizes } from '../../../theme/tokens.ts';
import { breath } from '../../../ui/breath.ts';
import type { Desk, DeskListener, DeskSources } from './desk.ts';

/** Monaco comes when the first text is opened, in parts: to begin all of it at once would hold up who types. */
const parts = [
  () => import('monaco-editor/esm/vs/editor/common/config/editorOptions.js'),
  () => import('monaco-editor/esm/vs/editor/browser/editorExtensions.js'),
  () => import('monaco-editor/esm/vs/editor/common/model/textModel.js'),
  () => import('monaco-editor/esm/vs/editor/common/viewModel/viewModelImpl.js'),
  () => import('monaco-editor/esm/vs/editor/browser/view.js'),
  () => import('./monaco-widget.ts'),
  () => import('monaco-editor/esm/vs/editor/standalone/browser/standaloneServices.js'),
  () => import('./monaco-base.ts'),
  () => import('./monaco-compare.ts'),
  () => import('./monaco-actions.ts'),
  () => import('./monaco.ts'),
];

export async function loadDesk(listener: DeskListener, sources: DeskSources): Promise<Desk> {
  for (const part of parts) {
    await part();
    await breath();
  }
  // Monaco measures the letters once; without ours it shows others.
  await Promise.allSettled([document.fonts.load(`${sizes.small}px ${fonts.mono}`)]);
  const { createMonacoDesk } = await import('./monaco-desk.ts');
  const desk = createMonacoDesk(listener, sources);
  await breath();
  return desk;
}
