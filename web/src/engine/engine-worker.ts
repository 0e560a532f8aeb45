import {
  createEngine,
  createFreetypeText,
  decodePngRgba,
  type Pixels,
  plainPixels,
  simdPixels,
} from '@marquee/overlay';
import { createEngineRoom } from './engine-room.ts';
import type { FromWorker, ToWorker } from './messages.ts';

const tell = (message: FromWorker, moved: ArrayBuffer[] = []) =>
  self.postMessage(message, { transfer: moved });

/** What came before the engine was ready. */
const early: ToWorker[] = [];
self.onmessage = ({ data }: MessageEvent<ToWorker>) => void early.push(data);

async function code(name: string): Promise<ArrayBuffer> {
  const answer = await fetch(`/engine/${name}.wasm`);
  const kind = answer.headers.get('content-type') ?? '';
  // The web answers unknown addresses with its own page.
  if (!answer.ok || !kind.includes('wasm')) throw new Error(`The part “${name}” of the engine is not there.`);
  return answer.arrayBuffer();
}

/** The same bytes come out of both; one is faster. */
async function fastestPixels(): Promise<{ pixels: Pixels; slowBecause: string | null }> {
  try {
    return { pixels: simdPixels(await code('pixels')), slowBecause: null };
  } catch (error) {
    return { pixels: plainPixels(), slowBecause: messageOf(error) };
  }
}

async function start(): Promise<void> {
  const [freetype, harfbuzz, { pixels, slowBecause }] = await Promise.all([
    code('freetype'),
    code('harfbuzz'),
    fastestPixels(),
  ]);
  const text = createFreetypeText({ wasm: freetype, harfbuzz });
  const room = createEngineRoom({
    engine: createEngine({ pixels, text }),
    text,
    decodePng: decodePngRgba,
    tell,
  });
  for (const message of early) room(message);
  self.onmessage = ({ data }: MessageEvent<ToWorker>) => room(data);
  tell({ kind: 'ready', pixels: pixels.kind, slowBecause });
}

start().catch((error: unknown) => tell({ kind: 'unable', message: messageOf(error) }));

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
