import { Role, type User, UserName } from '@marquee/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddUserMutation } from '../../api/users.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { isLongEnough, NewPasswordField } from '../../ui/new-password-field.tsx';
import { RoleField } from '../../ui/role-field.tsx';

export function AddUser({ onDone, onClose }: { onDone(user: User): void; onClose(): void }) {
  const { t } = useTranslation();
  const [add, { error, isLoading }] = useAddUserMutation();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const fits = UserName.safeParse(name.trim()).success;
  const go = async () => {
    const { data } = await add({ body: { name: name.trim(), password, role } });
    if (data) onDone(data);
  };
  return (
    <AskDialog
      title={t('users.addTitle')}
      what={t('users.addWhat')}
      go={t('users.addGo')}
      busy={isLoading}
      disabled={!fits || !isLongEnough(password)}
      error={error}
      onGo={() => void go()}
      onClose={onClose}
    >
      <Field
        label={t('users.name')}
        value={name}
        onChange={({ target }) => setName(target.value)}
        {...(name.trim() !== '' && !fits && { trouble: t('setup.nameTrouble') })}
        autoFocus
        inputProps={{ autoComplete: 'off', autoCapitalize: 'none', spellCheck: false, maxLength: 64 }}
      />
      <NewPasswordField
        label={t('users.password')}
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <RoleField
        label={t('users.role')}
        value={role}
        roles={Role.options}
        whatOf={(option) => t(`users.rolesWhat.${option}`)}
        onChange={setRole}
      />
    </AskDialog>
  );
}
