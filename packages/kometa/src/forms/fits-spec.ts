import { isList, isScalarValue, type YamlValue } from '../editing/yaml-edit.ts';
import type { ValueSpec } from '../model/key-spec.ts';

/** Filled in when Kometa starts, or by Marquee when it saves. */
const PLACEHOLDER = /<<[^<>]+>>/;

/**
 * Whether a form's control for such a value can show this one. Whether Kometa takes it is for the checks to say, which know
 * the text: this knows only its kind.
 */
export function fitsSpec(spec: ValueSpec, value: YamlValue): boolean {
  if (value === null) return true;
  if (typeof value === 'string' && PLACEHOLDER.test(value)) return spec.type === 'text';
  switch (spec.type) {
    case 'any':
      return true;
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value) || (spec.fromText === true && /^\d+$/.test(String(value)));
    case 'number':
      return typeof value === 'number' || (spec.fromText === true && Number.isFinite(Number(value)));
    case 'text':
      return isScalarValue(value);
    case 'choice':
      return (
        isScalarValue(value) && spec.of.includes(spec.anyCase ? String(value).toLowerCase() : String(value))
      );
    case 'date':
      return typeof value === 'string';
    case 'schedule':
      return typeof value === 'string' || (isList(value) && value.every((one) => typeof one === 'string'));
    case 'list':
      return isList(value) ? value.every((item) => fitsSpec(spec.of, item)) : canStandAlone(spec, value);
    case 'map':
    case 'dictionary':
      return !isScalarValue(value) && !isList(value);
    case 'either':
      return spec.of.some((one) => fitsSpec(one, value));
  }
}

const canStandAlone = (spec: Extract<ValueSpec, { type: 'list' }>, value: YamlValue) =>
  (spec.oneIsEnough === true || spec.comma === true) &&
  (fitsSpec(spec.of, value) || typeof value === 'string');
