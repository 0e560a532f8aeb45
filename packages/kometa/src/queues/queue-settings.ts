import type { Findings } from '../overlays/problems.ts';
import { type Field, fieldsOf, keySpan, plainOf } from '../yaml/read-values.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import { conditionalValue } from './queue-conditionals.ts';
import { isRecord, isSet, type Known, type QueueVariables, wholeNumber } from './queue-variables.ts';

export interface QueueFile {
  tree: YamlTree;
  file: number;
  variables: QueueVariables;
  findings: Findings;
}

export interface Settings {
  /** Before replacement: from the file's variables, else the queue's own. */
  position: unknown;
  defaults: Map<string, unknown>;
  dynamic: Record<string, unknown> | null;
  limit: number | null;
  sources: readonly Known[];
}

export function readSettings(
  { tree, variables, findings }: QueueFile,
  queue: Field,
  before: number | null,
): Settings {
  const known = new Map(Object.entries(variables));
  const defaults = new Map<string, unknown>();
  const fields = fieldsOf(tree, queue.value) ?? [];
  const settings = fields.find((field) => field.name === 'settings');
  const plain = settings ? plainOf(tree, settings.value) : null;
  const own = isRecord(plain) ? plain : {};
  if (isRecord(own.default))
    for (const [name, value] of Object.entries(own.default)) defaults.set(name, value);
  const merged = new Map([...defaults, ...known]);
  if (isRecord(own.conditionals) && settings) {
    for (const [name, conditional] of Object.entries(own.conditionals)) {
      const outcome = conditionalValue(name, conditional, merged, defaults);
      if ('value' in outcome) defaults.set(name, outcome.value);
      else {
        findings.failFile({
          code: 'queue-conditional',
          message: outcome.problem,
          mend: 'Complete the conditional, or take it away',
          span: keySpan(settings),
        });
      }
    }
  }
  const ownLimit = before === null ? numberOrNull(own.overlay_limit) : before;
  const named = variables[`position_${queue.name}`];
  return {
    position: [named, variables.position, own.position].find(isSet),
    defaults,
    dynamic: isRecord(own.dynamic_position) ? own.dynamic_position : null,
    limit: ownLimit,
    sources: [known, defaults],
  };
}

export const numberOrNull = (value: unknown): number | null => {
  const number = isSet(value) ? wholeNumber(value) : null;
  return number !== null && number >= 0 ? number : null;
};
