import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogActions, TallDialog } from '../overlays/dialog/tall-dialog.tsx';

/** It was restored, and something is left for a person to do. */
export function PartlyRestored({ onClose, children }: { onClose(): void; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <TallDialog
      title={t('history.folder.partly')}
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
      {children}
    </TallDialog>
  );
}
