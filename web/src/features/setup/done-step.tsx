import type { User } from '@marquee/contracts';
import CheckCircleOutlineRounded from '@mui/icons-material/CheckCircleOutlineRounded';
import NoEncryptionOutlined from '@mui/icons-material/NoEncryptionOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSettingsQuery } from '../../api/settings.ts';
import { useHasDemo } from '../../api/system.ts';
import { FIRST_LOOK } from '../overlays/first-look/first-look.ts';
import { StepHeading } from './step-heading.tsx';

export function DoneStep({ user, encrypted }: { user: User; encrypted: boolean }) {
  const { t } = useTranslation();
  const connection = !encrypted ? 'open' : window.location.protocol === 'https:' ? 'encrypted' : 'local';
  const hasDemo = useHasDemo();
  const plex = useSettingsQuery().data?.settings.plex;
  const showsDemo = hasDemo && plex !== undefined && plex.mode !== 'servers';
  const libraries =
    plex?.mode === 'servers'
      ? plex.servers.map(({ name, url }) => `${name}, ${url}`).join('; ')
      : plex?.mode === 'demo'
        ? t('setup.demo')
        : t(hasDemo ? 'setup.later' : 'setup.laterNone');
  return (
    <Stack sx={{ gap: 5 }}>
      <StepHeading title={t('setup.doneTitle')} what={t('setup.doneWhat')} />
      <Card component="dl" sx={{ m: 0, px: 5, py: 2 }}>
        <Fact name={t('setup.admin')} value={user.name} />
        <Fact name={t('setup.libraries')} value={plex ? libraries : '…'} />
        <Fact
          name={t('setup.connection')}
          value={t(`setup.connections.${connection}`)}
          warn={connection === 'open'}
        />
      </Card>
      <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap' }}>
        <Button component={Link} to="/users" variant="outlined" size="large">
          {t('setup.invite')}
        </Button>
        <Button
          component={Link}
          to={showsDemo ? FIRST_LOOK : '/'}
          variant="contained"
          size="large"
          autoFocus
          sx={{ flex: 1 }}
        >
          {t('setup.open')}
        </Button>
      </Box>
    </Stack>
  );
}

function Fact({ name, value, warn = false }: { name: string; value: string; warn?: boolean }) {
  const Icon = warn ? NoEncryptionOutlined : CheckCircleOutlineRounded;
  return (
    <Box sx={{ display: 'flex', gap: 3, py: 3, '& + &': { borderTop: 1, borderColor: 'line' } }}>
      <Icon fontSize="small" sx={{ color: warn ? 'warning.main' : 'success.main' }} aria-hidden />
      <Typography component="dt" color="textSecondary" sx={{ width: 96, flex: 'none' }}>
        {name}
      </Typography>
      <Typography component="dd" sx={{ m: 0, minWidth: 0 }}>
        {value}
      </Typography>
    </Box>
  );
}
