import type { User } from '@marquee/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRemoveUserMutation } from '../../api/users.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { Field } from '../../ui/field.tsx';

/** Cannot be taken back, so the name is asked for. */
export function RemoveUser({ user, onDone, onClose }: { user: User; onDone(): void; onClose(): void }) {
  const { t } = useTranslation();
  const [remove, { error, isLoading }] = useRemoveUserMutation();
  const [typed, setTyped] = useState('');
  const go = async () => {
    const { data } = await remove({ userId: user.id });
    if (data) onDone();
  };
  return (
    <AskDialog
      title={t('users.removeTitle', { name: user.name })}
      what={t('users.removeWhat')}
      go={t('users.remove')}
      harm
      busy={isLoading}
      disabled={typed.trim() !== user.name}
      error={error}
      onGo={() => void go()}
      onClose={onClose}
    >
      <Field
        label={t('users.removeType', { name: user.name })}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        autoFocus
        inputProps={{ autoComplete: 'off', autoCapitalize: 'none', spellCheck: false }}
      />
    </AskDialog>
  );
}
