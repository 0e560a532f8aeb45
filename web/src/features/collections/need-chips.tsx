import CloudOutlined from '@mui/icons-material/CloudOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { serviceName } from './service-name.ts';

/** What besides Plex it asks. */
export function NeedChips({ needs, most = 4 }: { needs: readonly string[]; most?: number }) {
  const { t } = useTranslation();
  if (needs.length === 0) return null;
  const names = needs.map((service) => serviceName(service, t));
  const told = names.slice(0, most).join(', ') + (names.length > most ? ` +${names.length - most}` : '');
  return (
    <Box
      component="span"
      title={t('collections.needs', { services: names.join(', ') })}
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, color: 'text.secondary', minWidth: 0 }}
    >
      <CloudOutlined aria-hidden sx={{ fontSize: 16 }} />
      <Typography component="span" variant="caption" noWrap>
        {t('collections.needs', { services: told })}
      </Typography>
    </Box>
  );
}
