import { BranchName, type ConfigBranch } from '@marquee/contracts';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMakeBranchMutation } from '../../api/config-branches.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { Field } from '../../ui/field.tsx';

const FOLDER = '';

/** Asks for a name, and as what the branch begins where there is a choice. */
export function NewBranch(props: {
  branches: readonly ConfigBranch[];
  onMade(branch: ConfigBranch): void;
  onClose(): void;
}) {
  const { branches } = props;
  const { t } = useTranslation();
  const id = useId();
  const [name, setName] = useState('');
  const [from, setFrom] = useState(FOLDER);
  const [tried, setTried] = useState(false);
  const [make, { error, isLoading }] = useMakeBranchMutation();
  const wanted = name.trim().normalize('NFC');
  const read = BranchName.safeParse(wanted);
  // Case makes no difference to many a file system, and git's branches are files.
  const taken = branches.some((branch) => branch.name.toLowerCase() === wanted.toLowerCase());
  const trouble = taken
    ? t('branches.make.taken')
    : read.success
      ? undefined
      : wanted === ''
        ? t('branches.make.missing')
        : read.error.issues[0]?.message;
  const go = async () => {
    setTried(true);
    if (trouble !== undefined) return;
    const begins = branches.find((branch) => branch.name === from);
    const { data } = await make({ body: { name: wanted, ...(begins && { from: begins.versionId }) } });
    if (data) props.onMade(data);
  };
  return (
    <AskDialog
      title={t('branches.make.title')}
      what={t('branches.make.what')}
      go={t('branches.make.go')}
      busy={isLoading}
      error={error}
      onGo={() => void go()}
      onClose={props.onClose}
    >
      <Field
        autoFocus
        label={t('branches.make.name')}
        hint={t('branches.make.hint')}
        trouble={tried ? trouble : undefined}
        value={name}
        inputProps={{ maxLength: 60, spellCheck: false, autoCapitalize: 'none' }}
        onChange={({ target }) => setName(target.value)}
      />
      {branches.length > 0 && (
        <Stack sx={{ gap: 1.5 }}>
          <Typography id={id} variant="body2" sx={{ fontWeight: 'fontWeightMedium' }}>
            {t('branches.make.from')}
          </Typography>
          <Select
            fullWidth
            displayEmpty
            value={from}
            SelectDisplayProps={{ 'aria-labelledby': id }}
            onChange={({ target }) => setFrom(target.value)}
          >
            <MenuItem value={FOLDER}>{t('branches.make.fromFolder')}</MenuItem>
            {branches.map((branch) => (
              <MenuItem key={branch.name} value={branch.name}>
                {t('branches.make.fromBranch', { branch: branch.name })}
              </MenuItem>
            ))}
          </Select>
        </Stack>
      )}
    </AskDialog>
  );
}
