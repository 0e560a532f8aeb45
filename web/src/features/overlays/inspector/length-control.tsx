import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { NumberControl } from './number-control.tsx';
import type { LiveNumber } from './use-live-number.ts';

export type Written = string | number | null;

/** Pixels or whole percent. Changing the unit keeps the place, as near as whole numbers can. */
export function LengthControl(props: {
  label: string;
  value: Written;
  placeholder: string;
  /** Pixels that are 100 %. */
  whole: number;
  live: LiveNumber;
  onChange(value: Written, merges: boolean): void;
}) {
  const { label, value, whole, onChange } = props;
  const { t } = useTranslation();
  const percent = typeof value === 'string' && value.trim().endsWith('%');
  const parsed = value === null ? Number.NaN : Number.parseInt(String(value), 10);
  const number = Number.isNaN(parsed) ? null : parsed;
  const toUnit = (unit: 'px' | '%' | null) => {
    if (unit === null || (unit === '%') === percent || number === null) return;
    onChange(
      unit === '%' ? `${Math.round((100 * number) / whole)}%` : Math.round((number * whole) / 100),
      false,
    );
  };
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      <NumberControl
        label={label}
        value={number}
        live={props.live}
        placeholder={props.placeholder}
        onChange={(next) => onChange(next === null ? null : percent ? `${next}%` : next, true)}
      />
      <ToggleButtonGroup
        exclusive
        size="small"
        value={percent ? '%' : 'px'}
        disabled={number === null}
        aria-label={t('overlays.inspector.unit', { name: label })}
        onChange={(_event, unit: 'px' | '%' | null) => toUnit(unit)}
        sx={{ flex: 'none', '& .MuiToggleButton-root': { minHeight: 32, px: 1.5 } }}
      >
        <ToggleButton value="px">px</ToggleButton>
        <ToggleButton value="%">%</ToggleButton>
      </ToggleButtonGroup>
    </Box>
  );
}
