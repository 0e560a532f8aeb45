import type { OverlayFileText } from '@marquee/contracts';
import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isCallProblem } from '../../../api/call-problem.ts';
import { overlaysApi, useWriteOverlayFileMutation } from '../../../api/overlays.ts';
import { useAppDispatch } from '../../../app/store.ts';
import { Field } from '../../../ui/field.tsx';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { DialogActions, TallDialog } from '../dialog/tall-dialog.tsx';
import { useEditorContext } from '../editor/use-editor.ts';
import { BatchOutcome } from './batch-outcome.tsx';
import { BatchProgress } from './batch-progress.tsx';
import { ComparedItems, PlacesToCompare } from './compared-items.tsx';
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
  const coarse = useMediaQuery('(pointer: coarse)', { noSsr: true });
  const errors = problems.filter(({ severity }) => severity === 'error').length;

  const compare = () =>
    begin({ kind: 'compare', itemIds: [...pins], files: [text], before: [saved.text], width: 240 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is compared is what stood there when it opened.
  useEffect(() => {
    if (pins.length > 0) compare();
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
  // Then the choice between two texts is on its way.
  const stale = isCallProblem(error) && error.code === 'request.precondition-failed';
  return (
    <TallDialog
      title={t('overlays.save.title')}
      width="md"
      onClose={onClose}
      onSubmit={() => !isLoading && void save(saved.etag)}
      foot={
        <>
          {error && !stale && <FormProblem error={error} />}
          <Box
            sx={{
              display: 'flex',
              flexDirection: { xs: 'column', sm: 'row' },
              alignItems: { sm: 'flex-end' },
              gap: { xs: 3, sm: 4 },
            }}
          >
            <Box sx={{ flex: 1 }}>
              <Field
                label={t('overlays.save.message')}
                placeholder={t('overlays.save.messageHint')}
                value={message}
                // A phone would cover with its keyboard what is to be looked at first.
                autoFocus={!coarse}
                inputProps={{ maxLength: 200 }}
                onChange={({ target }) => setMessage(target.value)}
              />
            </Box>
            <DialogActions>
              <Button onClick={onClose} disabled={isLoading}>
                {t('cancel')}
              </Button>
              <Button type="submit" variant="contained" loading={isLoading}>
                {batch.running ? t('overlays.save.withoutWaiting') : t('overlays.save.go')}
              </Button>
            </DialogActions>
          </Box>
        </>
      }
    >
      <DiffView before={saved.text} after={text} label={t('overlays.save.lines')} />
      {errors > 0 && (
        <Typography variant="body2" sx={{ display: 'flex', gap: 2 }}>
          <ErrorOutlineRounded fontSize="small" sx={{ color: 'error.main' }} aria-hidden />
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
          <>
            <BatchOutcome batch={batch.batch} onAgain={compare} />
            {batch.batch.compared.length > 0 && <ComparedItems compared={batch.batch.compared} />}
          </>
        ) : (
          <>
            <BatchProgress batch={batch.batch} stop={batch.stop} />
            <PlacesToCompare count={pins.length} />
          </>
        )}
      </Box>
    </TallDialog>
  );
}
