import MoreHorizRounded from '@mui/icons-material/MoreHorizRounded';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import ListItemIcon from '@mui/material/ListItemIcon';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { frame } from '../theme/tokens.ts';
import { usePlaces } from './places.ts';

/** More would be too narrow for a thumb. */
const ROOM = 5;

const Tab = styled(ButtonBase)(({ theme }) => ({
  flex: 1,
  minWidth: 0,
  height: frame.bottomBar,
  flexDirection: 'column',
  gap: 2,
  color: theme.vars.palette.text.secondary,
  '&.active': { color: theme.vars.palette.text.primary },
  '&.active svg': { color: theme.vars.palette.accentStrong },
  '&:focus-visible': { outlineOffset: -2 },
}));

type Places = ReturnType<typeof usePlaces>;

/** The rail of a phone: what has no room in it is behind its last tab. */
export function BottomBar() {
  const { t } = useTranslation();
  const places = usePlaces();
  const shown = places.length > ROOM ? places.slice(0, ROOM - 1) : places;
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
      {shown.map(({ to, word, icon: Icon }) => (
        <Tab key={to} {...{ component: NavLink, to, end: to === '/' }}>
          <Icon sx={{ fontSize: 22 }} aria-hidden />
          <Typography component="span" variant="caption">
            {t(word)}
          </Typography>
        </Tab>
      ))}
      {shown.length < places.length && <More places={places.slice(shown.length)} />}
    </Box>
  );
}

function More({ places }: { places: Places }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const isWithin = places.some(({ to }) => pathname.startsWith(to));
  const close = () => setAnchor(null);
  return (
    <>
      <Tab
        className={isWithin ? 'active' : ''}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreHorizRounded sx={{ fontSize: 22 }} aria-hidden />
        <Typography component="span" variant="caption">
          {t('frame.more')}
        </Typography>
      </Tab>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        anchorOrigin={{ vertical: 'top', horizontal: 'right' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        slotProps={{ paper: { sx: { minWidth: 200 } } }}
      >
        {places.map(({ to, word, icon: Icon }) => (
          <MenuItem key={to} component={Link} to={to} onClick={close} selected={pathname.startsWith(to)}>
            <ListItemIcon>
              <Icon fontSize="small" aria-hidden />
            </ListItemIcon>
            {t(word)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
