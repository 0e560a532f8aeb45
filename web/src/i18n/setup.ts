import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import type { files } from './files.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    // What a page brings along itself is said by its own module, as `files-words.ts`.
    resources: { translation: typeof en & { files: typeof files } };
  }
}

/** The catalogue is part of the bundle, so words are there before the first paint. */
export const i18n = i18next.createInstance({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

void i18n.use(initReactI18next).init();
