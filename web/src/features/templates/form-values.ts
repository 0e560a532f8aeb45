import type { BlockTemplate, TemplateValue, TemplateVariable } from '@marquee/contracts';

/** What stands in the fields; texts, as they are typed. */
export type Typed = Readonly<Record<string, string | boolean>>;

export function typedDefaults({ variables }: Pick<BlockTemplate, 'variables'>): Typed {
  return Object.fromEntries(variables.map((variable) => [variable.name, typedOf(variable)]));
}

function typedOf({ kind, default: value, choices }: TemplateVariable): string | boolean {
  if (kind === 'yes-no') return value === true;
  if (kind === 'choice') return typeof value === 'string' ? value : (choices?.[0] ?? '');
  if (Array.isArray(value)) return value.join(', ');
  return value === undefined ? '' : String(value);
}

/** What is needed and blank, or is no number, by the variable's name. */
export function troublesOf(
  { variables }: Pick<BlockTemplate, 'variables'>,
  typed: Typed,
): Readonly<Record<string, 'needed' | 'number'>> {
  return Object.fromEntries(
    variables.flatMap(({ name, kind, optional }): [string, 'needed' | 'number'][] => {
      const value = typed[name];
      if (typeof value !== 'string') return [];
      if (value.trim() === '') return optional ? [] : [[name, 'needed']];
      return kind === 'number' && numberOf(value) === null ? [[name, 'number']] : [];
    }),
  );
}

/** As Marquee takes them; null where a field is blank. */
export function valuesOf(
  { variables }: Pick<BlockTemplate, 'variables'>,
  typed: Typed,
): Record<string, TemplateValue | null> {
  return Object.fromEntries(
    variables.map(({ name, kind, optional }) => {
      const value = typed[name] ?? '';
      // Left unticked, what may be blank is left out.
      if (typeof value === 'boolean') return [name, value || !optional ? value : null];
      if (kind === 'list') return [name, listOf(value)];
      return [name, value.trim() === '' ? null : kind === 'number' ? numberOf(value) : value.trim()];
    }),
  );
}

function numberOf(text: string): number | null {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(number) ? number : null;
}

const listOf = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
