import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { licences } from './licences.ts';

export function Licences() {
  const { t } = useTranslation();
  return (
    <Card component="section" aria-label={t('about.licences')} sx={{ p: 5 }}>
      <Typography variant="h3" component="h2">
        {t('about.licences')}
      </Typography>
      <Typography color="textSecondary" sx={{ mt: 1, mb: 2 }}>
        {t('about.licencesWhat')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {licences.map(({ name, by, licence, url }) => (
          <Box
            key={name}
            component="li"
            sx={{ display: 'flex', gap: 3, py: 2, '& + &': { borderTop: 1, borderColor: 'line' } }}
          >
            <Link href={url} target="_blank" rel="noreferrer">
              {name}
            </Link>
            <Typography color="textDisabled" noWrap sx={{ flex: 1 }}>
              {by}
            </Typography>
            <Typography color="textSecondary" noWrap>
              {licence}
            </Typography>
          </Box>
        ))}
      </Box>
    </Card>
  );
}
