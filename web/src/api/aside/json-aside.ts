import { createJsonClient, type JsonWire } from './json-client.ts';
import type { JsonTask } from './json-work.ts';

const JSON_TYPE = 'application/json';
/** Letters of a text from which on it is written in a worker. */
const LARGE = 100_000;
/** Bytes from which on JSON is read in a worker: what is many small things takes longer to hand over than to read. */
const LARGE_ANSWER = 3_000_000;

let client: ReturnType<typeof createJsonClient> | undefined;

/** Opened when it is first needed, which on most pages is never. */
function ask(task: JsonTask): Promise<unknown> {
  client ??= createJsonClient(typeof Worker === 'undefined' ? null : openWorker());
  return client(task);
}

function openWorker(): JsonWire {
  return new Worker(new URL('./json-worker.ts', import.meta.url), { type: 'module', name: 'large-json' });
}

/** The body of a request; large texts in it are written aside. */
export async function writtenBody(body: object): Promise<unknown> {
  const values: unknown[] = Object.values(body);
  if (!values.some((value) => typeof value === 'string' && value.length > LARGE)) return body;
  const bytes = (await ask({ kind: 'write', value: body })) as Uint8Array<ArrayBuffer>;
  return new Blob([bytes], { type: JSON_TYPE });
}

const read = new WeakMap<Response, Promise<unknown>>();

/** As `fetch`, for `dataOf`; the data of large answers is read aside, and what is left is small to be copied. */
export async function fetchForData(...asked: Parameters<typeof fetch>): Promise<Response> {
  const answer = await fetch(...asked);
  const length = answer.headers.get('content-length');
  const isJson = answer.headers.get('content-type')?.startsWith(JSON_TYPE) === true;
  if (!isJson || (length !== null && Number(length) < LARGE_ANSWER)) return answer;
  const json = await answer.arrayBuffer();
  const { status, statusText, headers } = answer;
  if (json.byteLength < LARGE_ANSWER) return new Response(json, { status, statusText, headers });
  const rest = new Response(null, { status, statusText, headers });
  read.set(rest, ask({ kind: 'read', json }));
  return rest;
}

/** What an answer's JSON says. */
export async function dataOf(answer: Response): Promise<unknown> {
  const aside = read.get(answer);
  if (aside !== undefined) return await aside;
  const text = await answer.text();
  return text === '' ? null : JSON.parse(text);
}
