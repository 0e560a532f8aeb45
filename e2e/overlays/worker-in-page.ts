import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '../program.ts';
import type { DrawingCase } from './drawing-case.ts';

export interface DrawnInPage {
  sha256: string;
  opaque: boolean;
  outcome: string;
  fates: Record<string, string>;
}

/** Speaks with the engine's worker as the editor does, but about what a test wants drawn. */
export async function openWorkerIn(page: Page): Promise<{ draw(one: DrawingCase): Promise<DrawnInPage> }> {
  const assets = await readdir(join(projectRoot, 'web/dist/assets'));
  const script = assets.find((name) => /^engine-worker-.*\.js$/.test(name));
  if (script === undefined) throw new Error('The web was built without the engine’s worker');
  const material = new Map<string, Uint8Array>();
  // Bytes come by the network: the page may not read files, and text would be four times as long.
  await page.route('**/material/*', async (route) => {
    const bytes = material.get(
      decodeURIComponent(new URL(route.request().url()).pathname.split('/').at(-1) ?? ''),
    );
    if (bytes === undefined) return route.fulfill({ status: 404 });
    await route.fulfill({ body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) });
  });
  const ready = await page.evaluate(startWorker, `/assets/${script}`);
  if (ready !== 'ready') throw new Error(`The engine cannot start: ${ready}`);

  let cases = 0;
  return {
    async draw({ set, facts, layout, base, fonts, images }) {
      cases += 1;
      material.clear();
      const named = (kind: string, all: ReadonlyMap<string, Uint8Array>) =>
        Object.fromEntries(
          [...all].map(([reference, bytes], index) => {
            const name = `${kind}-${cases}-${index}`;
            material.set(name, bytes);
            return [reference, name];
          }),
        );
      material.set('base', base.data);
      return page.evaluate(drawInWorker, {
        number: cases,
        set,
        width: base.width,
        height: base.height,
        scene: {
          base: `base-${cases}`,
          set: cases,
          changes: [],
          matched: set.definitions.map(({ key }) => key),
          assumed: [],
          facts,
          sampled: [],
          layout,
          fonts: named('font', fonts),
          images: named('image', images),
        },
      });
    },
  };
}

interface Speaker {
  worker: Worker;
  answers: unknown[];
  wake: () => void;
}
type Page_ = typeof globalThis & { speaker: Speaker };

/** Runs in the page. */
async function startWorker(script: string): Promise<string> {
  const speaker: Speaker = {
    worker: new Worker(script, { type: 'module' }),
    answers: [],
    wake: () => {},
  };
  (globalThis as Page_).speaker = speaker;
  speaker.worker.onerror = ({ message }) => {
    speaker.answers.push({ kind: 'unable', message });
    speaker.wake();
  };
  speaker.worker.onmessage = ({ data }) => {
    speaker.answers.push(data);
    speaker.wake();
  };
  await new Promise<void>((resolve) => {
    speaker.wake = resolve;
  });
  const first = speaker.answers.shift() as { kind: string; message?: string };
  return first.kind === 'ready' ? 'ready' : (first.message ?? first.kind);
}

interface Asked {
  number: number;
  set: unknown;
  width: number;
  height: number;
  scene: { base: string; fonts: Record<string, string>; images: Record<string, string> };
}

/** Runs in the page. */
async function drawInWorker({ number, set, width, height, scene }: Asked) {
  const { speaker } = globalThis as Page_;
  const bytes = async (name: string) => (await fetch(`/material/${name}`)).arrayBuffer();
  const send = (message: object, moved: Transferable[] = []) => speaker.worker.postMessage(message, moved);
  const next = async (): Promise<Record<string, unknown>> => {
    while (speaker.answers.length === 0)
      await new Promise<void>((resolve) => {
        speaker.wake = resolve;
      });
    return speaker.answers.shift() as Record<string, unknown>;
  };
  for (const name of Object.values(scene.fonts)) {
    send({ kind: 'font', name, bytes: await bytes(name) });
    await next();
  }
  for (const name of Object.values(scene.images)) {
    send({ kind: 'image', name, png: await bytes(name) });
    await next();
  }
  send({ kind: 'base', name: scene.base, width, height, rgb: await bytes('base') });
  send({ kind: 'set', number, set });
  send({ kind: 'draw', ticket: number, view: `view-${number}`, scene, wanted: { kind: 'part' } });
  const answer = await next();
  if (answer.kind !== 'drawn') throw new Error(`Not drawn: ${JSON.stringify(answer)}`);
  send({ kind: 'close', view: `view-${number}` });
  send({ kind: 'forget-base', name: scene.base });
  const { part, account } = answer.drawn as {
    part: { rgba: ArrayBuffer };
    account: { outcome: string; overlays: { key: string; outcome: { fate: string } }[] };
  };
  const rgba = new Uint8Array(part.rgba);
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  let opaque = true;
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from] ?? 0;
    rgb[to + 1] = rgba[from + 1] ?? 0;
    rgb[to + 2] = rgba[from + 2] ?? 0;
    if (rgba[from + 3] !== 255) opaque = false;
  }
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', rgb));
  return {
    sha256: [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    opaque,
    outcome: account.outcome,
    fates: Object.fromEntries(account.overlays.map(({ key, outcome }) => [key, outcome.fate])),
  };
}
