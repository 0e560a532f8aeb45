import { useCallback, useEffect, useRef, useState } from 'react';
import type { EngineClient, Scene, View, ViewProblem } from '../../../engine/engine-client.ts';
import { measure } from '../../../engine/measures.ts';
import type { Drawn, Wanted } from '../../../engine/messages.ts';
import { createPainter, type Painter } from './painter.ts';

/** What is on the canvas now, and of what. */
export interface Shown {
  drawn: Omit<Drawn, 'part'>;
  scene: Scene;
}

/** One canvas that shows what the engine draws for it. */
export function usePicture(engine: EngineClient | null, rank: number, wanted: Wanted) {
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [problem, setProblem] = useState<ViewProblem | null>(null);
  const view = useRef<View | null>(null);
  const wish = useRef<Scene | null>(null);
  const painter = useRef<Painter | null>(null);
  const smallWidth = wanted.kind === 'small' ? wanted.width : null;

  useEffect(() => {
    if (!engine || !canvas) return;
    const paint = createPainter(canvas);
    painter.current = paint;
    const opened = engine.open(
      rank,
      smallWidth === null ? { kind: 'part' } : { kind: 'small', width: smallWidth },
      {
        drawn(drawn, scene, { sentAt, wishedAt, movedAt }) {
          paint.put(drawn);
          if (isWhole(drawn) && smallWidth === null) measure('marquee:whole-to-pixels', sentAt, drawn.workMs);
          if (movedAt !== null) {
            measure('marquee:heard-to-pixels', wishedAt, drawn.workMs);
            measure('marquee:moved-to-pixels', movedAt, drawn.workMs);
          }
          setShown({ drawn, scene });
          setProblem(null);
        },
        trouble: setProblem,
      },
    );
    view.current = opened;
    if (wish.current) opened.draw(wish.current);
    return () => {
      opened.close();
      view.current = null;
      painter.current = null;
    };
  }, [engine, canvas, rank, smallWidth]);

  const draw = useCallback((scene: Scene, movedAt?: number) => {
    wish.current = scene;
    view.current?.draw(scene, movedAt);
  }, []);
  const colourAt = useCallback(
    (point: { x: number; y: number }) => painter.current?.colourAt(point) ?? null,
    [],
  );
  return { setCanvas, shown, problem, draw, colourAt };
}

function isWhole({ part, width, height }: Drawn): boolean {
  return part?.width === width && part.height === height;
}
