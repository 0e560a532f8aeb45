import { doctor } from './doctor.ts';
import { i18n } from './setup.ts';

/** The words of a page that many never open come with it. */
i18n.addResourceBundle('en', 'translation', { doctor }, true);
