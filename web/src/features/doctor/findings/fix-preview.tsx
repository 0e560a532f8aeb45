import type { ConfigVersion } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useApplyFixesMutation, useFixPreviewQuery } from '../../../api/config-doctor.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { DialogActions, TallDialog } from '../../overlays/dialog/tall-dialog.tsx';
import { DiffView } from '../../overlays/save/diff-view.tsx';

/** What the fixes would change in each file; nothing else is applied than what is shown here. */
export function FixPreview(props: {
  places: readonly string[];
  onDone(done: { fixed: number; version: ConfigVersion | null }): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const places = [...props.places];
  const { currentData: shown, error, isFetching, refetch } = useFixPreviewQuery({ body: { places } });
  const [apply, applying] = useApplyFixesMutation();
  const go = async () => {
    if (!shown) return;
    const files = shown.files.map(({ fileId, etag }) => ({ fileId, etag }));
    const { data } = await apply({ body: { places, files } });
    if (data) props.onDone(data);
  };
  const lookAgain = () => {
    applying.reset();
    void refetch();
  };
  const trouble = applying.error ?? error;
  return (
    <TallDialog
      title={t('doctor.preview.title', { count: places.length })}
      width="md"
      {...(shown &&
        shown.files.length > 0 && { what: t('doctor.preview.what', { count: shown.files.length }) })}
      onClose={props.onClose}
      onSubmit={() => void go()}
      foot={
        <>
          {trouble && <FormProblem error={trouble} />}
          <DialogActions>
            <Button onClick={props.onClose}>{t('cancel')}</Button>
            {trouble ? (
              <Button variant="contained" onClick={lookAgain} loading={isFetching}>
                {t('doctor.preview.again')}
              </Button>
            ) : (
              <Button
                type="submit"
                variant="contained"
                disabled={!shown || shown.fixed === 0}
                loading={applying.isLoading}
              >
                {t('doctor.preview.go')}
              </Button>
            )}
          </DialogActions>
        </>
      }
    >
      {!shown && !error && <Skeleton height={160} aria-label={t('doctor.preview.looking')} />}
      {shown?.files.map(({ fileId, file, before, after }) => (
        <Box key={fileId}>
          <Typography variant="mono" component="h3" sx={{ mb: 2 }}>
            {file}
          </Typography>
          <DiffView before={before} after={after} label={t('doctor.preview.change', { file })} />
        </Box>
      ))}
      {shown?.fixed === 0 && <Typography color="textSecondary">{t('doctor.preview.nothing')}</Typography>}
      {shown && shown.fixed > 0 && shown.left.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('doctor.preview.left', { count: shown.left.length })}
        </Typography>
      )}
    </TallDialog>
  );
}
