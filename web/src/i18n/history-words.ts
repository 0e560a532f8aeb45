import { history } from './history.ts';
import { i18n } from './setup.ts';

i18n.addResourceBundle('en', 'translation', { history }, true);
