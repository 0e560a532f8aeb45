import { allows } from '@marquee/contracts';
import CheckRounded from '@mui/icons-material/CheckRounded';
import GroupOutlined from '@mui/icons-material/GroupOutlined';
import HistoryRounded from '@mui/icons-material/HistoryRounded';
import LogoutRounded from '@mui/icons-material/LogoutRounded';
import PersonOutlineRounded from '@mui/icons-material/PersonOutlineRounded';
import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useColorScheme } from '@mui/material/styles';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSignOutMutation } from '../api/sign-in.ts';
import { useAppSelector } from '../app/store.ts';
import { selectUser } from '../session/session-slice.ts';
import { Initials } from '../ui/initials.tsx';
import { ProblemLine } from '../ui/problem-line.tsx';
import { themeChoices, themeIcons } from './theme-choice.ts';

const own = [{ to: '/account', word: 'you.account', icon: PersonOutlineRounded, role: 'viewer' }] as const;
const admins = [
  { to: '/users', word: 'you.users', icon: GroupOutlined, role: 'admin' },
  { to: '/audit', word: 'you.audit', icon: HistoryRounded, role: 'admin' },
] as const;

/** Who one is, how one likes it dark, and the way out. */
export function UserMenu() {
  const { t } = useTranslation();
  const user = useAppSelector(selectUser);
  const { mode = 'dark', setMode } = useColorScheme();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [signOut, { error, reset }] = useSignOutMutation();
  if (!user) return null;
  const close = () => setAnchor(null);
  return (
    <>
      <Tooltip title={t('you.menu', { name: user.name })}>
        <IconButton
          aria-label={t('you.menu', { name: user.name })}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          data-testid="user-menu"
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <Initials id={user.id} name={user.name} size={28} />
        </IconButton>
      </Tooltip>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { sx: { width: 256 } } }}
      >
        <Box role="presentation" sx={{ px: 3, py: 2, display: 'flex', gap: 3, alignItems: 'center' }}>
          <Initials id={user.id} name={user.name} size={40} />
          <Box sx={{ minWidth: 0 }}>
            <Typography variant="subtitle2" noWrap>
              {user.name}
            </Typography>
            <Typography variant="body2" color="textSecondary">
              {t(`roleTitles.${user.role}`)}
            </Typography>
          </Box>
        </Box>
        <Divider sx={{ my: 1 }} />
        {[...own, ...admins]
          .filter(({ role }) => allows(role, user.role))
          .map(({ to, word, icon: Icon }) => (
            <MenuItem key={to} component={Link} to={to} onClick={close}>
              <ListItemIcon>
                <Icon fontSize="small" />
              </ListItemIcon>
              {t(word)}
            </MenuItem>
          ))}
        <Divider sx={{ my: 1 }} />
        {themeChoices.map((choice) => {
          const Icon = themeIcons[choice];
          return (
            <MenuItem
              key={choice}
              role="menuitemradio"
              aria-checked={mode === choice}
              onClick={() => setMode(choice)}
            >
              <ListItemIcon>
                <Icon fontSize="small" />
              </ListItemIcon>
              {t(`you.themes.${choice}`)}
              {mode === choice && (
                <CheckRounded fontSize="small" sx={{ ml: 'auto', color: 'accentStrong' }} aria-hidden />
              )}
            </MenuItem>
          );
        })}
        <Divider sx={{ my: 1 }} />
        <MenuItem
          onClick={() => {
            close();
            void signOut();
          }}
        >
          <ListItemIcon>
            <LogoutRounded fontSize="small" />
          </ListItemIcon>
          {t('you.signOut')}
        </MenuItem>
      </Menu>
      {error && <ProblemLine error={error} onClose={reset} />}
    </>
  );
}
