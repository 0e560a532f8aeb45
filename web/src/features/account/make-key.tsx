import { API_PREFIX, allows, libraryRoutes, Role } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMakeApiKeyMutation } from '../../api/sessions.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Field } from '../../ui/field.tsx';
import { RoleField } from '../../ui/role-field.tsx';

export function MakeKey({ ownRole, onClose }: { ownRole: Role; onClose(): void }) {
  const { t } = useTranslation();
  const [make, { data: made, isLoading, error }] = useMakeApiKeyMutation();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  if (made) return <MadeKey name={made.name} secret={made.key} onClose={onClose} />;
  return (
    <AskDialog
      title={t('account.makeKey')}
      go={t('account.make')}
      busy={isLoading}
      disabled={name.trim() === ''}
      error={error}
      onGo={() => void make({ body: { name: name.trim(), role } })}
      onClose={onClose}
    >
      <Field
        label={t('account.keyName')}
        hint={t('account.keyNameHint')}
        value={name}
        onChange={({ target }) => setName(target.value)}
        autoFocus
        inputProps={{ maxLength: 80, autoComplete: 'off' }}
      />
      <RoleField
        label={t('account.keyRole')}
        value={role}
        roles={Role.options.filter((option) => allows(option, ownRole))}
        whatOf={(option) => t(`account.keyRoles.${option}`)}
        onChange={setRole}
      />
    </AskDialog>
  );
}

/** The one time the key is there to be read. Closing needs the button: a stray click would lose it. */
function MadeKey({ name, secret, onClose }: { name: string; secret: string; onClose(): void }) {
  const { t } = useTranslation();
  const address = `${window.location.origin}${API_PREFIX}${libraryRoutes.list.path}`;
  const command = `curl -H "Authorization: Bearer ${secret}" ${address}`;
  return (
    <Dialog open maxWidth="sm" fullWidth aria-labelledby="made-key-title" aria-describedby="made-key-what">
      <Stack sx={{ p: { xs: 5, sm: 6 }, gap: 5 }}>
        <Box>
          <Typography id="made-key-title" variant="h2" component="h2">
            {t('account.madeTitle', { name })}
          </Typography>
          <Typography id="made-key-what" color="textSecondary" sx={{ mt: 2 }}>
            {t('account.madeWhat')}
          </Typography>
        </Box>
        <Secret label={t('account.key')} text={secret} copy={t('account.copyKey')} />
        <Secret label={t('account.example')} text={command} copy={t('account.copyExample')} />
        <Button variant="contained" onClick={onClose} sx={{ alignSelf: 'end' }}>
          {t('account.done')}
        </Button>
      </Stack>
    </Dialog>
  );
}

function Secret({ label, text, copy }: { label: string; text: string; copy: string }) {
  return (
    <Box>
      <Typography variant="body2" sx={{ fontWeight: 'fontWeightMedium', mb: 1.5 }}>
        {label}
      </Typography>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'start',
          gap: 2,
          pl: 3,
          pr: 1,
          py: 1,
          borderRadius: 1,
          border: 1,
          borderColor: 'line',
          bgcolor: 'background.paper',
        }}
      >
        <Typography component="code" variant="mono" sx={{ flex: 1, minWidth: 0, py: 1.5, userSelect: 'all' }}>
          {text}
        </Typography>
        <CopyButton text={text} label={copy} />
      </Box>
    </Box>
  );
}
