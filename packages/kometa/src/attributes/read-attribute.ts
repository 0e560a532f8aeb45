import type { Colour, OverlayOffset } from '@marquee/contracts';
import { isScalar } from 'yaml';
import { parseColour } from '../colours/parse-colour.ts';
import { type Findings, shown } from '../overlays/problems.ts';
import {
  type Field,
  follow,
  isBlank,
  isTruthy,
  pythonInteger,
  pythonText,
  valueSpan,
} from '../yaml/read-values.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import type { AttributeRule } from './attribute.ts';
import { attributeNamed } from './overlay-attributes.ts';

/** The attributes of one overlay object, each read by its rule; what is wrong goes to the findings. */
export interface Attributes {
  has(name: string): boolean;
  /** With a value. */
  isWritten(name: string): boolean;
  field(name: string): Field | undefined;
  /** As text, when Python takes it for true. */
  words(name: string): string | null;
  integer(name: string): number | null;
  choice<T extends string>(name: string, options: readonly T[]): T | null;
  colour(name: string): Colour | null;
  offset(name: string, centred: boolean): OverlayOffset | null;
  scale(name: string): OverlayOffset | null;
}

export function attributesOf(tree: YamlTree, fields: readonly Field[], findings: Findings): Attributes {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const rule = <K extends AttributeRule['is']>(name: string, is: K) => {
    const found = attributeNamed(name)?.rule;
    if (found?.is !== is) throw new TypeError(`${name} is not described as ${is}`);
    return found as Extract<AttributeRule, { is: K }>;
  };
  const text = (field: Field) => pythonText(tree, field.value);
  const refuse = (field: Field, code: string, message: string, mend: string) =>
    findings.refuse({ code, message, mend, span: valueSpan(field), attribute: field.name });

  return {
    has: (name) => byName.has(name),
    isWritten: (name) => !isBlank(tree, byName.get(name)?.value),
    field: (name) => byName.get(name),
    words(name) {
      const field = byName.get(name);
      return field && isTruthy(tree, field.value) ? text(field) : null;
    },
    integer(name) {
      const field = byName.get(name);
      const { least, most, otherwise, zeroIsUnset } = rule(name, 'integer');
      if (!field || (zeroIsUnset && !isTruthy(tree, field.value))) return null;
      const value = isBlank(tree, field.value) ? null : pythonInteger(text(field));
      const range = `a whole number, ${least} or more`;
      if (value === null || value < least) {
        const message = `${name} is ${describe(tree, field)}; it must be ${range}`;
        if (otherwise === 'refused') {
          const leaveOut = name === 'addon_offset' && value === 0 ? ', or leave it out for none' : '';
          refuse(field, 'not-integer', message, `Write ${range}${leaveOut}`);
          return null;
        }
        findings.warn({
          code: 'not-integer',
          message: `${message}. Kometa takes ${otherwise}`,
          mend: `Write ${range}, or leave it out`,
          span: valueSpan(field),
          attribute: name,
        });
        return otherwise;
      }
      if (value > most) {
        refuse(
          field,
          'too-large',
          `${name} is ${value}; Marquee draws up to ${most}`,
          `Write ${most} at most`,
        );
        return null;
      }
      return value;
    },
    choice<T extends string>(name: string, options: readonly T[]) {
      const field = byName.get(name);
      if (!field) return null;
      const { otherwise } = rule(name, 'choice');
      const written = text(field);
      const exact = options.find((option) => option === written);
      if (exact !== undefined && !isBlank(tree, field.value)) return exact;
      const list = options.join(', ');
      const alike = options.find((option) => option === written.toLowerCase());
      if (alike !== undefined) {
        findings.warn({
          code: 'choice-case',
          message: `${name} is ${written}; Kometa accepts it, but follows it in small letters only`,
          mend: `Write ${alike}`,
          span: valueSpan(field),
          attribute: name,
        });
        return null;
      }
      const message = `${name} is ${describe(tree, field)}; it must be one of ${list}`;
      if (otherwise === 'refused') {
        refuse(field, 'not-choice', message, `Write one of ${list}`);
        return null;
      }
      findings.warn({
        code: 'not-choice',
        message: `${message}. Kometa takes ${otherwise}`,
        mend: `Write one of ${list}`,
        span: valueSpan(field),
        attribute: name,
      });
      return null;
    },
    colour(name) {
      const field = byName.get(name);
      if (!field || !isTruthy(tree, field.value)) return null;
      const value = follow(tree, field.value);
      const isText = isScalar(value) && typeof value.value === 'string';
      const colour = isText ? parseColour(text(field)) : null;
      if (!colour) {
        const quote = isText ? '' : '; without quotes YAML does not take it for text';
        refuse(
          field,
          'not-colour',
          `${name} is ${describe(tree, field)}, which is no colour${quote}`,
          "Write it like '#FFF', '#FFFFFF', '#FFFFFF80' or white, in quotes where it begins with #",
        );
      } else if (!isText) return null;
      return colour;
    },
    offset(name, centred) {
      const field = byName.get(name);
      if (!field || isBlank(tree, field.value)) return null;
      const written = text(field);
      const percent = written.endsWith('%');
      const value = pythonInteger(percent ? written.slice(0, -1) : written);
      const [least, most] = percent ? (centred ? [-50, 50] : [0, 100]) : [centred ? -Infinity : 0, Infinity];
      const wanted = offsetWanted(percent, centred);
      if (value === null || value < least || value > most) {
        refuse(field, 'not-offset', `${name} is ${shown(written)}; it must be ${wanted}`, `Write ${wanted}`);
        return null;
      }
      if (Math.abs(value) > FAR) {
        refuse(field, 'too-large', `${name} is ${value}; Marquee draws up to ${FAR}`, `Write ${FAR} at most`);
        return null;
      }
      return { value: value + 0, percent };
    },
    scale(name) {
      const field = byName.get(name);
      if (!field || isBlank(tree, field.value)) return null;
      const { most } = rule(name, 'scale');
      const written = text(field);
      const percent = written.endsWith('%');
      const value = pythonInteger(percent ? written.slice(0, -1) : written);
      if (value === null || value < 1) {
        refuse(
          field,
          'not-scale',
          `${name} is ${shown(written)}; it must be whole pixels or whole percent, 1 or more`,
          'Write a whole number such as 200, or whole percent such as 50%',
        );
        return null;
      }
      if (value > most) {
        refuse(
          field,
          'too-large',
          `${name} is ${value}; Marquee draws up to ${most}`,
          `Write ${most} at most`,
        );
        return null;
      }
      return { value, percent };
    },
  };

  function describe(source: YamlTree, field: Field): string {
    return isBlank(source, field.value) ? 'blank' : shown(text(field)) || 'empty';
  }
}

const FAR = 100_000;

/** What an offset may be, in words. */
export function offsetWanted(percent: boolean, centred: boolean): string {
  if (percent) return centred ? 'whole percent from -50% to 50%' : 'whole percent from 0% to 100%';
  return centred
    ? 'a whole number of pixels, or whole percent from -50% to 50%'
    : 'a whole number of pixels, 0 or more, or whole percent from 0% to 100%';
}
