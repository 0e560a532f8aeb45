import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { I18nextProvider } from 'react-i18next';
import { Provider } from 'react-redux';
import { BrowserRouter } from 'react-router';
import { i18n } from '../i18n/setup.ts';
import { theme } from '../theme/theme.ts';
import { THEME_KEY } from './first-theme.ts';
import { Pages } from './pages.tsx';
import type { AppStore } from './store.ts';

export function App({ store }: { store: AppStore }) {
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
          <BrowserRouter>
            <Pages />
          </BrowserRouter>
        </ThemeProvider>
      </I18nextProvider>
    </Provider>
  );
}
