import { allows } from '@marquee/contracts';
import ErrorRounded from '@mui/icons-material/ErrorRounded';
import InfoRounded from '@mui/icons-material/InfoRounded';
import WarningRounded from '@mui/icons-material/WarningRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAppSelector } from '../../app/store.ts';
import { selectRole } from '../../session/session-slice.ts';
import type { Concern } from './what-needs-attention.ts';

const looks = {
  error: { icon: ErrorRounded, tone: 'error.main', word: 'notifications.severities.error' },
  warn: { icon: WarningRounded, tone: 'warning.main', word: 'notifications.severities.warn' },
  info: { icon: InfoRounded, tone: 'info.main', word: 'notifications.severities.info' },
} as const;

interface Told {
  look: keyof typeof looks;
  title: string;
  what: string;
  to?: string;
  action?: string;
}

/** Only there when something does need a person; each says what happened and leads to where it is mended. */
export function NeedsAttention({ concerns }: { concerns: readonly Concern[] }) {
  const { t } = useTranslation();
  const admin = allows('admin', useAppSelector(selectRole));
  if (concerns.length === 0) return null;
  return (
    <Box
      component="section"
      aria-label={t('dashboard.attention')}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 400px), 1fr))',
        gap: 4,
        mb: 8,
      }}
    >
      {concerns.map((concern) => (
        <ConcernCard key={keyOf(concern)} told={wordsOf(concern, admin, t)} />
      ))}
    </Box>
  );
}

function ConcernCard({ told }: { told: Told }) {
  const { t } = useTranslation();
  const { icon: Icon, tone, word } = looks[told.look];
  return (
    <Card
      data-testid="concern"
      sx={{ p: 4, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}
    >
      <Icon titleAccess={t(word)} sx={{ fontSize: 20, color: tone, flex: 'none', alignSelf: 'flex-start' }} />
      <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
        <Typography variant="subtitle2">{told.title}</Typography>
        <Typography variant="body2" color="textSecondary">
          {told.what}
        </Typography>
      </Box>
      {told.to && told.action && (
        <Button component={Link} to={told.to} variant="outlined" size="small">
          {told.action}
        </Button>
      )}
    </Card>
  );
}

function keyOf(concern: Concern): string {
  if (concern.kind === 'service') return `service:${concern.service.name}`;
  if (concern.kind === 'server') return `server:${concern.server.id}`;
  return concern.kind === 'job' ? `job:${concern.job.id}` : concern.kind;
}

function wordsOf(concern: Concern, admin: boolean, t: TFunction): Told {
  switch (concern.kind) {
    case 'service':
      return {
        look: concern.service.state === 'down' ? 'error' : 'warn',
        title: t(concern.service.state === 'down' ? 'dashboard.serviceDown' : 'dashboard.serviceDegraded', {
          service: concern.service.name.charAt(0).toUpperCase() + concern.service.name.slice(1),
        }),
        what: concern.message,
        to: '/system',
        action: t('dashboard.look'),
      };
    case 'server':
      return {
        look: 'error',
        title: t('dashboard.serverGone', { server: concern.server.name }),
        what: concern.server.message,
        ...(admin
          ? { to: '/settings', action: t('dashboard.checkSettings') }
          : { to: '/system', action: t('dashboard.look') }),
      };
    case 'job':
      return {
        look: 'error',
        title: t('dashboard.jobFailed'),
        what: concern.job.message,
        to: `/libraries/${concern.job.libraryId}`,
        action: t('dashboard.goLibrary'),
      };
    case 'files': {
      const { errors, first } = concern;
      return {
        look: 'error',
        title: t('dashboard.filesWrong', { count: errors }),
        what: t('dashboard.filesFirst', { file: first.file, line: first.line, message: first.message }),
        to: '/doctor',
        action: t('dashboard.filesOpen'),
      };
    }
    case 'no-config':
      return {
        look: 'info',
        title: t('dashboard.noConfig'),
        what: t('dashboard.noConfigWhat'),
        to: '/start',
        action: t('dashboard.begin'),
      };
    case 'demo':
      return {
        look: 'info',
        title: t('dashboard.demo'),
        what: admin ? t('dashboard.demoAdmin') : t('dashboard.demoOthers'),
        ...(admin && { to: '/settings', action: t('dashboard.connect') }),
      };
  }
}
