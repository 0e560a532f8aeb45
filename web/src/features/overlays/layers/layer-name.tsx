import InputBase from '@mui/material/InputBase';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The name of a layer while it is being changed: Enter takes it, Escape leaves it. */
export function LayerNameField(props: {
  name: string;
  taken: readonly string[];
  onDone(name: string | null): void;
}) {
  const { name, taken, onDone } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState(name);
  const wanted = typed.trim();
  const bad = wanted === '' || (wanted !== name && taken.includes(wanted));
  return (
    <InputBase
      autoFocus
      fullWidth
      value={typed}
      error={bad}
      inputProps={{
        'aria-label': t('overlays.layers.newName', { name }),
        'aria-invalid': bad,
        maxLength: 200,
      }}
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => onDone(bad || wanted === name ? null : wanted)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onDone(null);
        if (event.key === 'Enter' && !bad) onDone(wanted === name ? null : wanted);
      }}
      sx={{
        flex: 1,
        bgcolor: 'background.default',
        borderRadius: 1,
        px: 1,
        outline: 2,
        outlineColor: bad ? 'error.main' : 'focus',
      }}
    />
  );
}
