import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { Bell } from '../features/notifications/bell.tsx';
import { PaletteButton } from '../features/palette/palette-button.tsx';
import { frame } from '../theme/tokens.ts';
import { Breadcrumb } from './breadcrumb.tsx';
import { JobPill } from './job-pill.tsx';
import { LiveStatus } from './live-status.tsx';
import { UserMenu } from './user-menu.tsx';

export function TopBar({ wide }: { wide: boolean }) {
  return (
    <Box
      component="header"
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 'appBar',
        height: frame.topBar,
        display: 'flex',
        alignItems: 'center',
        gap: 4,
        px: { xs: 4, sm: 6, md: 8 },
        bgcolor: 'background.default',
        borderBottom: 1,
        borderColor: 'line',
      }}
    >
      <Breadcrumb wide={wide} />
      <Stack direction="row" sx={{ ml: 'auto', flex: 'none', alignItems: 'center', gap: { xs: 1, sm: 3 } }}>
        <PaletteButton wide={wide} />
        <JobPill />
        <LiveStatus />
        <Bell />
        <UserMenu />
      </Stack>
    </Box>
  );
}
