import type { Role, User } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTranslation } from 'react-i18next';
import { Table } from '../../ui/table.tsx';
import { UserActions, type UserDeed } from './user-actions.tsx';
import { Libraries, Person, RoleSelect, Seen, State } from './user-cells.tsx';

interface UserListProps {
  users: readonly User[];
  ownId: string | undefined;
  onRole(user: User, role: Role): void;
  onDeed(user: User, deed: UserDeed): void;
}

/** A table where there is room for one, cards on a phone. */
export function UserList(props: UserListProps) {
  const roomy = useMediaQuery('(min-width: 900px)', { noSsr: true });
  return roomy ? <UserTable {...props} /> : <UserCards {...props} />;
}

function UserTable({ users, ownId, onRole, onDeed }: UserListProps) {
  const { t } = useTranslation();
  return (
    <Card sx={{ overflowX: 'auto' }}>
      <Table aria-label={t('users.title')}>
        <thead>
          <tr>
            {(['name', 'role', 'libraries', 'seen', 'state'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`users.columns.${column}`)}
              </th>
            ))}
            <td style={{ border: 0 }} />
          </tr>
        </thead>
        <tbody>
          {users.map((user) => {
            const self = user.id === ownId;
            return (
              <tr key={user.id} data-testid="user">
                <td>
                  <Person user={user} self={self} />
                </td>
                <td>
                  <RoleSelect user={user} self={self} onChange={(role) => onRole(user, role)} />
                </td>
                <td>
                  <Libraries user={user} />
                </td>
                <td>
                  <Seen user={user} />
                </td>
                <td>
                  <State user={user} />
                </td>
                <td style={{ width: 52 }}>
                  <UserActions user={user} self={self} onDeed={(deed) => onDeed(user, deed)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </Card>
  );
}

function UserCards({ users, ownId, onRole, onDeed }: UserListProps) {
  const { t } = useTranslation();
  return (
    <Box
      component="ul"
      aria-label={t('users.title')}
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3 }}
    >
      {users.map((user) => {
        const self = user.id === ownId;
        return (
          <Card component="li" key={user.id} data-testid="user" sx={{ p: 4 }}>
            <Box sx={{ display: 'flex', alignItems: 'start', gap: 2 }}>
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Person user={user} self={self} />
              </Box>
              <UserActions user={user} self={self} onDeed={(deed) => onDeed(user, deed)} />
            </Box>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, mt: 3, flexWrap: 'wrap' }}>
              <RoleSelect user={user} self={self} onChange={(role) => onRole(user, role)} />
              <State user={user} />
              <Typography variant="body2" color="textSecondary" sx={{ ml: 'auto' }}>
                {t('users.columns.seen')}: <Seen user={user} />
              </Typography>
            </Box>
          </Card>
        );
      })}
    </Box>
  );
}
