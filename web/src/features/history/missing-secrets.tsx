import type { MissingSecret } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';

/** Where placeholders were left, since nobody has their values any more. */
export function MissingSecrets({ missing }: { missing: readonly MissingSecret[] }) {
  const { t } = useTranslation();
  return (
    <Box role="alert">
      <Typography>{t('history.folder.missing')}</Typography>
      <Box component="ul" sx={{ m: 0, mt: 2, pl: 5 }}>
        {missing.map(({ path, name, line, column }) => (
          <Typography key={`${path} ${line} ${column}`} component="li" variant="body2">
            {t('history.folder.place', { path, line, name })}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}
