import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { frame } from '../theme/tokens.ts';
import { usePlaces } from './places.ts';

const Tab = styled(ButtonBase)(({ theme }) => ({
  flex: 1,
  height: frame.bottomBar,
  flexDirection: 'column',
  gap: 2,
  color: theme.vars.palette.text.secondary,
  '&.active': { color: theme.vars.palette.text.primary },
  '&.active svg': { color: theme.vars.palette.accentStrong },
  '&:focus-visible': { outlineOffset: -2 },
}));

/** The rail of a phone. */
export function BottomBar() {
  const { t } = useTranslation();
  const places = usePlaces();
  return (
    <Box
      component="nav"
      aria-label={t('frame.navigation')}
      sx={{
        position: 'fixed',
        insetInline: 0,
        bottom: 0,
        zIndex: 'appBar',
        display: 'flex',
        bgcolor: 'background.paper',
        borderTop: 1,
        borderColor: 'line',
        pb: 'env(safe-area-inset-bottom)',
      }}
    >
      {places.map(({ to, word, icon: Icon }) => (
        <Tab key={to} {...{ component: NavLink, to, end: to === '/' }}>
          <Icon sx={{ fontSize: 22 }} aria-hidden />
          <Typography component="span" variant="caption">
            {t(word)}
          </Typography>
        </Tab>
      ))}
    </Box>
  );
}
