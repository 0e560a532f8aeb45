import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.ts';
import { DialogActions, TallDialog } from '../../overlays/dialog/tall-dialog.tsx';
import type { Outcome } from './use-bulk.ts';

/** Some were left as they are: which, and why. */
export function RefusedDialog(props: { outcome: Outcome; onUndo(): void; onClose(): void }) {
  const { changed, refused, version, kind } = props.outcome;
  const { t } = useTranslation();
  return (
    <TallDialog
      title={t('collections.bulk.refused', { count: refused.length, told: formatCount(refused.length) })}
      what={t(`collections.bulk.done.${kind}`, { count: changed, told: formatCount(changed) })}
      width="sm"
      onClose={props.onClose}
      foot={
        <DialogActions>
          {version && <Button onClick={props.onUndo}>{t('collections.bulk.undo')}</Button>}
          <Button variant="contained" onClick={props.onClose}>
            {t('close')}
          </Button>
        </DialogActions>
      }
    >
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3 }}>
        {refused.map(({ id, name, message }) => (
          <li key={id}>
            <Typography variant="subtitle2">{name}</Typography>
            <Typography variant="body2" color="textSecondary">
              {message}
            </Typography>
          </li>
        ))}
      </Box>
    </TallDialog>
  );
}
