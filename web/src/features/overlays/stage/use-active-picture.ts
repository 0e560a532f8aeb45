import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { EngineClient, Scene } from '../../../engine/engine-client.ts';
import { type PlaceChange, withChanges } from '../../../engine/placing.ts';
import { type Copies, copiesIn, withTheirCopies } from './copies.ts';
import { piecesOf } from './geometry/piece.ts';
import type { StageProps } from './stage-props.ts';
import type { Doing } from './use-hand.ts';
import { usePicture } from './use-picture.ts';

const PART = { kind: 'part' } as const;

type Told = Pick<StageProps, 'onPlace' | 'onCopy' | 'onAccount' | 'locked'> & {
  nameOf(doing: Doing): string;
};

/** What the hand holds: how it places things, and of which it takes copies along. */
interface Held {
  moving: boolean;
  changes: readonly PlaceChange[];
  copied: readonly string[];
}
const nothing: Held = { moving: false, changes: [], copied: [] };

/**
 * The picture under the hand. What the hand changes goes to the engine at once, with the page told in the next
 * frame: the page's own work is never between a move and its pixels.
 */
export function useActivePicture(engine: EngineClient | null, scene: Scene, told: Told) {
  const { setCanvas, shown, problem, draw, colourAt } = usePicture(engine, 0, PART);
  const now = useRef({ scene, told });
  now.current = { scene, told };
  const held = useRef(nothing);
  const copies = useRef<Copies | null>(null);
  const frame = useRef<number | null>(null);
  const [attempt, setAttempt] = useState(0);

  /** The scene as the hand has it. */
  const asHeld = useCallback((scene: Scene): Scene => {
    const { changes, copied } = held.current;
    if (copied.length === 0) return { ...scene, changes };
    // The same set again while a drag lasts: the engine has it already.
    const known = copies.current;
    const made =
      known?.of === scene.set && known.keys.join() === copied.join() ? known : copiesIn(scene.set, copied);
    copies.current = made;
    return {
      ...scene,
      set: made.set,
      matched: withTheirCopies(scene.matched, made),
      assumed: withTheirCopies(scene.assumed, made),
      changes: changes.map((change) => ({ ...change, key: made.names.get(change.key) ?? change.key })),
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt draws the same scene again
  useEffect(() => {
    // What the hand has done is in the set now; while it still moves, its changes come on top.
    if (!held.current.moving) held.current = nothing;
    draw(asHeld(scene));
  }, [draw, scene, attempt, asHeld]);

  const dropFrame = useCallback(() => {
    if (frame.current !== null) cancelAnimationFrame(frame.current);
    frame.current = null;
  }, []);
  useEffect(() => dropFrame, [dropFrame]);

  const hold = useCallback(
    (next: Held, movedAt?: number) => {
      held.current = next;
      engine?.hold(next.moving);
      draw(asHeld(now.current.scene), movedAt);
      dropFrame();
    },
    [draw, engine, asHeld, dropFrame],
  );

  const place = useCallback(
    (changes: readonly PlaceChange[], phase: 'moving' | 'done', doing: Doing, movedAt?: number) => {
      const copies = doing.what === 'copy';
      hold(
        { moving: phase === 'moving', changes, copied: copies ? changes.map(({ key }) => key) : [] },
        movedAt,
      );
      const name = doing.name ?? now.current.told.nameOf(doing);
      // While copies move, what is copied rests.
      const moved = copies ? [] : changes;
      if (phase === 'moving') {
        frame.current = requestAnimationFrame(() => {
          frame.current = null;
          now.current.told.onPlace(moved, phase, name);
        });
      } else if (copies) now.current.told.onCopy(changes);
      else now.current.told.onPlace(moved, phase, name);
    },
    [hold],
  );
  /** Everything as it was before the hand came. */
  const takeBack = useCallback(() => {
    hold(nothing);
    now.current.told.onPlace([], 'done', '');
  }, [hold]);

  const { onAccount, locked } = told;
  useEffect(() => {
    if (shown && !held.current.moving) onAccount(shown.scene.item.itemId, shown.drawn.account);
  }, [shown, onAccount]);

  const pieces = useMemo(() => {
    if (!shown) return [];
    return piecesOf(withChanges(shown.scene.set, shown.scene.changes), shown.drawn.account, locked);
  }, [shown, locked]);

  /** Where everything is by now, also what is not drawn yet: the next step begins there. */
  const current = useCallback(() => {
    if (!shown) return [];
    const { set, changes } = asHeld(now.current.scene);
    return piecesOf(withChanges(set, changes), shown.drawn.account, locked);
  }, [shown, locked, asHeld]);

  return {
    setCanvas,
    current,
    account: shown?.drawn.account ?? null,
    drawnItemId: shown?.scene.item.itemId ?? null,
    pieces,
    /** From what is being copied to its copy, while that is drawn. */
    copies: shown && shown.scene.set === copies.current?.set ? copies.current.names : null,
    problem,
    place,
    takeBack,
    colourAt,
    retry: useCallback(() => {
      engine?.retry();
      setAttempt((before) => before + 1);
    }, [engine]),
  };
}
