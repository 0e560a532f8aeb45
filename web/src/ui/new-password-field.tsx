import { PASSWORD_LENGTH } from '@marquee/contracts';
import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { motion } from '../theme/tokens.ts';
import { PasswordField } from './password-field.tsx';

const { shortest, longest } = PASSWORD_LENGTH;

const Bulb = styled('span')(({ theme }) => ({
  flex: 1,
  height: 4,
  borderRadius: 2,
  backgroundColor: theme.vars.palette.line,
  transition: `background-color ${motion.state}ms ${motion.easing}`,
  '&[data-on="true"]': { backgroundColor: theme.vars.palette.primary.main },
}));

/** How long the contract will find it. */
function passwordLength(password: string): number {
  return password.normalize('NFC').length;
}
export function isLongEnough(password: string): boolean {
  const length = passwordLength(password);
  return length >= shortest && length <= longest;
}

type Props = Omit<ComponentProps<typeof PasswordField>, 'hint' | 'trouble' | 'value'> & { value: string };

/** A password being chosen: a light goes on for each character until there are enough. */
export function NewPasswordField(props: Props) {
  const { t } = useTranslation();
  const length = passwordLength(props.value);
  const hint =
    length === 0
      ? t('password.rule', { shortest })
      : length < shortest
        ? t('password.more', { count: shortest - length })
        : t('password.enough');
  return (
    <Box>
      <PasswordField
        {...props}
        hint={hint}
        {...(length > longest && { trouble: t('password.tooLong', { longest }) })}
        inputProps={{ autoComplete: 'new-password', ...props.inputProps }}
      />
      <Box aria-hidden sx={{ display: 'flex', gap: 1, mt: 2 }}>
        {Array.from({ length: shortest }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the places are all there is to tell them apart.
          <Bulb key={place} data-on={place < length} />
        ))}
      </Box>
    </Box>
  );
}
