import type { Scalar } from 'yaml';

/** What a scalar is to Kometa, kinds of numbers kept apart as Python keeps them. */
export type ScalarMeaning =
  | { type: 'null' }
  | { type: 'boolean'; value: boolean }
  | { type: 'integer'; value: bigint }
  | { type: 'float'; value: number }
  /** As Python's `str()` writes it. */
  | { type: 'date'; text: string }
  | { type: 'text'; value: string }
  /** What looks like a number or a date, and which Kometa's reader breaks off at. */
  | { type: 'broken'; message: string };

export type YamlVersion = '1.1' | '1.2';

const NULL: ScalarMeaning = { type: 'null' };
const TRUE: ScalarMeaning = { type: 'boolean', value: true };
const FALSE: ScalarMeaning = { type: 'boolean', value: false };

const YES = /^(?:y|yes|true|on)$/i;
const NO = /^(?:n|no|false|off)$/i;
// The patterns of ruamel.yaml's resolver, in the order in which it asks them.
const booleans: Record<YamlVersion, RegExp> = {
  '1.2': /^(?:true|True|TRUE|false|False|FALSE)$/,
  '1.1': /^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
};
const floats: Record<YamlVersion, RegExp> = {
  '1.2':
    /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|[-+]?\.[0-9_]+(?:[eE][-+][0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  '1.1':
    /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|\.[0-9_]+(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
};
const integers: Record<YamlVersion, RegExp> = {
  '1.2': /^(?:[-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+]?[0-9_]+|[-+]?0x[0-9a-fA-F_]+)$/,
  '1.1':
    /^(?:[-+]?0b[01_]+|[-+]?0?[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
};
const NOTHING = /^(?:~|null|Null|NULL|)$/;
const DATE =
  /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/;
const DATE_PARTS =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:([Tt])|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?(?:[ \t]*(Z|([-+])(\d\d?)(?::(\d\d))?))?)?$/;

/** What Kometa's reader, ruamel.yaml 0.19.1, makes of a scalar: YAML 1.2 with dates and `1_000`, or 1.1 where the file says so. */
export function meaningOfScalar(scalar: Scalar, version: YamlVersion): ScalarMeaning {
  const source = scalar.source ?? (typeof scalar.value === 'string' ? scalar.value : '');
  switch (scalar.tag) {
    case undefined:
      return scalar.type === 'PLAIN' ? plainMeaning(source, version) : { type: 'text', value: source };
    case '!':
      return plainMeaning(source, version);
    case 'tag:yaml.org,2002:null':
      return NULL;
    case 'tag:yaml.org,2002:bool':
      if (YES.test(source)) return TRUE;
      return NO.test(source) ? FALSE : broken(source, 'neither true nor false');
    case 'tag:yaml.org,2002:int':
      return integer(source, version);
    case 'tag:yaml.org,2002:float':
      return float(source, version);
    default:
      return { type: 'text', value: source };
  }
}

function plainMeaning(source: string, version: YamlVersion): ScalarMeaning {
  // Most begin with a letter that no pattern begins with.
  if (/^[^-+0-9.tTfFyYnNoO~]/.test(source)) return { type: 'text', value: source };
  if (booleans[version].test(source)) return YES.test(source) ? TRUE : FALSE;
  if (/^[-+.0-9]/.test(source)) {
    if (floats[version].test(source)) return float(source, version);
    if (integers[version].test(source)) return integer(source, version);
    if (DATE.test(source)) return date(source);
  }
  return NOTHING.test(source) ? NULL : { type: 'text', value: source };
}

const broken = (source: string, why: string): ScalarMeaning => ({
  type: 'broken',
  message: `Kometa cannot read ${source.slice(0, 40)}: it is ${why}`,
});

function integer(source: string, version: YamlVersion): ScalarMeaning {
  const [, sign = '', digits = ''] = /^([-+]?)(.*)$/s.exec(source.replaceAll('_', '')) ?? [];
  const value = magnitude(digits, version);
  if (value === null) return broken(source, 'no whole number');
  return { type: 'integer', value: sign === '-' ? -value : value };
}

function magnitude(digits: string, version: YamlVersion): bigint | null {
  if (/^0b[01]+$/.test(digits) || /^0o[0-7]+$/.test(digits) || /^0x[\da-f]+$/i.test(digits)) {
    return BigInt(digits);
  }
  if (version === '1.1' && /^0\d/.test(digits)) return /^[0-7]+$/.test(digits) ? BigInt(`0o${digits}`) : null;
  if (version === '1.1' && /^\d+(?::\d+)+$/.test(digits)) {
    return digits.split(':').reduce((sum, part) => sum * 60n + BigInt(part), 0n);
  }
  return /^\d+$/.test(digits) ? BigInt(digits) : null;
}

function float(source: string, version: YamlVersion): ScalarMeaning {
  const small = source.replaceAll('_', '').toLowerCase();
  const sign = small.startsWith('-') ? -1 : 1;
  const digits = small.replace(/^[-+]/, '');
  if (digits === '.inf') return { type: 'float', value: sign * Number.POSITIVE_INFINITY };
  if (digits === '.nan') return { type: 'float', value: Number.NaN };
  if (version === '1.1' && digits.includes(':')) {
    return {
      type: 'float',
      value: sign * digits.split(':').reduce((sum, part) => sum * 60 + Number(part), 0),
    };
  }
  if (!/^(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/.test(digits)) return broken(source, 'no number');
  return { type: 'float', value: sign * Number(digits) };
}

function date(source: string): ScalarMeaning {
  const parts = DATE_PARTS.exec(source) ?? [];
  const [, years = '', months = '', days = '', t, hours, minutes = '', seconds = ''] = parts;
  const [fraction = '', zone, zoneSign = '', zoneHours = '', zoneMinutes = '0'] = parts.slice(8);
  const [year, month, day] = [Number(years), Number(months), Number(days)];
  const noDate = broken(source, 'no date; write it in quotes if it is none');
  const last = month >= 1 && month <= 12 ? new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate() : 0;
  if (year === 0 || day < 1 || day > last) return noDate;
  if (hours === undefined) return { type: 'date', text: `${years}-${two(month)}-${two(day)}` };
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return noDate;
  const micros = Number(fraction.slice(0, 6).padEnd(6, '0')) + (Number(fraction[6] ?? 0) > 4 ? 1 : 0);
  const carry = micros > 999_999 ? 1 : 0;
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  at.setUTCHours(Number(hours), Number(minutes), Number(seconds) + carry);
  const [ofDay = '', ofClock = ''] = at.toISOString().slice(0, 19).split('T');
  const shownMicros = micros === 0 || carry > 0 ? '' : `.${String(micros).padStart(6, '0')}`;
  const offset = zoneSign === '' ? '00:00' : `${two(Number(zoneHours))}:${two(Number(zoneMinutes))}`;
  const shownZone = zone === undefined ? '' : `${offset === '00:00' ? '+' : zoneSign}${offset}`;
  const text = `${ofDay}${t === undefined ? ' ' : 'T'}${ofClock}${shownMicros}${shownZone}`;
  return { type: 'date', text };
}

const two = (number: number): string => String(number).padStart(2, '0');

/** What Python's `repr()` makes of a float. */
export function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power < -4 || power >= 16) return `${digits}e${power < 0 ? '-' : '+'}${two(Math.abs(power))}`;
  if (power < 0) {
    const [sign, figures] = value < 0 ? ['-', digits.slice(1)] : ['', digits];
    return `${sign}0.${'0'.repeat(-power - 1)}${figures.replace('.', '')}`;
  }
  return Number.isInteger(value) ? `${BigInt(value)}.0` : String(value);
}

/** As JavaScript keeps it in the tree. */
export function plainScalar(meaning: ScalarMeaning): null | boolean | number | string {
  switch (meaning.type) {
    case 'null':
      return null;
    case 'integer':
      return Number(meaning.value);
    case 'date':
      return meaning.text;
    case 'broken':
      return meaning.message;
    default:
      return meaning.value;
  }
}

/** What Python's `str()` makes of it. */
export function scalarText(meaning: ScalarMeaning): string {
  switch (meaning.type) {
    case 'null':
      return 'None';
    case 'boolean':
      return meaning.value ? 'True' : 'False';
    case 'float':
      return pythonFloat(meaning.value);
    case 'date':
      return meaning.text;
    case 'broken':
      return meaning.message;
    default:
      return String(meaning.value);
  }
}
