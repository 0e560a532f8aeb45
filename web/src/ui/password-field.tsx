import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined';
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import Tooltip from '@mui/material/Tooltip';
import { type ComponentProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from './field.tsx';

/** A password that its writer may look at. */
export function PasswordField(props: Omit<ComponentProps<typeof Field>, 'type' | 'endAdornment'>) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const word = shown ? t('signIn.hide') : t('signIn.show');
  return (
    <Field
      {...props}
      type={shown ? 'text' : 'password'}
      inputProps={{ maxLength: 1000, spellCheck: false, autoCapitalize: 'none', ...props.inputProps }}
      endAdornment={
        <InputAdornment position="end">
          <Tooltip title={word}>
            <IconButton edge="end" aria-label={word} aria-pressed={shown} onClick={() => setShown(!shown)}>
              {shown ? <VisibilityOffOutlined fontSize="small" /> : <VisibilityOutlined fontSize="small" />}
            </IconButton>
          </Tooltip>
        </InputAdornment>
      }
    />
  );
}
