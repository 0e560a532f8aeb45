import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { branches } from './branches.ts';
import type { collections } from './collections.ts';
import type { configForm } from './config-form.ts';
import type { doctor } from './doctor.ts';
import { en } from './en.ts';
import type { files } from './files.ts';
import type { forms } from './forms.ts';
import type { history } from './history.ts';
import type { start } from './start.ts';
import type { templates } from './templates.ts';

/** What a page brings along itself is said by its own module, as `files-words.ts`. */
interface PageWords {
  branches: typeof branches;
  collections: typeof collections;
  configForm: typeof configForm;
  doctor: typeof doctor;
  files: typeof files;
  forms: typeof forms;
  history: typeof history;
  start: typeof start;
  templates: typeof templates;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en & PageWords };
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
