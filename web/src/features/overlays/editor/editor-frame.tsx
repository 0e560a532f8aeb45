import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { frame } from '../../../theme/tokens.ts';

/** The editor fills what the frame leaves, from edge to edge; only its panels scroll. On a phone the page does. */
export function EditorFrame({ children }: { children: ReactNode }) {
  return (
    <Box
      data-testid="overlay-editor"
      data-edge-to-edge
      sx={{
        mx: { xs: -4, sm: -6, md: -8 },
        mt: { xs: -4, md: -6 },
        mb: { xs: 0, md: -12 },
        height: {
          xs: 'auto',
          md: `calc(100dvh - ${frame.topBar}px)`,
        },
        minHeight: 420,
        display: 'flex',
        flexDirection: 'column',
        overflow: { xs: 'clip', md: 'hidden' },
      }}
    >
      {children}
    </Box>
  );
}
