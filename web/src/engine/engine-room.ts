import type { OverlaySet } from '@marquee/contracts';
import type { DrawingInput, Engine, Rgb, Rgba, Stage, TextEngine } from '@marquee/overlay';
import type { Drawn, FromWorker, SentScene, ToWorker, Wanted } from './messages.ts';
import { opaquePart, smallPart } from './opaque.ts';
import { withChanges } from './placing.ts';

interface Parts {
  engine: Engine;
  text: TextEngine;
  decodePng(bytes: Uint8Array): Promise<Rgba>;
  tell(message: FromWorker, moved: ArrayBuffer[]): void;
}

/** What happens in the worker: keeps what was sent and draws when it is told to. Knows nothing of workers. */
export function createEngineRoom({ engine, text, decodePng, tell }: Parts): (message: ToWorker) => void {
  const images = new Map<string, Rgba>();
  const bases = new Map<string, Rgb>();
  const sets = new Map<number, OverlaySet>();
  const stages = new Map<string, { base: Rgb; stage: Stage }>();

  const inputOf = (scene: SentScene): DrawingInput => {
    const set = sets.get(scene.set);
    if (set === undefined) throw new Error(`Set ${scene.set} was never sent`);
    return {
      set: withChanges(set, scene.changes),
      matched: new Set(scene.matched),
      assumed: new Set(scene.assumed),
      facts: scene.facts,
      sampled: scene.sampled,
      layout: scene.layout,
      assets: {
        font(reference) {
          const name = scene.fonts[reference ?? ''];
          return name !== undefined && text.hasFont(name) ? name : undefined;
        },
        image: ({ from, value }) => images.get(scene.images[`${from}:${value}`] ?? ''),
      },
    };
  };

  const stageOf = (view: string, base: Rgb): Stage => {
    const known = stages.get(view);
    if (known?.base === base) return known.stage;
    const stage = engine.openStage(base);
    stages.set(view, { base, stage });
    return stage;
  };

  const draw = (view: string, scene: SentScene, wanted: Wanted): Drawn => {
    const started = performance.now();
    const base = bases.get(scene.base);
    if (base === undefined) throw new Error(`The poster ${scene.base} was never sent`);
    const input = inputOf(scene);
    if (wanted.kind === 'small') {
      const { rgb, account } = engine.draw(base, input);
      const part = smallPart(rgb, wanted.width);
      return { account, width: part.width, height: part.height, part, workMs: performance.now() - started };
    }
    const stage = stageOf(view, base);
    const { account, changed } = stage.update(input);
    const part = changed === null ? null : opaquePart(stage.rgb, changed);
    return { account, ...account.canvas, part, workMs: performance.now() - started };
  };

  const keep = (what: 'font' | 'image', name: string, take: () => Promise<void>): void => {
    void take().then(
      () => tell({ kind: 'kept', name }, []),
      (error: unknown) => tell({ kind: 'refused', what, name, message: messageOf(error) }, []),
    );
  };

  return (message) => {
    switch (message.kind) {
      case 'font':
        return keep('font', message.name, async () => {
          text.addFont(message.name, new Uint8Array(message.bytes));
        });
      case 'image':
        return keep('image', message.name, async () => {
          images.set(message.name, await decodePng(new Uint8Array(message.png)));
        });
      case 'base': {
        const { name, width, height, rgb } = message;
        bases.set(name, { width, height, data: new Uint8Array(rgb) });
        return;
      }
      case 'forget-base':
        bases.delete(message.name);
        return;
      case 'set':
        sets.set(message.number, message.set);
        return;
      case 'forget-set':
        sets.delete(message.number);
        return;
      case 'close':
        stages.delete(message.view);
        return;
      case 'draw':
        try {
          const drawn = draw(message.view, message.scene, message.wanted);
          tell(
            { kind: 'drawn', ticket: message.ticket, drawn },
            drawn.part === null ? [] : [drawn.part.rgba],
          );
        } catch (error) {
          // The next draw of this view begins anew, from the poster up.
          stages.delete(message.view);
          tell({ kind: 'failed', ticket: message.ticket, message: messageOf(error) }, []);
        }
    }
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
