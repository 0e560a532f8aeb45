import type { ValueSpec } from '@marquee/kometa';
import Box from '@mui/material/Box';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useFormScope, type ValueProps } from '../scope.ts';

/** On or off; where neither is written, what counts then. */
export function BooleanControl({
  path,
  value,
  label,
  fallback,
  told,
  autoFocus,
}: ValueProps<Extract<ValueSpec, { type: 'boolean' }>>) {
  const { onEdit } = useFormScope();
  const { t } = useTranslation();
  const isSet = typeof value === 'boolean';
  const on = isSet ? value : fallback === 'true';
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 36, ml: -2 }}>
      <Switch
        checked={on}
        autoFocus={autoFocus ?? false}
        onChange={(_, checked) => onEdit([{ kind: 'set', path, value: checked }])}
        slotProps={{ input: { 'aria-label': label, 'aria-describedby': told } }}
      />
      <Typography variant="body2" color={isSet ? 'textPrimary' : 'textDisabled'}>
        {isSet
          ? t(on ? 'forms.on' : 'forms.off')
          : fallback === undefined
            ? t('forms.notSet')
            : t('forms.default', { value: fallback })}
      </Typography>
    </Box>
  );
}
