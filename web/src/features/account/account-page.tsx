import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useAppSelector } from '../../app/store.ts';
import { usePlace } from '../../frame/place.tsx';
import { formatDay } from '../../i18n/format.ts';
import { selectUser } from '../../session/session-slice.ts';
import { Initials } from '../../ui/initials.tsx';
import { ApiKeys } from './api-keys.tsx';
import { PasswordSection } from './password-section.tsx';
import { Sessions } from './sessions.tsx';

export default function AccountPage() {
  const { t } = useTranslation();
  usePlace([{ label: t('account.title') }]);
  const user = useAppSelector(selectUser);
  if (!user) return null;
  return (
    <Box sx={{ maxWidth: 880 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, mb: 10 }}>
        <Initials id={user.id} name={user.name} size={56} />
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="h1" noWrap>
            {user.name}
          </Typography>
          <Typography color="textSecondary">
            {t('account.facts', { role: t(`roleTitles.${user.role}`), day: formatDay(user.createdAt) })}
          </Typography>
        </Box>
      </Box>
      <Sessions />
      <ApiKeys role={user.role} />
      <PasswordSection origin={user.origin} />
    </Box>
  );
}
