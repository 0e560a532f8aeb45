import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import { useTranslation } from 'react-i18next';

const STAYS_MS = 8000;

/** What was just done, and the way back where there is one. Goes by itself. */
export function Told({ words, onUndo, onClose }: { words: string; onUndo?: () => void; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Snackbar
      open
      autoHideDuration={STAYS_MS}
      onClose={(_event, reason) => reason !== 'clickaway' && onClose()}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
    >
      <Alert
        role="status"
        severity="success"
        variant="outlined"
        closeText={t('close')}
        sx={{
          bgcolor: 'raised',
          borderColor: 'edge',
          color: 'text.primary',
          alignItems: 'center',
          '& .MuiAlert-action': { pt: 0, alignItems: 'center' },
        }}
        action={
          onUndo && (
            <Button size="small" onClick={onUndo}>
              {t('undo')}
            </Button>
          )
        }
        {...(!onUndo && { onClose })}
      >
        {words}
      </Alert>
    </Snackbar>
  );
}
