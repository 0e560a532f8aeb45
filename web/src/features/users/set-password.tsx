import type { User } from '@marquee/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetUserPasswordMutation } from '../../api/users.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { isLongEnough, NewPasswordField } from '../../ui/new-password-field.tsx';

export function SetPassword({ user, onDone, onClose }: { user: User; onDone(): void; onClose(): void }) {
  const { t } = useTranslation();
  const [set, { error, isLoading }] = useSetUserPasswordMutation();
  const [password, setPassword] = useState('');
  const go = async () => {
    const { data } = await set({ userId: user.id, body: { password } });
    if (data) onDone();
  };
  return (
    <AskDialog
      title={t('users.passwordTitle', { name: user.name })}
      what={t('users.passwordWhat')}
      go={t('users.passwordGo')}
      busy={isLoading}
      disabled={!isLongEnough(password)}
      error={error}
      onGo={() => void go()}
      onClose={onClose}
    >
      <NewPasswordField
        label={t('users.password')}
        value={password}
        onChange={({ target }) => setPassword(target.value)}
        autoFocus
      />
    </AskDialog>
  );
}
