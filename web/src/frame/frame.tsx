import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import { Suspense } from 'react';
import { Outlet, useLocation } from 'react-router';
import { Palette } from '../features/palette/palette.tsx';
import { frame } from '../theme/tokens.ts';
import { BottomBar } from './bottom-bar.tsx';
import { GlobalKeys } from './global-keys.tsx';
import { OfflineBar } from './notices.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { PageFocus } from './page-focus.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { PlaceProvider } from './place.tsx';
import { Rail } from './rail.tsx';
import { SkipLink } from './skip-link.tsx';
import { TopBar } from './top-bar.tsx';

/** What stays while pages change: rail or bottom bar, top bar, quiet notices. */
export function Frame() {
  const wide = useMediaQuery('(min-width: 900px)', { noSsr: true });
  const { pathname } = useLocation();
  return (
    <PlaceProvider>
      <SkipLink />
      <Box sx={{ display: 'flex', minHeight: '100dvh' }}>
        {wide && <Rail />}
        <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', overflowX: 'clip' }}>
          <TopBar wide={wide} />
          <OfflineBar />
          <Box
            component="main"
            id="content"
            tabIndex={-1}
            sx={{
              flex: 1,
              width: '100%',
              maxWidth: frame.content,
              mx: 'auto',
              px: { xs: 4, sm: 6, md: 8 },
              pt: { xs: 4, md: 6 },
              pb: wide ? 12 : `calc(${frame.bottomBar}px + env(safe-area-inset-bottom) + 24px)`,
              '&:focus': { outline: 'none' },
              // What is no page to read but a workplace takes all there is.
              '&:has([data-edge-to-edge])': { maxWidth: 'none' },
            }}
          >
            <PageBoundary key={pathname}>
              <Suspense fallback={<PageSkeleton />}>
                <Outlet />
              </Suspense>
            </PageBoundary>
          </Box>
        </Box>
      </Box>
      {!wide && <BottomBar />}
      <PageFocus />
      <GlobalKeys />
      <Palette />
    </PlaceProvider>
  );
}
