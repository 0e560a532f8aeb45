import type {
  Box,
  ItemAccount,
  OverlayAccount,
  OverlayDefinition,
  OverlaySet,
  OverlaySlot,
} from '@marquee/contracts';
import { gripOf } from './boxes.ts';
import type { AxisPlace } from './offsets.ts';

/** An overlay that is drawn on the canvas, with what holds it where it is. */
export interface Piece {
  key: string;
  definition: OverlayDefinition;
  account: OverlayAccount;
  grip: Box;
  /** Why a hand cannot move it. */
  fixed: 'locked' | 'queue' | 'whole' | null;
  horizontal: AxisPlace;
  vertical: AxisPlace;
}

/** What of a set is there to be taken hold of, in drawing order. Blurs have no place. */
export function piecesOf(
  set: OverlaySet,
  { canvas, overlays }: Pick<ItemAccount, 'canvas' | 'overlays'>,
  locked: ReadonlySet<string>,
): Piece[] {
  const accounts = new Map(overlays.map((account) => [account.key, account]));
  return set.definitions.flatMap((definition): Piece[] => {
    const account = accounts.get(definition.key);
    if (account?.outcome.fate !== 'drawn') return [];
    const grip = gripOf(account);
    if (grip === null) return [];
    const slot = slotOf(set, definition, account.outcome.slot);
    return [
      {
        key: definition.key,
        definition,
        account,
        grip,
        fixed: locked.has(definition.key) ? 'locked' : whyFixed(definition),
        horizontal: {
          offset: definition.horizontalOffset ?? slot?.horizontalOffset ?? NONE,
          align: definition.horizontalAlign ?? slot?.horizontalAlign ?? null,
          canvas: canvas.width,
        },
        vertical: {
          offset: definition.verticalOffset ?? slot?.verticalOffset ?? NONE,
          align: definition.verticalAlign ?? slot?.verticalAlign ?? null,
          canvas: canvas.height,
        },
      },
    ];
  });
}

const NONE = { value: 0, percent: false };

/** A queue's slot places what has no offsets of its own; a picture without any covers the poster. */
function whyFixed({
  kind,
  queue,
  horizontalOffset,
  verticalOffset,
}: OverlayDefinition): 'queue' | 'whole' | null {
  const placed = horizontalOffset !== null && verticalOffset !== null;
  if (placed) return null;
  if (queue !== null) return 'queue';
  return kind === 'image' ? 'whole' : null;
}

function slotOf(set: OverlaySet, { queue }: OverlayDefinition, number: number | null): OverlaySlot | null {
  if (queue === null || number === null) return null;
  return set.queues.find(({ key }) => key === queue)?.slots[number] ?? null;
}
