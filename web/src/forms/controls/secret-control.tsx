import CheckRounded from '@mui/icons-material/CheckRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormScope, type ValueProps } from '../scope.ts';
import { useTypedText } from '../use-typed-text.ts';
import { isHidden } from '../words-value.ts';

/** A key or a password: it is set or not, and can be replaced; until it is saved, the former one can come back. */
export function SecretControl({ path, value, label, told, autoFocus }: ValueProps) {
  const { onEdit } = useFormScope();
  const { t } = useTranslation();
  const [replacing, setReplacing] = useState(false);
  const [former, setFormer] = useState<string | null>(null);
  const hidden = isHidden(value);
  const { field } = useTypedText({
    written: value === undefined || value === null || hidden ? '' : String(value),
    read: (typed) => ({ value: typed.trim() }),
    onValue(text) {
      if (hidden) setFormer(value);
      onEdit([{ kind: 'set', path, value: text }]);
    },
    onEmpty: () => onEdit([{ kind: 'set', path, value: null }]),
  });
  if (hidden && !replacing) {
    return (
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 36 }}>
        <CheckRounded fontSize="small" sx={{ color: 'success.main' }} aria-hidden />
        <Typography variant="body2" color="textSecondary">
          {t('forms.secret.set')}
        </Typography>
        <Button
          size="small"
          aria-label={t('forms.secret.replaceWhat', { name: label })}
          onClick={() => setReplacing(true)}
        >
          {t('forms.secret.replace')}
        </Button>
      </Box>
    );
  }
  const keep = hidden ? value : former;
  // What Kometa fills in from its environment is a name, and no secret.
  const isName = typeof value === 'string' && /^<<[^<>]+>>$/.test(value) && !hidden;
  return (
    <OutlinedInput
      fullWidth
      type={isName ? 'text' : 'password'}
      autoFocus={replacing || (autoFocus ?? false)}
      inputProps={{
        'aria-label': label,
        'aria-describedby': told,
        autoComplete: 'new-password',
        spellCheck: false,
        maxLength: 1000,
      }}
      {...field}
      endAdornment={
        keep !== null && (
          <Button
            size="small"
            sx={{ flex: 'none' }}
            onClick={() => {
              setReplacing(false);
              setFormer(null);
              if (!hidden) onEdit([{ kind: 'set', path, value: keep }]);
            }}
          >
            {t('forms.secret.keep')}
          </Button>
        )
      }
    />
  );
}
