import {
  type OverlayLevel,
  TEXT_MODIFIERS,
  TEXT_VARIABLES,
  type TextVariable,
  variablesOfLevel,
} from '@marquee/contracts';
import type { Span } from '../yaml/places.ts';
import type { Findings } from './problems.ts';

/** Warns of what Kometa draws as it stands because it is no variable of the level. */
export function warnOfUnknownVariables(
  text: string,
  level: OverlayLevel,
  span: Span,
  findings: Findings,
): void {
  const known = variablesOfLevel(level);
  for (const [, inside = ''] of text.matchAll(/<<([^<>]{0,200})>>/g)) {
    if (known.some((variable) => answers(variable, inside))) continue;
    const elsewhere = TEXT_VARIABLES.find((variable) => answers(variable, inside));
    findings.warn({
      code: 'variable-unknown',
      message: elsewhere
        ? `<<${inside}>> has no value on this level (${level}) and is drawn as it stands`
        : `<<${inside}>> is no variable and is drawn as it stands`,
      mend: elsewhere
        ? `It works on: ${elsewhere.levels.join(', ')}`
        : 'Choose a variable from the list, with one of its modifiers',
      span,
      attribute: 'name',
    });
  }
}

function answers(variable: TextVariable, inside: string): boolean {
  if (!inside.startsWith(variable.name)) return false;
  const modifier = inside.slice(variable.name.length);
  if (variable.kind === 'date' && /^\[.+\]$/.test(modifier)) return true;
  return modifier !== '[' && TEXT_MODIFIERS[variable.kind].includes(modifier);
}
