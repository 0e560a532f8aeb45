import type { Collection } from '@marquee/contracts';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isCallProblem } from '../../../api/call-problem.ts';
import {
  useRemoveCollectionMutation,
  useWriteCollectionMutation,
  useWriteCollectionTextMutation,
} from '../../../api/collections.ts';
import { AskDialog } from '../../../ui/ask-dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { LeaveGuard } from '../../../ui/leave-guard.tsx';
import { ProblemLine } from '../../../ui/problem-line.tsx';
import { Told } from '../../../ui/told.tsx';
import { SaveBar } from '../../settings/save-bar.tsx';
import { isSwitchedOff, switchEdit } from '../model/switch.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { stateOf, useDraft } from './use-draft.ts';
import { useGround } from './use-ground.ts';
import { useSaveKey } from './use-save-key.ts';
import { writtenText } from './written-text.ts';

/** A collection that is there, to be changed. */
export function PresentCollection({ opened }: { opened: Collection }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  // What was read when it was opened, or saved since: what is read again meanwhile changes nothing under one's hands.
  const [present, setPresent] = useState(opened);
  const draft = useDraft(stateOf(opened), false);
  const ground = useGround(present.libraries, draft.draft.values);
  const [writeValues, writingValues] = useWriteCollectionMutation();
  const [writeText, writingText] = useWriteCollectionTextMutation();
  const writing = {
    isLoading: writingValues.isLoading || writingText.isLoading,
    error: writingValues.error ?? writingText.error,
    reset: () => {
      writingValues.reset();
      writingText.reset();
    },
  };
  const [saved, setSaved] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [leaving, setLeaving] = useState<{ to: string; state?: unknown } | null>(null);
  const isStale = isCallProblem(writing.error) && writing.error.code === 'request.precondition-failed';
  const reason =
    isCallProblem(writing.error) && writing.error.code === 'config.lines-refused'
      ? writing.error.details[0]?.message
      : undefined;
  const begin = (from: Collection) => {
    setPresent(from);
    draft.begin(stateOf(from));
  };
  const save = async () => {
    writing.reset();
    const { values, lines, typed } = draft.draft;
    const name = draft.draft.name.trim();
    const which = { definitionId: present.id, etag: present.etag };
    const text = draft.asLines
      ? (typed?.text ?? writtenText(present.section, lines, { name, values }))
      : null;
    const { data } =
      text === null
        ? await writeValues({ ...which, body: { values, ...(name !== present.name && { name }) } })
        : await writeText({ ...which, body: { text } });
    if (!data) return;
    begin(data);
    setSaved(true);
    if (data.id !== present.id) setLeaving({ to: `/collections/${data.id}` });
  };
  useSaveKey(draft.dirty && !writing.isLoading, () => void save());
  useEffect(() => {
    if (leaving) void navigate(leaving.to, { replace: true, state: leaving.state });
  }, [leaving, navigate]);
  const isOff = isSwitchedOff(draft.draft.values);
  return (
    <>
      <EditorFrame
        section={present.section}
        draft={draft}
        ground={ground}
        present={{ path: present.file, line: present.line, text: present.text }}
        fileId={present.fileId}
        head={
          <>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, flexWrap: 'wrap' }}>
              <Typography variant="h1" sx={{ flex: '1 1 240px', minWidth: 0 }}>
                {present.title}
              </Typography>
              {present.section === 'collections' && (
                <FormControlLabel
                  control={
                    <Switch
                      checked={!isOff}
                      disabled={!draft.readable}
                      onChange={() => draft.edit([switchEdit(draft.draft.values, isOff)])}
                    />
                  }
                  label={t(isOff ? 'collections.editor.isOff' : 'collections.editor.isOn')}
                />
              )}
              <Button
                startIcon={<DeleteOutlined />}
                onClick={() => setRemoving(true)}
                sx={{ color: 'error.main' }}
              >
                {t('collections.editor.delete')}
              </Button>
            </Box>
            <Typography color="textSecondary">
              {t('collections.editor.stands', { path: present.file, line: present.line })}
              {' · '}
              {present.libraries.length === 0
                ? t('collections.editor.noLibrary')
                : present.libraries.join(', ')}
            </Typography>
            <Box sx={{ maxWidth: 480 }}>
              <Field
                label={t('collections.editor.name')}
                value={draft.draft.name}
                disabled={!draft.readable}
                trouble={draft.draft.name.trim() === '' ? t('collections.editor.nameTrouble') : undefined}
                inputProps={{ maxLength: 300 }}
                onChange={({ target }) => draft.setName(target.value)}
              />
            </Box>
          </>
        }
      />
      <SaveBar
        dirty={draft.dirty}
        saving={writing.isLoading}
        saved={false}
        onSave={() => void save()}
        onDiscard={draft.discard}
      />
      {saved && !draft.dirty && (
        <Told words={t('collections.editor.saved')} onClose={() => setSaved(false)} />
      )}
      {writing.error && !isStale && (
        <ProblemLine
          error={writing.error}
          {...(reason !== undefined && { first: reason })}
          onClose={writing.reset}
        />
      )}
      {isStale && (
        <ConflictDialog
          definitionId={present.id}
          draft={draft}
          onTheirs={(theirs) => {
            writing.reset();
            begin(theirs);
          }}
          onBoth={(theirs, both) => {
            writing.reset();
            setPresent(theirs);
            draft.begin(stateOf(theirs), both);
          }}
          onClose={writing.reset}
        />
      )}
      {removing && (
        <RemoveDialog
          collection={present}
          onRemoved={(versionId) =>
            setLeaving({ to: '/collections', state: { undo: versionId, title: present.title } })
          }
          onClose={() => setRemoving(false)}
        />
      )}
      <LeaveGuard unsaved={draft.dirty && leaving === null} />
    </>
  );
}

function RemoveDialog(props: {
  collection: Collection;
  onRemoved(versionId: string): void;
  onClose(): void;
}) {
  const { collection } = props;
  const { t } = useTranslation();
  const [remove, { error, isLoading }] = useRemoveCollectionMutation();
  const go = async () => {
    const { data } = await remove({ definitionId: collection.id, etag: collection.etag });
    if (data) props.onRemoved(data.versionId);
  };
  return (
    <AskDialog
      harm
      title={t('collections.editor.deleteTitle', { title: collection.title })}
      what={t('collections.bulk.deleteWhat')}
      go={t('collections.editor.delete')}
      busy={isLoading}
      error={error}
      onGo={() => void go()}
      onClose={props.onClose}
    />
  );
}
