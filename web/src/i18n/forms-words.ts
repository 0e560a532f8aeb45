import { forms } from './forms.ts';
import { i18n } from './setup.ts';

/** The words of forms come with the first of them. */
i18n.addResourceBundle('en', 'translation', { forms }, true);
