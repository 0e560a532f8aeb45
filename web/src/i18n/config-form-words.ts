import { configForm } from './config-form.ts';
import { i18n } from './setup.ts';

/** The words of config.yml as a form come with it. */
i18n.addResourceBundle('en', 'translation', { configForm }, true);
