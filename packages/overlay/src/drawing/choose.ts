import type {
  OverlayDefinition,
  OverlayFate,
  OverlayQueue,
  OverlaySet,
  OverlaySlot,
} from '@marquee/contracts';

/** A definition with the slot that its queue gives it. */
export interface Chosen {
  definition: OverlayDefinition;
  slot: OverlaySlot | null;
  slotNumber: number | null;
}

export interface Failure {
  code: string;
  key: string | null;
  message: string;
  mend: string;
}

export interface Choice {
  /** In drawing order: ordinary overlays, then queue after queue. */
  chosen: Chosen[];
  /** The largest blur, which is applied first; null for none. */
  blur: { key: string; radius: number } | null;
  /** Keys as Kometa's log would list them. */
  applied: string[];
  fates: Map<string, OverlayFate>;
  failure: Failure | null;
}

/**
 * Which of the matched overlays Kometa draws on an item, and in what order. `usable` are the definitions that
 * Kometa would not reject; the others take part in nothing.
 */
export function choose(
  set: OverlaySet,
  usable: readonly OverlayDefinition[],
  matched: ReadonlySet<string>,
): Choice {
  const fates = new Map<string, OverlayFate>();
  const candidates = usable.filter(({ key }) => matched.has(key));
  for (const { key } of usable) if (!matched.has(key)) fates.set(key, { fate: 'not-matched' });
  const remaining = keepGroupWinners(suppress(candidates, fates), fates);

  const blurs = remaining.filter(({ kind }) => kind === 'blur');
  const ordinary = remaining.filter(({ kind, queue }) => kind !== 'blur' && queue === null);
  const blur = largestBlur(blurs, fates);
  const queued = fillQueues(set.queues, remaining, fates);
  for (const { key } of ordinary) fates.set(key, { fate: 'drawn', slot: null });
  return {
    chosen: [
      ...ordinary.map((definition) => ({ definition, slot: null, slotNumber: null })),
      ...queued.chosen,
    ],
    blur,
    applied: remaining.map(({ key }) => key),
    fates,
    failure: queued.failure,
  };
}

/**
 * Kometa takes overlays out of the list that it is walking through: after a removal that lies before or at its
 * place, it steps over the next overlay, whose own list is then never looked at.
 */
function suppress(
  candidates: readonly OverlayDefinition[],
  fates: Map<string, OverlayFate>,
): OverlayDefinition[] {
  const list = [...candidates];
  for (let place = 0; place < list.length; place += 1) {
    const current = list[place];
    if (current === undefined) break;
    for (const name of current.suppress) {
      const at = list.findIndex(({ file, mapping }) => file === current.file && mapping === name);
      const victim = list[at];
      if (victim === undefined) continue;
      list.splice(at, 1);
      fates.set(victim.key, { fate: 'suppressed', by: current.key });
    }
  }
  return list;
}

/** Groups reach over all files; on equal weights the first stays. */
function keepGroupWinners(
  list: readonly OverlayDefinition[],
  fates: Map<string, OverlayFate>,
): OverlayDefinition[] {
  const winners = new Map<string, OverlayDefinition>();
  for (const definition of list) {
    const { group } = definition;
    if (group === null) continue;
    const winner = winners.get(group);
    if (winner === undefined || (definition.weight ?? 0) > (winner.weight ?? 0))
      winners.set(group, definition);
  }
  return list.filter((definition) => {
    const winner = definition.group === null ? undefined : winners.get(definition.group);
    if (winner === undefined || winner === definition) return true;
    fates.set(definition.key, { fate: 'lost-group', group: definition.group ?? '', to: winner.key });
    return false;
  });
}

function largestBlur(blurs: readonly OverlayDefinition[], fates: Map<string, OverlayFate>): Choice['blur'] {
  let largest: Choice['blur'] = null;
  for (const { key, name } of blurs) {
    const radius = Number(/\((\d+)\)/.exec(name)?.[1] ?? 0);
    if (radius > (largest?.radius ?? 0)) largest = { key, radius };
  }
  for (const { key } of blurs) {
    fates.set(
      key,
      largest === null || largest.key === key
        ? { fate: 'drawn', slot: null }
        : { fate: 'smaller-blur', to: largest.key },
    );
  }
  return largest;
}

function fillQueues(
  queues: readonly OverlayQueue[],
  list: readonly OverlayDefinition[],
  fates: Map<string, OverlayFate>,
): { chosen: Chosen[]; failure: Failure | null } {
  const chosen: Chosen[] = [];
  for (const queue of queues) {
    const members = list.filter((one) => one.queue === queue.key && one.kind !== 'blur');
    const heaviest = [...members].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
    for (const [place, definition] of heaviest.entries()) {
      const before = heaviest[place - 1];
      if (before !== undefined && before.weight === definition.weight)
        return { chosen, failure: equalWeights(queue, before, definition) };
      const slot = queue.slots[place];
      if (slot === undefined) {
        fates.set(definition.key, { fate: 'beyond-slots', queue: queue.name, slots: queue.slots.length });
      } else {
        chosen.push({ definition, slot, slotNumber: place });
        fates.set(definition.key, { fate: 'drawn', slot: place });
      }
    }
  }
  return { chosen, failure: null };
}

function equalWeights(queue: OverlayQueue, one: OverlayDefinition, other: OverlayDefinition): Failure {
  return {
    code: 'overlay.queue-equal-weights',
    key: other.key,
    message: `In the queue ${queue.name}, ${one.mapping} and ${other.mapping} have the same weight ${one.weight}: Kometa fails the item`,
    mend: 'Give each overlay of the queue a weight of its own.',
  };
}
