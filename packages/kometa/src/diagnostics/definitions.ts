import { type Field, fieldsOf, isBlank, keySpan, valueSpan } from '../yaml/read-values.ts';
import { checkSchedule } from './check-schedule.ts';
import type { Checking } from './checking.ts';

/** What a definition stands under. */
export type DefinitionSection =
  | 'collections'
  | 'dynamic_collections'
  | 'metadata'
  | 'playlists'
  | 'templates';

/** The place where the inside of a definition is checked; its tables belong in model/definitions. */
export function checkDefinition(checking: Checking, section: DefinitionSection, definition: Field): void {
  const { tree, report } = checking;
  const path = [section, definition.name];
  if (isBlank(tree, definition.value)) {
    report({
      severity: 'warning',
      code: `${checking.part}.blank-definition`,
      message: `${definition.name} is blank; Kometa makes nothing of it`,
      span: keySpan(definition),
      path,
    });
    return;
  }
  const fields = fieldsOf(tree, definition.value);
  if (!fields) {
    report({
      severity: 'error',
      code: `${checking.part}.wrong-type`,
      message: `${definition.name} must be a map`,
      span: valueSpan(definition),
      path,
    });
    return;
  }
  // A metadata entry has no schedule.
  if (section === 'metadata') return;
  const schedule = fields.find(({ name }) => name.toLowerCase() === 'schedule');
  if (!schedule || schedule.merged || isBlank(tree, schedule.value)) return;
  const spot = { node: schedule.value, span: valueSpan(schedule), path: [...path, schedule.name] };
  checkSchedule(checking, spot);
}
