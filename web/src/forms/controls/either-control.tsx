import { fitsSpec, type ValueSpec } from '@marquee/kometa';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormScope, type ValueProps } from '../scope.ts';
import { alternatives, isOneLine } from '../words-value.ts';
import { WordsControl } from './words-control.tsx';

/** One of several kinds of value. */
export function EitherControl(props: ValueProps<Extract<ValueSpec, { type: 'either' }>>) {
  const { spec, path, value, label } = props;
  const { ValueField, onEdit } = useFormScope();
  const { t } = useTranslation();
  const kinds = alternatives(spec);
  const [chosen, setChosen] = useState<number | null>(null);
  const written = value ?? null;
  const found = written === null ? 0 : kinds.findIndex((kind) => fitsSpec(kind, written));
  const at = chosen ?? Math.max(found, 0);
  const kind = kinds[at];
  if (isOneLine(spec) && kinds.every(({ type }) => type !== 'boolean')) return <WordsControl {...props} />;
  if (!kind) return null;
  const shown = written === null || fitsSpec(kind, written) ? value : undefined;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      <Select
        value={at}
        inputProps={{ 'aria-label': t('forms.kindOf', { name: label }) }}
        sx={{ alignSelf: 'start', minWidth: 160 }}
        onChange={({ target }) => {
          const next = Number(target.value);
          const spec = kinds[next];
          setChosen(next);
          // What the other kind cannot say goes; undo brings it back.
          if (written !== null && spec && !fitsSpec(spec, written))
            onEdit([{ kind: 'set', path, value: null }]);
        }}
      >
        {kinds.map(({ type }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: kinds of one value stay in their order.
          <MenuItem key={index} value={index}>
            {t(`forms.kinds.${type}`)}
          </MenuItem>
        ))}
      </Select>
      <ValueField {...props} spec={kind} value={shown} />
    </Box>
  );
}
