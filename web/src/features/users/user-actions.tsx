import type { User } from '@marquee/contracts';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import LockOpenRounded from '@mui/icons-material/LockOpenRounded';
import LockOutlined from '@mui/icons-material/LockOutlined';
import LogoutRounded from '@mui/icons-material/LogoutRounded';
import MoreHorizRounded from '@mui/icons-material/MoreHorizRounded';
import PasswordRounded from '@mui/icons-material/PasswordRounded';
import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export type UserDeed = 'set-password' | 'end-sessions' | 'shut' | 'open' | 'remove';

const looks = {
  'set-password': { word: 'users.setPassword', icon: PasswordRounded },
  'end-sessions': { word: 'users.endSessions', icon: LogoutRounded },
  shut: { word: 'users.shutAccount', icon: LockOutlined },
  open: { word: 'users.openAccount', icon: LockOpenRounded },
  remove: { word: 'users.remove', icon: DeleteOutlined },
} as const;

/** What may be done with an account; one's own and the first admin's are spared what would lock somebody out. */
function deedsFor(user: User, self: boolean): UserDeed[] {
  const spared = user.owner || self;
  return [
    ...(user.origin === 'local' && !self ? (['set-password'] as const) : []),
    'end-sessions',
    ...(spared ? [] : ([user.disabled ? 'open' : 'shut', 'remove'] as const)),
  ];
}

export function UserActions(props: { user: User; self: boolean; onDeed(deed: UserDeed): void }) {
  const { user, self, onDeed } = props;
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const word = t('users.actionsFor', { name: user.name });
  return (
    <>
      <IconButton
        aria-label={word}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreHorizRounded fontSize="small" />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {deedsFor(user, self).map((deed) => {
          const { word: name, icon: Icon } = looks[deed];
          return (
            <MenuItem
              key={deed}
              onClick={() => {
                setAnchor(null);
                onDeed(deed);
              }}
              {...(deed === 'remove' && { sx: { color: 'error.main' } })}
            >
              <ListItemIcon {...(deed === 'remove' && { sx: { color: 'inherit' } })}>
                <Icon fontSize="small" />
              </ListItemIcon>
              {t(name)}
            </MenuItem>
          );
        })}
      </Menu>
    </>
  );
}
