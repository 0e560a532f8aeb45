import type { OverlayItem, OverlaySet, TextLayout } from '@marquee/contracts';
import { createAssetStore, type MissingAsset } from './asset-store.ts';
import type { EngineSources } from './assets.ts';
import type { Drawn, FromWorker, ToWorker, Wanted } from './messages.ts';
import type { PlaceChange } from './placing.ts';

/** What is to be seen: one item with a set of overlays, and what a hand is changing right now. */
export interface Scene {
  item: OverlayItem;
  set: OverlaySet;
  changes: readonly PlaceChange[];
  matched: ReadonlySet<string>;
  assumed: ReadonlySet<string>;
  layout: TextLayout;
}

export type EngineState =
  | { state: 'starting' }
  | { state: 'ready'; pixels: 'plain' | 'simd'; slowBecause: string | null }
  | { state: 'unable'; message: string };

export type ViewProblem = { kind: 'poster'; missing: MissingAsset } | { kind: 'failed'; message: string };

/** When, by this page's clock: the hand moved, the page heard of it, the worker was told. */
interface Times {
  movedAt: number | null;
  wishedAt: number;
  sentAt: number;
}

export interface ViewListener {
  drawn(drawn: Drawn, scene: Scene, times: Times): void;
  trouble(problem: ViewProblem): void;
}

export interface View {
  /** The newest wish counts: one that waits is replaced. `movedAt`: when the hand moved. */
  draw(scene: Scene, movedAt?: number): void;
  close(): void;
}

export interface EngineClient {
  readonly state: EngineState;
  /** Hears of another state, and of assets that are missing. */
  watch(listener: () => void): () => void;
  missing(): readonly MissingAsset[];
  /** Views of lower rank are drawn first; those above 0 wait while `hold` is on. */
  open(rank: number, wanted: Wanted, listener: ViewListener): View;
  hold(on: boolean): void;
  retry(): void;
  forget(item: OverlayItem): void;
  end(): void;
}

/** The worker's side of the wire; a `Worker` is one. */
export interface Wire {
  postMessage(message: ToWorker, moved: ArrayBuffer[]): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

interface OpenView {
  id: string;
  rank: number;
  wanted: Wanted;
  listener: ViewListener;
  waiting: ({ scene: Scene } & Omit<Times, 'sentAt'>) | null;
}

const KEPT_SETS = 8;

/** Speaks with one worker. It draws one thing at a time, so that what is moved never waits behind what is not. */
export function createEngineClient(wire: Wire, sources: EngineSources): EngineClient {
  let state: EngineState = { state: 'starting' };
  let held = false;
  let tickets = 0;
  let busy: { ticket: number; view: OpenView; scene: Scene; times: Times } | null = null;
  const views = new Set<OpenView>();
  const listeners = new Set<() => void>();
  const sets = new Map<OverlaySet, number>();
  let setNumbers = 0;

  const send = (message: ToWorker, moved: ArrayBuffer[] = []) => wire.postMessage(message, moved);
  const tellAll = () => {
    for (const listener of listeners) listener();
  };
  const assets = createAssetStore(sources, send, () => {
    pump();
    tellAll();
  });

  /** The number under which the worker has this set; the longest unused is forgotten there. */
  const numberOf = (set: OverlaySet): number => {
    const known = sets.get(set);
    if (known !== undefined) {
      sets.delete(set);
      sets.set(set, known);
      return known;
    }
    setNumbers += 1;
    sets.set(set, setNumbers);
    send({ kind: 'set', number: setNumbers, set });
    const [oldest] = sets;
    if (sets.size > KEPT_SETS && oldest !== undefined) {
      sets.delete(oldest[0]);
      send({ kind: 'forget-set', number: oldest[1] });
    }
    return setNumbers;
  };

  const pump = (): void => {
    if (busy !== null || state.state !== 'ready') return;
    const inOrder = [...views].filter(({ waiting }) => waiting !== null).sort((a, b) => a.rank - b.rank);
    for (const view of inOrder) {
      if (view.waiting === null || (held && view.rank > 0)) continue;
      const { scene, ...heard } = view.waiting;
      // What a hand changes names no fonts and no pictures.
      const readiness = assets.ready(scene);
      if (!readiness.ready) {
        if (readiness.poster === null) continue;
        view.waiting = null;
        view.listener.trouble({ kind: 'poster', missing: readiness.poster });
        continue;
      }
      view.waiting = null;
      tickets += 1;
      busy = { ticket: tickets, view, scene, times: { ...heard, sentAt: performance.now() } };
      send({
        kind: 'draw',
        ticket: tickets,
        view: view.id,
        wanted: view.wanted,
        scene: {
          ...readiness.names,
          set: numberOf(scene.set),
          changes: scene.changes,
          matched: [...scene.matched],
          assumed: [...scene.assumed],
          facts: scene.item.facts,
          sampled: scene.item.sampled,
          layout: scene.layout,
        },
      });
      return;
    }
  };

  const become = (next: EngineState) => {
    state = next;
    tellAll();
    pump();
  };

  wire.onmessage = ({ data: message }) => {
    switch (message.kind) {
      case 'ready':
        return become({ state: 'ready', pixels: message.pixels, slowBecause: message.slowBecause });
      case 'unable':
        return become({ state: 'unable', message: message.message });
      case 'kept':
        return assets.kept(message.name);
      case 'refused':
        return assets.refused(message.what, message.name, message.message);
      case 'drawn':
      case 'failed': {
        if (busy?.ticket !== message.ticket) return;
        const { view, scene, times } = busy;
        busy = null;
        // A view that was closed meanwhile hears nothing more.
        if (views.has(view)) {
          if (message.kind === 'drawn') view.listener.drawn(message.drawn, scene, times);
          else view.listener.trouble({ kind: 'failed', message: message.message });
        }
        pump();
      }
    }
  };
  wire.onerror = ({ message }) => become({ state: 'unable', message });

  return {
    get state() {
      return state;
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    missing: () => assets.missing(),
    open(rank, wanted, listener) {
      tickets += 1;
      const view: OpenView = { id: `view ${tickets}`, rank, wanted, listener, waiting: null };
      views.add(view);
      return {
        draw(scene, movedAt) {
          view.waiting = { scene, movedAt: movedAt ?? null, wishedAt: performance.now() };
          pump();
        },
        close() {
          views.delete(view);
          send({ kind: 'close', view: view.id });
        },
      };
    },
    hold(on) {
      held = on;
      pump();
    },
    retry() {
      assets.retry();
      tellAll();
    },
    forget: (item) => assets.forget(item),
    end() {
      views.clear();
      wire.terminate();
    },
  };
}
