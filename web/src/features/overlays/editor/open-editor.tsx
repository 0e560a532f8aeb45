import type { ConfigDraft, OverlayFileText } from '@marquee/contracts';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useDropOverlayDraftMutation, useOverlayVersionsQuery } from '../../../api/overlays.ts';
import { AddDialog } from '../add/add-dialog.tsx';
import { KeepTemplate } from '../add/keep-template.tsx';
import { ItemPicker } from '../items/item-picker.tsx';
import { libraryKindOf } from '../items/library-kind.ts';
import { CollisionsDialog } from '../save/collisions-dialog.tsx';
import { SaveDialog } from '../save/save-dialog.tsx';
import { VersionsDialog } from '../save/versions-dialog.tsx';
import { EditorBars } from './editor-bars.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { EditorPanels } from './editor-panels.tsx';
import { SavedState } from './saved-state.tsx';
import { Toolbar } from './toolbar.tsx';
import { useDraft } from './use-draft.ts';
import { EditorProvider, useEditor } from './use-editor.ts';
import { useEditorKeys } from './use-editor-keys.ts';
import { useLayerCommands } from './use-layer-commands.ts';
import { usePlaceOnStage } from './use-place-on-stage.ts';

type Door = 'add' | 'items' | 'save' | 'versions' | 'collisions';

/** An overlay file with its draft, opened. */
export function OpenEditor({ file, draft }: { file: OverlayFileText; draft: ConfigDraft | null }) {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  const editor = useEditor(file, libraryKindOf[file.entries[0]?.level ?? 'movie'], query.get('layer'));
  const commands = useLayerCommands(editor);
  const stage = usePlaceOnStage(editor);
  const [door, setDoor] = useState<Door | null>(null);
  const [yamlOpen, setYamlOpen] = useState(false);
  const [offered, setOffered] = useState(draft !== null && draft.text !== file.text ? draft : null);
  const [dropDraft] = useDropOverlayDraftMutation();
  const kept = useDraft(file.id, editor, offered !== null);
  const { data: versions } = useOverlayVersionsQuery({ fileId: file.id });
  const wide = useMediaQuery('(min-width: 1280px)', { noSsr: true });
  const medium = useMediaQuery('(min-width: 900px)', { noSsr: true });
  const doors = useMemo(
    () => ({
      save: () => setDoor('save'),
      yaml: () => setYamlOpen((open) => !open),
      add: () => setDoor('add'),
      items: () => setDoor('items'),
    }),
    [],
  );
  useEditorKeys(editor, commands, doors);
  const close = () => setDoor(null);
  const level = stage.active?.item.facts.level ?? editor.entries[0]?.level ?? 'movie';

  return (
    <EditorProvider value={editor}>
      <EditorFrame>
        <Toolbar
          saved={<SavedState dirty={editor.dirty} draft={kept} newest={versions?.[0]} />}
          yamlOpen={yamlOpen}
          onAdd={doors.add}
          onYaml={doors.yaml}
          onCheck={() => setDoor('collisions')}
          onVersions={() => setDoor('versions')}
          onSave={doors.save}
        />
        <EditorBars
          draft={offered}
          newerOnDisk={
            file.etag !== editor.saved.etag && file.text !== editor.saved.text && file.text !== editor.text
          }
          stale={offered !== null && offered.baseEtag !== file.etag}
          onRestore={() => {
            if (offered) {
              editor.dispatch({
                kind: 'edited',
                name: t('overlays.steps.draft'),
                text: offered.text,
                select: [],
              });
            }
            setOffered(null);
          }}
          onDiscard={() => {
            setOffered(null);
            void dropDraft({ fileId: file.id });
          }}
          onTakeNewer={() => {
            editor.setSaved({ text: file.text, etag: file.etag });
            editor.dispatch({
              kind: 'edited',
              name: t('overlays.steps.theirs'),
              text: file.text,
              select: [],
            });
          }}
        />
        <EditorPanels
          layout={wide ? 'wide' : medium ? 'medium' : 'narrow'}
          stage={stage}
          commands={commands}
          yamlOpen={yamlOpen}
          onYaml={setYamlOpen}
          onPick={doors.items}
        />
      </EditorFrame>
      {door === 'add' && (
        <AddDialog
          itemId={stage.activeId}
          level={level}
          onAdd={(clip) => commands.add([clip], t('overlays.steps.add', { name: clip.name }))}
          onClose={close}
        />
      )}
      {door === 'items' && (
        <ItemPicker
          itemId={stage.activeId}
          level={level}
          pins={stage.pins}
          onClose={close}
          onPick={(itemId) => {
            stage.activate(itemId);
            close();
          }}
        />
      )}
      {door === 'save' && (
        <SaveDialog fileId={file.id} pins={stage.pins.pins} onSaved={close} onClose={close} />
      )}
      {door === 'versions' && <VersionsDialog fileId={file.id} onClose={close} />}
      {door === 'collisions' && (
        <CollisionsDialog
          pins={stage.pins.pins}
          onClose={close}
          onOpen={(itemId, keys) => {
            stage.activate(itemId);
            editor.dispatch({ kind: 'selected', keys, how: 'replace' });
            close();
          }}
        />
      )}
      {commands.keeping !== null && (
        <KeepTemplate mapping={commands.keeping} onClose={() => commands.setKeeping(null)} />
      )}
    </EditorProvider>
  );
}
