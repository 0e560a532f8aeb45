import KeyboardDoubleArrowLeftRounded from '@mui/icons-material/KeyboardDoubleArrowLeftRounded';
import KeyboardDoubleArrowRightRounded from '@mui/icons-material/KeyboardDoubleArrowRightRounded';
import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { railToggled } from '../app/settings-slice.ts';
import { useAppDispatch, useAppSelector } from '../app/store.ts';
import { openHelp } from '../features/help/open-help.ts';
import { frame, motion, weights } from '../theme/tokens.ts';
import { usePlaces } from './places.ts';
import { RailButton, RailLink } from './rail-entry.tsx';
import { RailLibraries } from './rail-libraries.tsx';
import { Wordmark } from './wordmark.tsx';

export function Rail() {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const open = useAppSelector((state) => state.settings.railOpen);
  const { pathname } = useLocation();
  const places = usePlaces();
  return (
    <Box
      component="nav"
      aria-label={t('frame.navigation')}
      sx={{
        width: open ? frame.railOpen : frame.railFolded,
        flex: 'none',
        position: 'sticky',
        // A page's backdrop is as wide as the window and must pass behind.
        zIndex: 'appBar',
        top: 0,
        height: '100dvh',
        display: 'flex',
        flexDirection: 'column',
        gap: 1,
        p: 3,
        pt: 0,
        bgcolor: 'background.paper',
        borderRight: 1,
        borderColor: 'line',
        overflowX: 'hidden',
        overflowY: 'auto',
        transition: `width ${motion.place}ms ${motion.easing}`,
      }}
    >
      <Box
        sx={{ height: frame.topBar, flex: 'none', display: 'flex', alignItems: 'center', gap: 3, px: '7px' }}
      >
        <Wordmark />
        {open && (
          <Typography component="span" variant="subtitle1" sx={{ fontWeight: weights.strong }}>
            {t('product')}
          </Typography>
        )}
      </Box>
      {places.map(({ to, word, icon }) => (
        <Box key={to}>
          <RailLink
            to={to}
            label={t(word)}
            icon={icon}
            open={open}
            within={to !== '/' && pathname.startsWith(to)}
          />
          {to === '/libraries' && open && <RailLibraries />}
        </Box>
      ))}
      <Box sx={{ mt: 'auto', pt: 4 }}>
        <RailButton label={t('frame.help')} icon={KeyboardOutlined} open={open} onClick={openHelp} hint="?" />
        <RailButton
          label={open ? t('frame.fold') : t('frame.unfold')}
          icon={open ? KeyboardDoubleArrowLeftRounded : KeyboardDoubleArrowRightRounded}
          open={open}
          onClick={() => dispatch(railToggled())}
        />
      </Box>
    </Box>
  );
}
