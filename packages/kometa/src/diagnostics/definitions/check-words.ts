import { isScalar } from 'yaml';
import { type Field, follow, isBlank, itemsOf, pythonText } from '../../yaml/read-values.ts';
import { type Check, isVariable, type Path, spanAt } from './check.ts';

type Place = Field & { path: Path };

/** Tells where one of the values, which commas may part, is not written so. */
export function checkWords(check: Check, place: Place, pattern: RegExp, wanted: string): void {
  for (const item of itemsOf(check.tree, place.value) ?? [place.value]) {
    if (isBlank(check.tree, item) || isVariable(check, item)) continue;
    const words = pythonText(check.tree, item).split(',');
    if (isScalar(follow(check.tree, item)) && words.every((word) => pattern.test(word.trim()))) continue;
    check.report({
      severity: 'error',
      code: 'definition.wrong-value',
      message: `${place.name} takes ${wanted}`,
      span: spanAt(item, place),
      path: place.path,
    });
  }
}

export const checkYears = (check: Check, place: Place): void =>
  checkWords(check, place, /^(?:\d+|current_year(?:-\d+)?)$/i, 'years, as 1999 or current_year-5');
