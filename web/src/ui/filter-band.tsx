import CheckRounded from '@mui/icons-material/CheckRounded';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import type { ReactNode } from 'react';
import { frame } from '../theme/tokens.ts';

/** Search and filters above what they narrow; they stay in sight while it passes beneath them. */
export function FilterBand({
  label,
  from,
  children,
}: {
  label: string;
  /** The width from which they stay: a small window has no room to spare. */
  from: 'sm' | 'md';
  children: ReactNode;
}) {
  return (
    <Box
      role="search"
      aria-label={label}
      sx={{
        position: { [from]: 'sticky' },
        top: frame.topBar,
        zIndex: 3,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 2,
        py: 3,
        mb: 2,
        bgcolor: 'background.default',
      }}
    >
      {children}
    </Box>
  );
}

/** On a phone one line that is pushed sideways, not a pile above what they narrow. */
export function FilterRow({ order, children }: { order?: number; children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 2,
        order: { xs: order ?? 0, sm: 0 },
        flexWrap: { xs: 'nowrap', sm: 'wrap' },
        overflowX: { xs: 'auto', sm: 'visible' },
        scrollbarWidth: 'none',
        mx: { xs: -4, sm: 0 },
        px: { xs: 4, sm: 0 },
        // Room for the ring around what has the keyboard.
        py: { xs: 1, sm: 0 },
        '& > *': { flex: 'none' },
      }}
    >
      {children}
    </Box>
  );
}

export function FilterToggle(props: { label: string; on: boolean; onChange(on: boolean): void }) {
  const { label, on } = props;
  return (
    <Chip
      label={label}
      aria-pressed={on}
      color={on ? 'primary' : 'default'}
      variant="outlined"
      {...(on && { icon: <CheckRounded fontSize="small" /> })}
      onClick={() => props.onChange(!on)}
    />
  );
}
