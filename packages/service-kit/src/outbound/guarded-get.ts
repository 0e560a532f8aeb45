import http from 'node:http';
import https from 'node:https';
import { addressRefused } from './address-refused.ts';
import type { AdmittedUrl } from './admitted-url.ts';

export interface OutboundAnswer {
  status: number;
  contentType: string;
  body: Buffer;
}

const MOST_REDIRECTS = 3;
const MOST_BYTES = 10_000_000;
const PATIENCE_MS = 10_000;

/** Nothing of ours goes along: no cookie, no token, and no connection that was opened for another question. */
export async function guardedGet(
  check: (url: string) => Promise<AdmittedUrl>,
  text: string,
  caller?: AbortSignal,
): Promise<OutboundAnswer> {
  const late = AbortSignal.timeout(PATIENCE_MS);
  const signal = caller === undefined ? late : AbortSignal.any([caller, late]);
  let at = text;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const admitted = await check(at);
    const response = await ask(admitted, signal);
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

function ask({ url, lookup }: AdmittedUrl, signal: AbortSignal): Promise<http.IncomingMessage> {
  const { get } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const request = get(url, { lookup, signal, agent: false, headers: { 'user-agent': 'Marquee' } }, resolve);
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
