import type { ConfigFileChange } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useFolderComparisonQuery, useRestoreConfigFolderMutation } from '../../api/config-history.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { DialogActions, TallDialog } from '../overlays/dialog/tall-dialog.tsx';
import { ChangeMark } from './change-mark.tsx';
import { MissingSecrets } from './missing-secrets.tsx';
import { PartlyRestored } from './partly-restored.tsx';
import { PathsLeft } from './paths-left.tsx';

/** Says what would change in the folder, changes it, and tells what did not go as wished. */
export function RestoreFolder(props: { versionId: string; onDone(): void; onClose(): void }) {
  const { versionId } = props;
  const { t } = useTranslation();
  const compared = useFolderComparisonQuery({ to: versionId }, { refetchOnMountOrArgChange: true });
  const [restore, restoring] = useRestoreConfigFolderMutation();
  const files = compared.isFetching ? undefined : compared.currentData?.files;
  const error = restoring.error ?? compared.error;
  const go = async () => {
    const { data } = await restore({ body: { versionId } });
    if (data && data.missingSecrets.length + data.notRestored.length === 0) props.onDone();
  };
  if (restoring.data) return <Outcome {...restoring.data} onClose={props.onClose} />;
  return (
    <TallDialog
      title={t('history.folder.title')}
      what={t('history.folder.what')}
      width="sm"
      onClose={() => !restoring.isLoading && props.onClose()}
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
              disabled={!files || files.length === 0}
              onClick={() => void go()}
            >
              {t('history.folder.go')}
            </Button>
          </DialogActions>
        </>
      }
    >
      {!files && !error && <Skeleton height={120} />}
      {files?.length === 0 && <Typography role="status">{t('history.folder.same')}</Typography>}
      {files && files.length > 0 && (
        <Box>
          <Typography variant="subtitle2" component="h3">
            {t('history.folder.changes', { count: files.length })}
          </Typography>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 2, p: 0 }}>
            {files.map((file) => (
              <WhatChanges key={file.fileId} file={file} />
            ))}
          </Box>
        </Box>
      )}
    </TallDialog>
  );
}

function WhatChanges({ file }: { file: ConfigFileChange }) {
  const { t } = useTranslation();
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 2, py: 1 }}>
      <ChangeMark change={file.change} />
      <Typography variant="body2" component="span" sx={{ flex: 1, overflowWrap: 'anywhere' }}>
        {file.path}
      </Typography>
      <Typography variant="body2" component="span" color="textSecondary">
        {t(`history.folder.change.${file.change}`)}
      </Typography>
    </Box>
  );
}

function Outcome(props: {
  missingSecrets: Parameters<typeof MissingSecrets>[0]['missing'];
  notRestored: readonly { path: string; message: string }[];
  onClose(): void;
}) {
  const { missingSecrets, notRestored } = props;
  const { t } = useTranslation();
  return (
    <PartlyRestored onClose={props.onClose}>
      {missingSecrets.length > 0 && <MissingSecrets missing={missingSecrets} />}
      {notRestored.length > 0 && <PathsLeft title={t('history.folder.notRestored')} paths={notRestored} />}
    </PartlyRestored>
  );
}
