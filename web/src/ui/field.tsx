import FormHelperText from '@mui/material/FormHelperText';
import OutlinedInput, { type OutlinedInputProps } from '@mui/material/OutlinedInput';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';

interface FieldProps extends Omit<OutlinedInputProps, 'label' | 'error' | 'id'> {
  label: string;
  /** What to know before one types. */
  hint?: ReactNode;
  /** What is wrong with what was typed, and how to mend it. */
  trouble?: string | undefined;
}

/** A field with its label above and its hint or trouble beneath. */
export function Field({ label, hint, trouble, ...input }: FieldProps) {
  const id = useId();
  const told = trouble ?? hint;
  return (
    <Stack sx={{ gap: 1.5 }}>
      <Typography component="label" variant="body2" htmlFor={id} sx={{ fontWeight: 'fontWeightMedium' }}>
        {label}
      </Typography>
      <OutlinedInput
        id={id}
        fullWidth
        error={trouble !== undefined}
        {...(told !== undefined && { 'aria-describedby': `${id}-told` })}
        {...input}
      />
      {told !== undefined && (
        <FormHelperText id={`${id}-told`} error={trouble !== undefined} sx={{ m: 0 }}>
          {told}
        </FormHelperText>
      )}
    </Stack>
  );
}
