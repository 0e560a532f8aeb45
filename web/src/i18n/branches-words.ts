import { branches } from './branches.ts';
import { i18n } from './setup.ts';

i18n.addResourceBundle('en', 'translation', { branches }, true);
