import { Role, type User } from '@marquee/contracts';
import CheckCircleOutlineRounded from '@mui/icons-material/CheckCircleOutlineRounded';
import LockOutlined from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format.ts';
import { Age } from '../../ui/age.tsx';
import { Initials } from '../../ui/initials.tsx';

/** What about this account nobody, or not oneself, may change; null where all may be. */
function useFixed(user: User, self: boolean): string | null {
  const { t } = useTranslation();
  if (user.owner) return t('users.ownerStays');
  return self ? t('users.ownRole') : null;
}

export function Person({ user, self }: { user: User; self: boolean }) {
  const { t } = useTranslation();
  return (
    <Box
      sx={{ display: 'flex', alignItems: 'center', gap: 3, minWidth: 0, opacity: user.disabled ? 0.75 : 1 }}
    >
      <Initials id={user.id} name={user.name} size={36} />
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="subtitle2">{user.name}</Typography>
        <Typography variant="body2" color="textSecondary">
          {[t(`users.origins.${user.origin}`), user.owner && t('users.owner')].filter(Boolean).join(' · ')}
        </Typography>
      </Box>
      {self && <Chip label={t('users.you')} />}
    </Box>
  );
}

export function RoleSelect({
  user,
  self,
  onChange,
}: {
  user: User;
  self: boolean;
  onChange(role: Role): void;
}) {
  const { t } = useTranslation();
  const fixed = useFixed(user, self);
  if (fixed) {
    return (
      <Tooltip title={fixed}>
        <Typography component="span" tabIndex={0} sx={{ display: 'inline-block', px: 3, py: 2 }}>
          {t(`roleTitles.${user.role}`)}
        </Typography>
      </Tooltip>
    );
  }
  return (
    <Select
      value={user.role}
      onChange={({ target }) => onChange(target.value)}
      renderValue={(role) => t(`roleTitles.${role}`)}
      inputProps={{ 'aria-label': t('users.roleOf', { name: user.name }) }}
      sx={{ width: 112 }}
    >
      {Role.options.map((role) => (
        <MenuItem key={role} value={role}>
          <Box>
            <Typography variant="subtitle2">{t(`roleTitles.${role}`)}</Typography>
            <Typography variant="body2" color="textSecondary">
              {t(`users.rolesWhat.${role}`)}
            </Typography>
          </Box>
        </MenuItem>
      ))}
    </Select>
  );
}

export function Libraries({ user }: { user: User }) {
  const { t } = useTranslation();
  if (user.libraries === 'all') return t('users.all');
  const { length } = user.libraries;
  return t('users.libraries', { count: length, told: formatCount(length) });
}

export function Seen({ user }: { user: User }) {
  const { t } = useTranslation();
  return user.lastSeenAt ? <Age at={user.lastSeenAt} /> : t('users.never');
}

/** An icon and a word, never colour alone. */
export function State({ user }: { user: User }) {
  const { t } = useTranslation();
  const Icon = user.disabled ? LockOutlined : CheckCircleOutlineRounded;
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 2 }}>
      <Icon sx={{ fontSize: 18, color: user.disabled ? 'warning.main' : 'success.main' }} aria-hidden />
      {user.disabled ? t('users.shut') : t('users.open')}
    </Box>
  );
}
