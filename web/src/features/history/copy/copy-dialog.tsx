import { allows } from '@marquee/contracts';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useTakeCopyMutation } from '../../../api/config-copies.ts';
import { useAppSelector } from '../../../app/store.ts';
import { selectRole } from '../../../session/session-slice.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { DialogActions, TallDialog } from '../../overlays/dialog/tall-dialog.tsx';
import { BringCopy } from './bring-copy.tsx';

const TYPE = 'application/zip';

/** The whole folder as a zip, out and in. */
export function CopyDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const role = useAppSelector(selectRole);
  const [take, { error, isLoading, isSuccess, originalArgs }] = useTakeCopyMutation();
  const download = async (secrets: boolean) => {
    const { data } = await take({ secrets });
    if (data === undefined) return;
    const day = new Date().toISOString().slice(0, 10);
    saveFile(`kometa-${day}${secrets ? '-with-secrets' : ''}.zip`, TYPE, data);
  };
  const busy = (secrets: boolean) => isLoading && originalArgs?.secrets === secrets;
  return (
    <TallDialog
      title={t('history.copy.title')}
      what={t('history.copy.what')}
      width="sm"
      onClose={onClose}
      foot={
        <DialogActions>
          <Button onClick={onClose}>{t('history.copy.close')}</Button>
        </DialogActions>
      }
    >
      <Stack sx={{ gap: 6 }}>
        <Part title={t('history.copy.take')}>
          <Choice
            label={t('history.copy.plain')}
            what={t('history.copy.plainWhat')}
            busy={busy(false)}
            onGo={() => void download(false)}
          />
          {allows('admin', role) && (
            <Choice
              label={t('history.copy.secret')}
              what={t('history.copy.secretWhat')}
              busy={busy(true)}
              onGo={() => void download(true)}
            />
          )}
          {isSuccess && (
            <Typography role="status" variant="body2">
              {t('history.copy.done')}
            </Typography>
          )}
          {error && <FormProblem error={error} />}
        </Part>
        <Part title={t('history.copy.bring')}>
          <BringCopy />
        </Part>
      </Stack>
    </TallDialog>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack component="section" sx={{ gap: 3 }}>
      <Typography variant="subtitle2" component="h3">
        {title}
      </Typography>
      {children}
    </Stack>
  );
}

function Choice(props: { label: string; what: string; busy: boolean; onGo(): void }) {
  const what = useId();
  return (
    <Stack
      direction={{ xs: 'column', sm: 'row' }}
      sx={{ gap: 3, alignItems: { xs: 'stretch', sm: 'center' } }}
    >
      <Button
        variant="outlined"
        loading={props.busy}
        aria-describedby={what}
        sx={{ flex: 'none', minWidth: { sm: 192 } }}
        onClick={props.onGo}
      >
        {props.label}
      </Button>
      <Typography id={what} variant="body2" color="textSecondary">
        {props.what}
      </Typography>
    </Stack>
  );
}
