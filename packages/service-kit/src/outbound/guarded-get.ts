import http from 'node:http';
import https from 'node:https';
import { addressRefused } from './address-refused.ts';
import type { AdmittedUrl } from './admitted-url.ts';

export interface OutboundAnswer {
  status: number;
  contentType: string;
  body: Buffer;
}

export interface GetOptions {
  signal?: AbortSignal;
  /** Such as a key: they go to the origin that was asked, and not along to where it redirects. */
  headers?: Readonly<Record<string, string>>;
}

const MOST_REDIRECTS = 3;
const MOST_BYTES = 10_000_000;
const PATIENCE_MS = 10_000;

/** Nothing goes along but what is handed in: no cookie, and no connection that was opened for another question. */
export async function guardedGet(
  check: (url: string) => Promise<AdmittedUrl>,
  text: string,
  { signal: caller, headers = {} }: GetOptions = {},
): Promise<OutboundAnswer> {
  const late = AbortSignal.timeout(PATIENCE_MS);
  const signal = caller === undefined ? late : AbortSignal.any([caller, late]);
  let at = text;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const admitted = await check(at);
    const isWhoWasAsked = admitted.url.origin === new URL(text).origin;
    const response = await ask(admitted, signal, isWhoWasAsked ? headers : {});
    const { location } = response.headers;
    const status = response.statusCode ?? 0;
    if (![301, 302, 303, 307, 308].includes(status) || location === undefined) {
      return { status, contentType: response.headers['content-type'] ?? '', body: await bodyOf(response) };
    }
    response.destroy();
    if (!URL.canParse(location, admitted.url))
      throw addressRefused('It redirects to something that is no address');
    at = new URL(location, admitted.url).href;
  }
  throw addressRefused(`It redirects more than ${MOST_REDIRECTS} times`);
}

function ask(
  { url, lookup }: AdmittedUrl,
  signal: AbortSignal,
  given: Readonly<Record<string, string>>,
): Promise<http.IncomingMessage> {
  const { get } = url.protocol === 'https:' ? https : http;
  const headers = { 'user-agent': 'Marquee', ...given };
  return new Promise((resolve, reject) => {
    const request = get(url, { lookup, signal, agent: false, headers }, resolve);
    request.once('error', reject);
  });
}

async function bodyOf(response: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw addressRefused(`It answers with more than ${MOST_BYTES / 1_000_000} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
