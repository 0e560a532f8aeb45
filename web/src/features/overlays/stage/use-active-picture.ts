import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { EngineClient, Scene } from '../../../engine/engine-client.ts';
import { type PlaceChange, withChanges } from '../../../engine/placing.ts';
import { piecesOf } from './geometry/piece.ts';
import type { StageProps } from './stage-props.ts';
import type { Doing } from './use-hand.ts';
import { usePicture } from './use-picture.ts';

const PART = { kind: 'part' } as const;

type Told = Pick<StageProps, 'onPlace' | 'onAccount' | 'locked'> & {
  nameOf(doing: Doing): string;
};

/**
 * The picture under the hand. What the hand changes goes to the engine at once, with the page told in the next
 * frame: the page's own work is never between a move and its pixels.
 */
export function useActivePicture(engine: EngineClient | null, scene: Scene, told: Told) {
  const { setCanvas, shown, problem, draw, colourAt } = usePicture(engine, 0, PART);
  const now = useRef({ scene, told });
  now.current = { scene, told };
  const changes = useRef<readonly PlaceChange[]>([]);
  const moving = useRef(false);
  const frame = useRef<number | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt draws the same scene again
  useEffect(() => {
    // What the hand has done is in the set now; while it still moves, its changes come on top.
    if (!moving.current) changes.current = [];
    draw({ ...scene, changes: changes.current });
  }, [draw, scene, attempt]);

  const dropFrame = useCallback(() => {
    if (frame.current !== null) cancelAnimationFrame(frame.current);
    frame.current = null;
  }, []);
  useEffect(() => dropFrame, [dropFrame]);

  const place = useCallback(
    (next: readonly PlaceChange[], phase: 'moving' | 'done', doing: Doing, movedAt?: number) => {
      const { scene, told } = now.current;
      const name = doing.name ?? told.nameOf(doing);
      changes.current = next;
      moving.current = phase === 'moving';
      engine?.hold(moving.current);
      draw({ ...scene, changes: next }, movedAt);
      dropFrame();
      if (phase === 'done') return told.onPlace(next, phase, name);
      frame.current = requestAnimationFrame(() => {
        frame.current = null;
        now.current.told.onPlace(next, phase, name);
      });
    },
    [draw, dropFrame, engine],
  );

  const { onAccount, locked } = told;
  useEffect(() => {
    if (shown && !moving.current) onAccount(shown.scene.item.itemId, shown.drawn.account);
  }, [shown, onAccount]);

  const pieces = useMemo(() => {
    if (!shown) return [];
    return piecesOf(withChanges(shown.scene.set, shown.scene.changes), shown.drawn.account, locked);
  }, [shown, locked]);

  /** Where everything is by now, also what is not drawn yet: the next step begins there. */
  const current = useCallback(() => {
    if (!shown) return [];
    return piecesOf(withChanges(now.current.scene.set, changes.current), shown.drawn.account, locked);
  }, [shown, locked]);

  return {
    setCanvas,
    current,
    account: shown?.drawn.account ?? null,
    drawnItemId: shown?.scene.item.itemId ?? null,
    pieces,
    problem,
    place,
    colourAt,
    retry: useCallback(() => {
      engine?.retry();
      setAttempt((before) => before + 1);
    }, [engine]),
  };
}
