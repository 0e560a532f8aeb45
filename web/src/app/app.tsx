import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { Provider } from 'react-redux';
import { createBrowserRouter, RouterProvider, useRouteError } from 'react-router';
import { Broken } from '../frame/page-boundary.tsx';
import { i18n } from '../i18n/setup.ts';
import { theme } from '../theme/theme.ts';
import { THEME_KEY } from './first-theme.ts';
import { Pages } from './pages.tsx';
import type { AppStore } from './store.ts';

/** Pages are plain routes; the router around them is one that can hold somebody back who has not saved. */
const routes = [{ path: '*', Component: Pages, ErrorBoundary: BrokenApp }];

function BrokenApp() {
  const failure = useRouteError();
  return <Broken failure={failure instanceof Error ? failure : new Error(String(failure))} />;
}

export function App({ store }: { store: AppStore }) {
  const [router] = useState(() => createBrowserRouter(routes));
  return (
    <Provider store={store}>
      <I18nextProvider i18n={i18n}>
        <ThemeProvider
          theme={theme}
          defaultMode="dark"
          modeStorageKey={THEME_KEY}
          noSsr
          disableTransitionOnChange
        >
          <CssBaseline enableColorScheme />
          <RouterProvider router={router} />
        </ThemeProvider>
      </I18nextProvider>
    </Provider>
  );
}
