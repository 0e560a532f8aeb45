import type { ItemAccount } from '@marquee/contracts';
import Skeleton from '@mui/material/Skeleton';
import { useEffect, useMemo } from 'react';
import type { EngineClient, Scene } from '../../../engine/engine-client.ts';
import { usePicture } from './use-picture.ts';

interface Props {
  engine: EngineClient;
  scene: Scene;
  rank: number;
  /** Pixels of the picture. */
  width: number;
  onAccount(itemId: string, account: ItemAccount): void;
}

/** A pinned item, drawn live and made small. */
export function SmallPicture({ engine, scene, rank, width, onAccount }: Props) {
  const wanted = useMemo(() => ({ kind: 'small' as const, width }), [width]);
  const { setCanvas, shown, draw } = usePicture(engine, rank, wanted);
  useEffect(() => draw(scene), [draw, scene]);
  useEffect(() => {
    if (shown) onAccount(shown.scene.item.itemId, shown.drawn.account);
  }, [shown, onAccount]);
  return (
    <>
      {!shown && (
        <Skeleton variant="rounded" sx={{ width: '100%', height: '100%', position: 'absolute', inset: 0 }} />
      )}
      <canvas
        ref={setCanvas}
        style={{ display: 'block', width: '100%', height: '100%', objectFit: 'contain' }}
      />
    </>
  );
}
