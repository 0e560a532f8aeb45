import { i18n } from './setup.ts';
import { templates } from './templates.ts';

i18n.addResourceBundle('en', 'translation', { templates }, true);
