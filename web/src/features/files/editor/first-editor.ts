import { EditorConfiguration } from 'monaco-editor/esm/vs/editor/browser/config/editorConfiguration.js';
import { StandaloneServices } from 'monaco-editor/esm/vs/editor/standalone/browser/standaloneServices.js';
import { IStandaloneThemeService } from 'monaco-editor/esm/vs/editor/standalone/common/standaloneTheme.js';
import { IAccessibilityService } from 'monaco-editor/esm/vs/platform/accessibility/common/accessibility.js';
import { drawn } from '../../../ui/breath.ts';

let ready = false;

/** The colours and the widths of letters, which the first editor would see to in one go with all the rest. */
export async function prepareFirstEditor(options: object): Promise<void> {
  if (ready) return;
  ready = true;
  StandaloneServices.get(IStandaloneThemeService).registerEditorContainer(document.body);
  await drawn();
  const accessibility = StandaloneServices.get(IAccessibilityService);
  new EditorConfiguration(false, null, options, null, accessibility).dispose();
  await drawn();
}
