import type { TFunction } from 'i18next';
import { en } from '../../i18n/en.ts';

/** An action as a person says it; one that this version does not know stays as it is. */
export function actionWords(action: string, t: TFunction): string {
  const [group = '', deed = ''] = action.split('.');
  const known: Record<string, Record<string, string>> = en.audit.actions;
  return known[group]?.[deed]
    ? t(`audit.actions.${group}.${deed}` as 'audit.actions.session.started')
    : action;
}
