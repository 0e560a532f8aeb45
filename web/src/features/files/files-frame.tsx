import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { frame } from '../../theme/tokens.ts';

/** The page fills what the frame leaves, from edge to edge; only what is in it scrolls. */
export function FilesFrame(props: {
  /** Above all of it. */
  head?: ReactNode;
  /** Beneath all of it. */
  foot?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Box
      data-edge-to-edge
      sx={{
        mx: { xs: -4, sm: -6, md: -8 },
        mt: { xs: -4, md: -6 },
        mb: { xs: -6, md: -12 },
        height: {
          xs: `calc(100dvh - ${frame.topBar}px - ${frame.bottomBar}px - env(safe-area-inset-bottom))`,
          md: `calc(100dvh - ${frame.topBar}px)`,
        },
        minHeight: { xs: 320, md: 420 },
        display: 'flex',
        flexDirection: 'column',
        overflow: 'hidden',
      }}
    >
      {props.head}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>{props.children}</Box>
      {props.foot}
    </Box>
  );
}
