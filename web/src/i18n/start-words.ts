import { i18n } from './setup.ts';
import { start } from './start.ts';

/** The words of a page that many never open come with it. */
i18n.addResourceBundle('en', 'translation', { start }, true);
