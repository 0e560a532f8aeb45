import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The window that was with Plex: the one it came from goes on, so this one closes, or says so where it may not. */
export function PlexWindowDone({ onStay }: { onStay(): void }) {
  const { t } = useTranslation();
  useEffect(() => window.close(), []);
  return (
    <Stack sx={{ gap: 5 }}>
      <Typography variant="h1">{t('signIn.closeWindow')}</Typography>
      <Typography color="textSecondary">{t('signIn.closeWindowWhat')}</Typography>
      <Button variant="outlined" size="large" onClick={onStay}>
        {t('signIn.goOnHere')}
      </Button>
    </Stack>
  );
}
