import type { TFunction } from 'i18next';
import { en } from '../../i18n/en.ts';

const known = en.about.featureNames;

/** A feature this version of the web has no word for keeps its own. */
export function featureName(feature: string, t: TFunction): string {
  return feature in known ? t(`about.featureNames.${feature as keyof typeof known}`) : feature;
}
