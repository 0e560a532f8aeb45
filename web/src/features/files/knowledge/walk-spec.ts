import { type KeySpec, type KeyTable, readKey, type ValueSpec } from '@marquee/kometa';
import { ITEM, type Step } from './yaml-lines.ts';

/** All that a value may be: alternatives apart, and what may stand alone beside its list. */
export function formsOf(spec: ValueSpec): ValueSpec[] {
  if (spec.type === 'either') return spec.of.flatMap(formsOf);
  if (spec.type === 'list' && spec.oneIsEnough) return [spec, ...formsOf(spec.of)];
  return [spec];
}

/** What may stand at the end of a path; nothing where the model does not know. */
export function specsAt(root: ValueSpec, path: readonly Step[]): ValueSpec[] {
  let forms = formsOf(root);
  for (const step of path) {
    forms = forms.flatMap((form) => {
      const below = step === ITEM ? itemOf(form) : belowKey(form, step);
      return below ? formsOf(below) : [];
    });
  }
  return forms;
}

const itemOf = (form: ValueSpec): ValueSpec | null => (form.type === 'list' ? form.of : null);

function belowKey(form: ValueSpec, name: string): ValueSpec | null {
  if (form.type === 'dictionary') return form.of;
  return form.type === 'map' ? (keyIn(form.keys, name)?.spec.value ?? null) : null;
}

/** A key as tables have it: by its name, or by what Kometa reads its name as. */
function keyIn(keys: KeyTable, written: string): { name: string; spec: KeySpec } | null {
  const { name, modifier } = readKey(written);
  for (const one of [written, `${name}${modifier}`]) {
    const spec = Object.hasOwn(keys, one) ? keys[one] : undefined;
    if (spec) return { name: one, spec };
  }
  return null;
}

/** The key that a path ends with. */
export function keyAt(root: ValueSpec, path: readonly Step[]): { name: string; spec: KeySpec } | null {
  const last = path.at(-1);
  if (last === undefined || last === ITEM) return null;
  for (const form of specsAt(root, path.slice(0, -1))) {
    const key = form.type === 'map' ? keyIn(form.keys, last) : null;
    if (key) return key;
  }
  return null;
}
