import type { OverlayFileText } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isCallProblem } from '../../../api/call-problem.ts';
import { overlaysApi, useWriteOverlayFileMutation } from '../../../api/overlays.ts';
import { useAppDispatch } from '../../../app/store.ts';
import { Field } from '../../../ui/field.tsx';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { useEditorContext } from '../editor/use-editor.ts';
import { BatchProgress } from './batch-progress.tsx';
import { ComparedItems } from './compared-items.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import { DiffView } from './diff-view.tsx';
import { useRenderBatch } from './use-render-batch.ts';

/** What a save changes, in lines and on the pinned items, before anything is written. */
export function SaveDialog(props: {
  fileId: string;
  pins: readonly string[];
  onSaved(): void;
  onClose(): void;
}) {
  const { fileId, pins, onSaved, onClose } = props;
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const { text, saved, setSaved, problems, dispatch: change } = useEditorContext();
  const [message, setMessage] = useState('');
  const [theirs, setTheirs] = useState<OverlayFileText | null>(null);
  const [write, { error, isLoading }] = useWriteOverlayFileMutation();
  const batch = useRenderBatch();
  const { begin } = batch;
  const errors = problems.filter(({ severity }) => severity === 'error').length;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is compared is what stood there when it opened.
  useEffect(() => {
    if (pins.length > 0) {
      begin({ kind: 'compare', itemIds: [...pins], files: [text], before: [saved.text], width: 240 });
    }
  }, []);

  const save = async (etag: string) => {
    const { data, error: refused } = await write({ fileId, etag, body: { text, message: message.trim() } });
    if (data) {
      setSaved({ text: data.text, etag: data.etag });
      onSaved();
      return;
    }
    if (!isCallProblem(refused) || refused.code !== 'request.precondition-failed') return;
    const newer = await dispatch(
      overlaysApi.endpoints.overlayFile.initiate({ fileId }, { forceRefetch: true, subscribe: false }),
    );
    if (newer.data) setTheirs(newer.data);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isLoading) void save(saved.etag);
  };

  if (theirs) {
    return (
      <ConflictChoice
        theirs={theirs.text}
        mine={text}
        busy={isLoading}
        onClose={onClose}
        onTheirs={() => {
          setSaved({ text: theirs.text, etag: theirs.etag });
          change({ kind: 'edited', name: t('overlays.steps.theirs'), text: theirs.text, select: [] });
          onClose();
        }}
        onMine={() => {
          setTheirs(null);
          void save(theirs.etag);
        }}
      />
    );
  }
  const stale = isCallProblem(error) && error.code === 'request.precondition-failed';
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="save-title">
      <Stack component="form" noValidate onSubmit={send} sx={{ p: { xs: 5, sm: 6 }, gap: 5 }}>
        <Typography id="save-title" variant="h2">
          {t('overlays.save.title')}
        </Typography>
        <DiffView before={saved.text} after={text} label={t('overlays.save.lines')} />
        {errors > 0 && (
          <Typography variant="body2" sx={{ color: 'error.main' }}>
            {t('overlays.save.errors', { count: errors })}
          </Typography>
        )}
        <Box component="section" aria-label={t('overlays.save.golden')}>
          {pins.length === 0 ? (
            <Typography variant="body2" color="textSecondary">
              {t('overlays.save.noPins')}
            </Typography>
          ) : batch.error ? (
            <FormProblem error={batch.error} />
          ) : batch.over && batch.batch ? (
            <ComparedItems compared={batch.batch.compared} />
          ) : (
            <BatchProgress batch={batch.batch} stop={batch.stop} />
          )}
        </Box>
        <Field
          label={t('overlays.save.message')}
          hint={t('overlays.save.messageHint')}
          value={message}
          inputProps={{ maxLength: 200 }}
          onChange={({ target }) => setMessage(target.value)}
        />
        {error && !stale && <FormProblem error={error} />}
        <Box sx={{ display: 'flex', gap: 3, justifyContent: 'flex-end' }}>
          <Button onClick={onClose} disabled={isLoading}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={isLoading}>
            {batch.running ? t('overlays.save.withoutWaiting') : t('overlays.save.go')}
          </Button>
        </Box>
      </Stack>
    </Dialog>
  );
}
