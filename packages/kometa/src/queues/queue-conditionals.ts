import { isRecord, type Known, textOf } from './queue-variables.ts';

export type ConditionOutcome = { value: unknown } | { problem: string };

/** What one conditional of a queue comes to, from its file's variables, then from the queue's defaults. */
export function conditionalValue(
  name: string,
  conditional: unknown,
  variables: Known,
  defaults: Known,
): ConditionOutcome {
  if (!isRecord(conditional)) return { problem: `The conditional ${name} is not a map` };
  if (!('conditions' in conditional)) return { problem: `The conditional ${name} has no conditions` };
  const written = conditional.conditions;
  const conditions: unknown = isRecord(written) ? [written] : written;
  if (!Array.isArray(conditions)) {
    return { problem: `The conditions of ${name} are neither a list nor a map` };
  }
  for (const condition of conditions as unknown[]) {
    if (!isRecord(condition)) return { problem: `A condition of ${name} is not a map` };
    if (!('value' in condition)) return { problem: `A condition of ${name} has no value` };
    const passes = Object.entries(condition).every(
      ([key, wanted]) => key === 'value' || holds(key, wanted, variables, defaults),
    );
    if (passes) return { value: condition.value };
  }
  return 'default' in conditional
    ? { value: conditional.default }
    : { problem: `The conditional ${name} has no default, and none of its conditions holds` };
}

function holds(key: string, wanted: unknown, variables: Known, defaults: Known): boolean {
  const dot = key.lastIndexOf('.');
  const name = dot === -1 ? key : key.slice(0, dot);
  switch (dot === -1 ? '' : key.slice(dot)) {
    case '.exists':
      return asBoolean(wanted) === ((variables.get(name) ?? null) !== null);
    case '.not':
      return !variables.has(name) || !matches(variables.get(name), wanted);
    case '.notdefault': {
      const actual = variables.has(name) ? variables.get(name) : defaults.get(name);
      return actual === undefined || !matches(actual, wanted);
    }
    default:
      if (variables.has(key)) return matches(variables.get(key), wanted);
      return defaults.has(key) && matches(defaults.get(key), wanted);
  }
}

/** As text, but within a list as Python compares: 1 is True, and no text is a number. */
function matches(actual: unknown, wanted: unknown): boolean {
  if (!Array.isArray(wanted)) return textOf(actual) === textOf(wanted);
  return wanted.some((one) => comparable(one) === comparable(actual));
}

const comparable = (value: unknown) => (typeof value === 'boolean' ? Number(value) : value);

const asBoolean = (value: unknown): boolean =>
  typeof value === 'number' ? value > 0 : ['t', 'true', 'y', 'yes'].includes(textOf(value).toLowerCase());
