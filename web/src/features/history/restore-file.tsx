import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { skipToken } from '@reduxjs/toolkit/query';
import { useTranslation } from 'react-i18next';
import { isCallProblem } from '../../api/call-problem.ts';
import { useConfigFileQuery, useRestoreConfigFileMutation } from '../../api/config-files.ts';
import { useFileComparisonQuery } from '../../api/config-history.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { Compare } from '../files/editor/compare.tsx';
import type { Desk } from '../files/editor/desk.ts';
import { DialogActions, TallDialog } from '../overlays/dialog/tall-dialog.tsx';
import { MissingSecrets } from './missing-secrets.tsx';
import { PartlyRestored } from './partly-restored.tsx';

/** What becomes of a file, before it does. */
export function RestoreFile(props: {
  desk: Desk | null;
  versionId: string;
  file: { id: string; path: string };
  onDone(path: string): void;
  onClose(): void;
}) {
  const { desk, versionId, file } = props;
  const { t } = useTranslation();
  const present = useConfigFileQuery({ fileId: file.id }, { refetchOnMountOrArgChange: true });
  const isGone = isCallProblem(present.error) && present.error.code === 'config.file-not-found';
  // Asked for after the file: what is shown is never older than what is written over.
  const settled = !present.isFetching && (present.data !== undefined || isGone);
  const compared = useFileComparisonQuery(settled ? { fileId: file.id, to: versionId } : skipToken, {
    refetchOnMountOrArgChange: true,
  });
  const [restore, restoring] = useRestoreConfigFileMutation();
  const missing = restoring.data?.missingSecrets ?? [];
  const texts = compared.currentData;
  const same = texts !== undefined && texts.before === texts.after;
  const error = restoring.error ?? (isGone ? undefined : present.error) ?? compared.error;
  const go = async () => {
    const etag = present.data?.etag ?? '*';
    const { data } = await restore({ fileId: file.id, etag, body: { versionId } });
    if (data?.missingSecrets.length === 0) props.onDone(file.path);
  };
  if (missing.length > 0) {
    return (
      <PartlyRestored onClose={props.onClose}>
        <MissingSecrets missing={missing} />
      </PartlyRestored>
    );
  }
  return (
    <TallDialog
      title={t('history.file.title')}
      what={t('history.file.what', { path: file.path })}
      width="md"
      onClose={props.onClose}
      foot={
        <>
          {error && <FormProblem error={error} />}
          <DialogActions>
            <Button onClick={props.onClose} disabled={restoring.isLoading}>
              {t('cancel')}
            </Button>
            <Button
              variant="contained"
              loading={restoring.isLoading}
              disabled={!texts || same}
              onClick={() => void go()}
            >
              {t('history.file.go')}
            </Button>
          </DialogActions>
        </>
      }
    >
      {(!texts || !desk) && !error && <Skeleton variant="rounded" height={200} />}
      {same && <Typography role="status">{t('history.file.already', { path: file.path })}</Typography>}
      {texts && desk && !same && (
        <Compare
          desk={desk}
          first={texts.before ?? ''}
          second={texts.after ?? ''}
          path={file.path}
          labels={[
            t('history.file.first', { path: file.path }),
            t('history.file.second', { path: file.path }),
          ]}
        />
      )}
    </TallDialog>
  );
}
