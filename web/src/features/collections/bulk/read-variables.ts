import type { BulkAction } from '@marquee/contracts';
import { readYamlValue, type YamlValue } from '@marquee/kometa';

type Variables = Extract<BulkAction, { kind: 'set-variables' }>['variables'];

/** Names with their values, as one writes them in YAML; null for what is something else. */
export function readVariables(text: string): Variables | null {
  if (text.trim() === '') return {};
  const read = readYamlValue(text);
  if (!('value' in read) || !isMap(read.value)) return null;
  return Object.fromEntries(Object.entries(read.value)) as Variables;
}

const isMap = (value: YamlValue): value is { readonly [key: string]: YamlValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
