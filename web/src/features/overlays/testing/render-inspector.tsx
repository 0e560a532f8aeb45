import { renderRoutes } from '@marquee/contracts';
import { ThemeProvider } from '@mui/material/styles';
import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { Provider } from 'react-redux';
import { createStore } from '../../../app/store.ts';
import { i18n } from '../../../i18n/setup.ts';
import { FakeMarquee } from '../../../testing/fake-marquee.ts';
import { theme } from '../../../theme/theme.ts';
import { type Editor, EditorProvider, useEditor } from '../editor/use-editor.ts';
import { Inspector } from '../inspector/inspector.tsx';
import type { PlaceChange } from '../stage/stage-props.ts';

/** The inspector on one layer of a file, without the rest of the editor. */
export function renderInspector(yaml: string, layer: string) {
  new FakeMarquee().answer(renderRoutes.fonts).answer(renderRoutes.overlayImages);
  let editor: Editor | null = null;
  render(
    <Provider store={createStore()}>
      <I18nextProvider i18n={i18n}>
        <ThemeProvider theme={theme}>
          <OneLayer yaml={yaml} layer={layer} onEditor={(now) => (editor = now)} />
        </ThemeProvider>
      </I18nextProvider>
    </Provider>,
  );
  const now = (): Editor => {
    if (editor === null) throw new Error('The inspector was not rendered');
    return editor;
  };
  return {
    user: userEvent.setup({ delay: null, pointerEventsCheck: 0 }),
    text: () => now().text,
    /** What was done, the newest last. */
    steps: () => now().document.past.map(({ name }) => name),
    /** As the stage tells what a hand does. */
    place: (change: PlaceChange, phase: 'moving' | 'done') =>
      act(() => now().place([change], phase, 'Move it')),
    undo: () => act(() => now().dispatch({ kind: 'undone' })),
  };
}

function OneLayer(props: { yaml: string; layer: string; onEditor(editor: Editor): void }) {
  const editor = useEditor({ text: props.yaml, etag: '"1"' }, 'movie', props.layer);
  props.onEditor(editor);
  return (
    <EditorProvider value={editor}>
      <Inspector item={null} account={null} onProblem={() => {}} />
    </EditorProvider>
  );
}
