import { createEngine } from '@marquee/overlay';
import type { EngineSources } from '../engine/assets.ts';
import { createEngineClient, type Wire } from '../engine/engine-client.ts';
import { createEngineRoom } from '../engine/engine-room.ts';
import type { FromWorker, ToWorker } from '../engine/messages.ts';
import { blockText, coarsePixels } from './overlay-examples.ts';

/** The worker's side without a worker: real drawing with letters that are blocks. Answers when it is let. */
export class EngineInTheRoom implements Wire {
  onmessage: Wire['onmessage'] = null;
  onerror: Wire['onerror'] = null;
  readonly heard: ToWorker[] = [];
  ended = false;
  #held: ToWorker[] | null = null;
  readonly #around: (work: () => void) => void;
  readonly #room: (message: ToWorker) => void;

  constructor({
    unable,
    around = (work) => work(),
  }: { unable?: string; around?: (work: () => void) => void } = {}) {
    this.#around = around;
    this.#room = createEngineRoom({
      engine: createEngine({ pixels: coarsePixels, text: blockText }),
      text: blockText,
      decodePng: async (bytes) => {
        if (bytes.length === 0) throw new Error('Not a PNG');
        return { width: 100, height: 60, data: new Uint8Array(100 * 60 * 4).fill(255) };
      },
      tell: (message) => this.#tell(message),
    });
    queueMicrotask(() =>
      this.#tell(
        unable === undefined
          ? { kind: 'ready', pixels: 'plain', slowBecause: null }
          : { kind: 'unable', message: unable },
      ),
    );
  }

  postMessage(message: ToWorker): void {
    this.heard.push(message);
    if (this.#held !== null) this.#held.push(message);
    else queueMicrotask(() => this.#room(message));
  }
  /** From now on messages wait. */
  hold(): void {
    this.#held = [];
  }
  letGo(): void {
    const waiting = this.#held ?? [];
    this.#held = null;
    for (const message of waiting) this.#room(message);
  }
  terminate(): void {
    this.ended = true;
  }
  draws(): Extract<ToWorker, { kind: 'draw' }>[] {
    return this.heard.filter((message) => message.kind === 'draw');
  }

  #tell(message: FromWorker): void {
    this.#around(() => this.onmessage?.(new MessageEvent('message', { data: message })));
  }
}

export const shippedFont = {
  id: 'Q0n7mX2b9c1d4e5f6g7h8i',
  reference: 'fonts/Roboto-Medium.ttf',
  family: 'Roboto',
  style: 'Medium',
  source: 'shipped' as const,
  variations: [],
  version: '1',
};
export const shippedPicture = {
  id: 'R0n7mX2b9c1d4e5f6g7h8i',
  reference: { from: 'name' as const, value: 'badge' },
  title: 'Badge',
  source: 'shipped' as const,
  version: '1',
};

/** Grey posters, one font and one picture. */
export function plainSources(more: Partial<EngineSources> = {}): EngineSources {
  return {
    fonts: async () => [shippedFont],
    images: async () => [shippedPicture],
    font: async () => new ArrayBuffer(8),
    image: async () => new ArrayBuffer(8),
    base: async () => new Uint8Array(1000 * 1500 * 3).fill(90).buffer,
    ...more,
  };
}

export function anEngine(sources: EngineSources = plainSources(), wire = new EngineInTheRoom()) {
  return { wire, client: createEngineClient(wire, sources) };
}
