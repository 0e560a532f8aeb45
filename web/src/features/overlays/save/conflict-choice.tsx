import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { DiffView } from './diff-view.tsx';

/** The file was changed elsewhere meanwhile: both texts, and nothing lost either way. */
export function ConflictChoice(props: {
  theirs: string;
  mine: string;
  busy: boolean;
  onTheirs(): void;
  onMine(): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  return (
    <Dialog open onClose={props.onClose} fullWidth maxWidth="md" aria-labelledby="conflict-title">
      <Box sx={{ p: { xs: 5, sm: 6 }, display: 'flex', flexDirection: 'column', gap: 4 }}>
        <Typography id="conflict-title" variant="h2">
          {t('overlays.conflict.title')}
        </Typography>
        <Typography color="textSecondary">{t('overlays.conflict.what')}</Typography>
        <DiffView before={props.theirs} after={props.mine} label={t('overlays.conflict.lines')} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, justifyContent: 'flex-end' }}>
          <Button onClick={props.onClose} disabled={props.busy}>
            {t('overlays.conflict.later')}
          </Button>
          <Button variant="outlined" onClick={props.onTheirs} disabled={props.busy}>
            {t('overlays.conflict.theirs')}
          </Button>
          <Button variant="contained" onClick={props.onMine} loading={props.busy}>
            {t('overlays.conflict.mine')}
          </Button>
        </Box>
      </Box>
    </Dialog>
  );
}
