import type { User } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUsersQuery } from '../../api/users.ts';
import { useAppSelector } from '../../app/store.ts';
import { usePlace } from '../../frame/place.tsx';
import { selectUser } from '../../session/session-slice.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemLine } from '../../ui/problem-line.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RowsSkeleton } from '../../ui/rows.tsx';
import { Told } from '../../ui/told.tsx';
import { AddUser } from './add-user.tsx';
import { InviteUser } from './invite-user.tsx';
import { RemoveUser } from './remove-user.tsx';
import { SetPassword } from './set-password.tsx';
import { useUserChanges } from './use-user-changes.ts';
import type { UserDeed } from './user-actions.tsx';
import { UserList } from './user-list.tsx';

type Asking = { what: 'add' | 'invite' } | { what: 'set-password' | 'remove'; user: User };

export default function UsersPage() {
  const { t } = useTranslation();
  usePlace([{ label: t('users.title') }]);
  const { data: users, error, refetch } = useUsersQuery(undefined, { refetchOnMountOrArgChange: true });
  const ownId = useAppSelector(selectUser)?.id;
  const changes = useUserChanges();
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  const done = (words: string) => {
    close();
    changes.tell(words);
  };
  const onDeed = (user: User, deed: UserDeed) => {
    if (deed === 'set-password' || deed === 'remove') setAsking({ what: deed, user });
    else if (deed === 'end-sessions') changes.endSessions(user);
    else changes.change(user, { disabled: deed === 'shut' });
  };
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, mb: 6 }}>
        <Typography variant="h1" sx={{ flex: { xs: '1 0 100%', sm: 1 } }}>
          {t('users.title')}
        </Typography>
        <Button variant="outlined" onClick={() => setAsking({ what: 'invite' })}>
          {t('users.invite')}
        </Button>
        <Button variant="contained" onClick={() => setAsking({ what: 'add' })}>
          {t('users.add')}
        </Button>
      </Box>
      {users ? (
        <UserList
          users={users}
          ownId={ownId}
          onRole={(user, role) => changes.change(user, { role })}
          onDeed={onDeed}
        />
      ) : error ? (
        <ProblemNotice error={error} onRetry={refetch} />
      ) : (
        <RowsSkeleton count={3} />
      )}
      {users?.length === 1 && <Notice title={t('users.only')} what={t('users.onlyWhat')} />}
      {asking?.what === 'add' && (
        <AddUser onDone={({ name }) => done(t('users.added', { name }))} onClose={close} />
      )}
      {asking?.what === 'invite' && (
        <InviteUser onDone={({ name }) => changes.tell(t('users.invited', { name }))} onClose={close} />
      )}
      {asking?.what === 'set-password' && (
        <SetPassword
          user={asking.user}
          onDone={() => done(t('users.passwordSet', { name: asking.user.name }))}
          onClose={close}
        />
      )}
      {asking?.what === 'remove' && (
        <RemoveUser
          user={asking.user}
          onDone={() => done(t('users.removed', { name: asking.user.name }))}
          onClose={close}
        />
      )}
      {changes.news?.kind === 'done' && (
        <Told
          key={changes.news.words}
          words={changes.news.words}
          {...(changes.news.undo && { onUndo: changes.news.undo })}
          onClose={changes.forget}
        />
      )}
      {changes.news?.kind === 'rolled-back' && (
        <ProblemLine error={changes.news.error} first={changes.news.words} onClose={changes.forget} />
      )}
    </>
  );
}
