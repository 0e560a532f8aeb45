import { type PlexPerson, Role, type User } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInviteUserMutation, usePlexPeopleQuery } from '../../api/users.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { Initials } from '../../ui/initials.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RoleField } from '../../ui/role-field.tsx';
import { Row, Rows, RowsSkeleton } from '../../ui/rows.tsx';
import { SearchField } from '../../ui/search-field.tsx';

export function InviteUser({ onDone, onClose }: { onDone(user: User): void; onClose(): void }) {
  const { t } = useTranslation();
  const { data: people, error, refetch } = usePlexPeopleQuery(undefined, { refetchOnMountOrArgChange: true });
  const [role, setRole] = useState<Role>('viewer');
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth="sm"
      fullWidth
      aria-labelledby="invite-title"
      aria-describedby="invite-what"
    >
      <Stack sx={{ p: { xs: 5, sm: 6 }, gap: 5 }}>
        <Box>
          <Typography id="invite-title" variant="h2" component="h2">
            {t('users.inviteTitle')}
          </Typography>
          <Typography id="invite-what" color="textSecondary" sx={{ mt: 2 }}>
            {t('users.inviteWhat')}
          </Typography>
        </Box>
        {people ? (
          people.length === 0 ? (
            <Box sx={{ py: 6, textAlign: 'center' }}>
              <Typography variant="h3">{t('users.nobody')}</Typography>
              <Typography color="textSecondary">{t('users.nobodyWhat')}</Typography>
            </Box>
          ) : (
            <>
              <RoleField
                label={t('users.role')}
                value={role}
                roles={Role.options}
                whatOf={(option) => t(`users.rolesWhat.${option}`)}
                onChange={setRole}
              />
              <People people={people} role={role} onDone={onDone} />
            </>
          )
        ) : error ? (
          <ProblemNotice error={error} onRetry={refetch} />
        ) : (
          <RowsSkeleton count={3} />
        )}
        <Button onClick={onClose} sx={{ alignSelf: 'end' }}>
          {t('close')}
        </Button>
      </Stack>
    </Dialog>
  );
}

function People(props: { people: readonly PlexPerson[]; role: Role; onDone(user: User): void }) {
  const { people, role, onDone } = props;
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [invite, { error }] = useInviteUserMutation();
  const [inviting, setInviting] = useState<number | null>(null);
  const found = people.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()));
  const go = async (plexId: number) => {
    setInviting(plexId);
    const { data } = await invite({ body: { plexId, role } });
    setInviting(null);
    if (data) onDone(data);
  };
  return (
    <Stack sx={{ gap: 3 }}>
      <SearchField label={t('users.findPerson')} value={text} onChange={setText} />
      {error && <FormProblem error={error} />}
      <Box sx={{ border: 1, borderColor: 'line', borderRadius: 1, maxHeight: 320, overflowY: 'auto' }}>
        {found.length === 0 ? (
          <Typography color="textSecondary" sx={{ p: 5 }}>
            {t('users.noneFound', { text, all: people.length })}
          </Typography>
        ) : (
          <Rows aria-label={t('users.inviteTitle')}>
            {found.map((person) => (
              <Row key={person.plexId} data-testid="plex-person">
                <Initials id={String(person.plexId)} name={person.name} />
                <Box sx={{ flex: 1, minWidth: 0 }}>
                  <Typography variant="subtitle2">{person.name}</Typography>
                  <Typography variant="body2" color="textSecondary" noWrap>
                    {person.owner ? t('users.serverOwner') : person.servers.join(', ')}
                  </Typography>
                </Box>
                {person.userId ? (
                  <Typography variant="body2" color="textSecondary">
                    {t('users.hasAccount')}
                  </Typography>
                ) : (
                  <Button
                    variant="outlined"
                    loading={inviting === person.plexId}
                    disabled={inviting !== null}
                    aria-label={t('users.inviteNamed', { name: person.name })}
                    onClick={() => void go(person.plexId)}
                  >
                    {t('users.inviteGo')}
                  </Button>
                )}
              </Row>
            ))}
          </Rows>
        )}
      </Box>
    </Stack>
  );
}
