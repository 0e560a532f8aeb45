import type { ConfigVersion } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { isCallProblem } from '../../api/call-problem.ts';
import { useUndoVersionMutation } from '../../api/config-history.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { DialogActions, TallDialog } from '../overlays/dialog/tall-dialog.tsx';
import { MissingSecrets } from './missing-secrets.tsx';

/** Takes back what one version changed; where the same was changed since it tells where. */
export function UndoVersion(props: { version: ConfigVersion; onDone(words: string): void; onClose(): void }) {
  const { version, onClose } = props;
  const { t } = useTranslation();
  const [undo, { data: undone, error, isLoading }] = useUndoVersionMutation();
  const conflicts = isCallProblem(error) && error.code === 'config.undo-conflict' ? error.details : undefined;
  const go = async () => {
    const { data } = await undo({ versionId: version.id });
    if (data?.missingSecrets.length === 0)
      props.onDone(t(data.version === null ? 'history.undo.already' : 'history.undo.done'));
  };
  if (undone && undone.missingSecrets.length > 0) {
    return (
      <TallDialog
        title={t('history.undo.done')}
        width="sm"
        onClose={onClose}
        foot={
          <DialogActions>
            <Button variant="contained" onClick={onClose}>
              {t('history.folder.doneButton')}
            </Button>
          </DialogActions>
        }
      >
        <MissingSecrets missing={undone.missingSecrets} />
      </TallDialog>
    );
  }
  return (
    <TallDialog
      title={t('history.undo.title')}
      what={t('history.undo.what', { message: version.message })}
      width="sm"
      onClose={onClose}
      foot={
        <>
          {error && !conflicts && <FormProblem error={error} />}
          <DialogActions>
            <Button onClick={onClose} disabled={isLoading}>
              {t('cancel')}
            </Button>
            <Button
              variant="contained"
              loading={isLoading}
              disabled={conflicts !== undefined}
              onClick={() => void go()}
            >
              {t('history.undo.go')}
            </Button>
          </DialogActions>
        </>
      }
    >
      {conflicts && (
        <Box role="alert">
          <Typography>{t('history.undo.conflict')}</Typography>
          <Box component="ul" sx={{ m: 0, mt: 2, pl: 5 }}>
            {conflicts.map(({ file = '', line, message }) => (
              <Typography
                key={`${file} ${line ?? 0}`}
                component="li"
                variant="body2"
                sx={{ overflowWrap: 'anywhere' }}
              >
                {line === undefined ? file : t('history.undo.place', { path: file, line })}: {message}
              </Typography>
            ))}
          </Box>
        </Box>
      )}
    </TallDialog>
  );
}
