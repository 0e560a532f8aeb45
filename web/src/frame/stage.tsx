import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHealthQuery } from '../api/system.ts';
import { useAppSelector } from '../app/store.ts';
import { selectConnection } from '../live/live-slice.ts';
import { weights } from '../theme/tokens.ts';
import { BulbBoard } from '../ui/bulb-board.tsx';
import { OfflineBar } from './notices.tsx';
import { SkipLink } from './skip-link.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** Before anybody is in: the sign over the door, its light on the floor, and one thing to do beneath it. */
export function Stage(props: { busy?: boolean; wide?: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  const { data: health } = useHealthQuery();
  const offline = useAppSelector(selectConnection) === 'offline';
  return (
    <Box
      sx={{
        minHeight: '100dvh',
        display: 'flex',
        flexDirection: 'column',
        position: 'relative',
        overflow: 'clip',
      }}
    >
      <SkipLink />
      <Box
        aria-hidden
        sx={(theme) => ({
          position: 'absolute',
          inset: 0,
          pointerEvents: 'none',
          background: `radial-gradient(60rem 34rem at 50% 11rem, color-mix(in srgb, ${theme.vars.palette.primary.main} ${offline ? 0 : 9}%, transparent), transparent 70%)`,
        })}
      />
      <OfflineBar />
      <Box
        component="header"
        sx={{ position: 'relative', display: 'flex', justifyContent: 'flex-end', p: 3 }}
      >
        <ThemeSwitch />
      </Box>
      <Box
        component="main"
        id="content"
        tabIndex={-1}
        sx={{
          position: 'relative',
          flex: 1,
          width: '100%',
          maxWidth: 512,
          mx: 'auto',
          px: 4,
          pt: { xs: 2, sm: 6 },
          pb: 12,
          '&:focus': { outline: 'none' },
        }}
      >
        <BulbBoard lights={offline ? 'off' : props.busy ? 'running' : 'on'}>
          <Typography
            component="p"
            variant="display"
            noWrap
            sx={{
              fontWeight: weights.strong,
              fontSize: { xs: '2rem', sm: '2.5rem' },
              maxWidth: '100%',
              px: 3,
            }}
          >
            {health?.name ?? t('product')}
          </Typography>
        </BulbBoard>
        <Box sx={{ maxWidth: props.wide ? 480 : 360, mx: 'auto', mt: { xs: 8, sm: 12 } }}>
          {props.children}
        </Box>
      </Box>
      <Typography
        component="footer"
        variant="caption"
        sx={{ position: 'relative', textAlign: 'center', pb: 6, color: 'text.low', minHeight: 40 }}
      >
        {health && t('stage.version', { version: health.version })}
      </Typography>
    </Box>
  );
}
