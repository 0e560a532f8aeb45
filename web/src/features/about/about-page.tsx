import { API_PREFIX } from '@marquee/contracts';
import OpenInNewRounded from '@mui/icons-material/OpenInNewRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Chip from '@mui/material/Chip';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHealthQuery, useSystemStatusQuery } from '../../api/system.ts';
import { usePlace } from '../../frame/place.tsx';
import { InstallationCard } from '../../ui/installation-card.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { featureName } from './feature-name.ts';
import { Licences } from './licences-card.tsx';

export default function AboutPage() {
  const { t } = useTranslation();
  usePlace([{ label: t('about.title') }]);
  const { data: health, error, refetch } = useHealthQuery();
  const { data: status } = useSystemStatusQuery();
  if (!health && error) return <ProblemNotice error={error} onRetry={refetch} />;
  return (
    <>
      <Typography variant="h1">
        {t('product')} {health?.version}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 6 }}>
        {t('about.what')}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
          alignItems: 'start',
          gap: { xs: 4, md: 6 },
        }}
      >
        {status ? <InstallationCard status={status} /> : <Skeleton width="100%" height={176} />}
        <Part title={t('about.health')}>
          {health && (
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
              <StateMark state={health.status} />
              <Typography sx={{ flex: 1 }}>
                {t(health.status === 'ok' ? 'system.allWell' : 'system.degraded')}
              </Typography>
              <Button component={Link} to="/system" sx={{ mr: -4 }}>
                {t('dashboard.details')}
              </Button>
            </Box>
          )}
          <Typography variant="body2" color="textDisabled" sx={{ mt: 2, mb: 2 }}>
            {t('about.features')}
          </Typography>
          <Box
            component="ul"
            sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexWrap: 'wrap', gap: 2 }}
          >
            {health?.features.map((feature) => (
              <li key={feature}>
                <Chip label={featureName(feature, t)} />
              </li>
            ))}
          </Box>
        </Part>
        <Part title={t('about.api')}>
          <Typography color="textSecondary" sx={{ mb: 4 }}>
            {t('about.apiWhat')}
          </Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
            <Button
              href={`${API_PREFIX}/docs`}
              target="_blank"
              rel="noreferrer"
              variant="outlined"
              endIcon={<OpenInNewRounded sx={{ fontSize: 16 }} />}
            >
              {t('about.apiDocs')}
            </Button>
            <Button href={`${API_PREFIX}/openapi.json`} target="_blank" rel="noreferrer">
              {t('about.openapi')}
            </Button>
            <Button component={Link} to="/account">
              {t('about.keys')}
            </Button>
          </Box>
        </Part>
        <Licences />
      </Box>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card component="section" aria-label={title} sx={{ p: 5 }}>
      <Typography variant="h3" component="h2" sx={{ mb: 3 }}>
        {title}
      </Typography>
      {children}
    </Card>
  );
}
