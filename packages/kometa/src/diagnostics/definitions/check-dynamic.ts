import { DYNAMIC_KEYS, DYNAMIC_TYPES } from '../../model/definitions/dynamic-keys.ts';
import { type Field, itemsOf, keySpan, pythonText, valueSpan } from '../../yaml/read-values.ts';
import { type Check, isVariable, type Path, plainFields, tellUnknown } from './check.ts';
import { checkTemplateName } from './check-template-name.ts';
import { checkValue } from './check-value.ts';

/** Tells what is wrong in a definition of dynamic collections. Keys that Kometa does not know it passes over. */
export function checkDynamic(check: Check, place: Field & { path: Path }): void {
  const fields = plainFields(check, place.value, place.path);
  const type = fields.find(({ name }) => name.toLowerCase() === 'type');
  if (!type) {
    check.report({
      severity: 'error',
      code: 'dynamic.no-type',
      message: `${place.name} needs a type`,
      span: keySpan(place),
      path: place.path,
    });
  }
  for (const field of fields) {
    const name = field.name.toLowerCase();
    const spec = Object.hasOwn(DYNAMIC_KEYS, name) ? DYNAMIC_KEYS[name] : undefined;
    if (spec) {
      checkValue(check, field, spec.value);
      if (name === 'template' || name === 'other_template') checkTemplates(check, field);
    } else {
      tellUnknown({ ...check, unknown: 'warning' }, field, {
        code: 'dynamic.unknown-key',
        message: `Kometa does not know ${field.name} in dynamic collections and passes it over`,
        names: Object.keys(DYNAMIC_KEYS),
      });
    }
  }
  if (type) checkType(check, type);
}

function checkTemplates(check: Check, field: Field & { path: Path }): void {
  for (const name of itemsOf(check.tree, field.value) ?? [field.value]) {
    checkTemplateName(check, name, field);
  }
}

function checkType(check: Check, field: Field & { path: Path }): void {
  if (!check.library || isVariable(check, field.value)) return;
  const written = pythonText(check.tree, field.value).toLowerCase();
  const known = Object.values(DYNAMIC_TYPES).flat();
  if (!known.includes(written) || DYNAMIC_TYPES[check.library].includes(written)) return;
  check.report({
    severity: 'error',
    code: 'dynamic.wrong-library',
    message: `A library of this kind has no collections by ${written}. It has: ${DYNAMIC_TYPES[check.library].join(', ')}`,
    span: valueSpan(field),
    path: field.path,
  });
}
