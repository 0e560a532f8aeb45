import { plainOf } from '../yaml/read-values.ts';
import { readYaml } from '../yaml/yaml-tree.ts';
import { type QueueEdit, settingPath } from './queue-edits.ts';

type Queues = ReadonlyMap<string, unknown>;
type Plain = Readonly<Record<string, unknown>>;

/** What the queues are to be after an edit, as data. */
export function queuesAfter(queues: Queues, edit: QueueEdit): Queues {
  return new Map(queues).set(edit.queue, queueAfter(queues.get(edit.queue), edit));
}

function queueAfter(queue: unknown, edit: QueueEdit): unknown {
  if (edit.kind === 'add-queue') {
    const body = readYaml(edit.yaml);
    return plainOf(body, body.root);
  }
  if (edit.kind === 'set-queue') return withAt(queue, settingPath(edit.setting), edit.value);
  const list = edit.list === null ? queue : isPlain(queue) ? queue[edit.list] : null;
  const places = placesAfter(Array.isArray(list) ? list : [], edit);
  return edit.list === null ? places : { ...asPlain(queue), [edit.list]: places };
}

function placesAfter(
  places: readonly unknown[],
  edit: Exclude<QueueEdit, { kind: 'add-queue' | 'set-queue' }>,
): unknown[] {
  switch (edit.kind) {
    case 'add-place':
      return places.toSpliced(edit.place, 0, edit.values);
    case 'remove-place':
      return places.toSpliced(edit.place, 1);
    case 'set-place': {
      const before = places[edit.place];
      const nothing = edit.value === null && !isPlain(before);
      return places.with(edit.place, nothing ? before : withAt(before, [edit.attribute], edit.value));
    }
  }
}

/** null takes away; levels that are not there are made, but for nothing. */
function withAt(data: unknown, [name = '', ...deeper]: readonly string[], value: unknown): unknown {
  const { [name]: before, ...others } = asPlain(data);
  if (value === null && !isPlain(data)) return data;
  if (deeper.length === 0) return value === null ? others : { ...others, [name]: value };
  const below = withAt(before, deeper, value);
  return below === undefined ? others : { ...others, [name]: below };
}

/** Whatever the order of the keys within. */
export function sameQueues(some: Queues, others: Queues): boolean {
  return written([...some]) === written([...others]);
}

function written(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isPlain(part) ? Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)) : part,
  );
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const asPlain = (value: unknown): Plain => (isPlain(value) ? value : {});
