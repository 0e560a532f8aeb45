import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** What belongs to one key together. */
export function Nest({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box
      role="group"
      aria-label={label}
      sx={{ pl: { xs: 3, sm: 4 }, borderLeft: 2, borderColor: 'line', minWidth: 0 }}
    >
      {children}
    </Box>
  );
}
