import NoEncryptionOutlined from '@mui/icons-material/NoEncryptionOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';

export function NotEncrypted() {
  const { t } = useTranslation();
  return (
    <Box
      role="note"
      data-testid="not-encrypted"
      sx={{ display: 'flex', gap: 3, mt: 8, pt: 5, borderTop: 1, borderColor: 'line' }}
    >
      <NoEncryptionOutlined fontSize="small" sx={{ color: 'warning.main' }} aria-hidden />
      <Typography variant="body2" color="textSecondary">
        {t('signIn.notEncrypted')}
      </Typography>
    </Box>
  );
}
