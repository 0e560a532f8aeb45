import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Answer } from '../wire/answer.ts';
import { toJson } from '../wire/json.ts';
import { toXml } from '../wire/xml.ts';

export interface Written {
  status: number;
  contentType: string;
  body: Uint8Array;
}

const xmlType = 'text/xml;charset=utf-8';

const page = (status: number): string => {
  const name = STATUS_CODES[status] ?? 'Error';
  return `<html><head><title>${name}</title></head><body><h1>${status} ${name}</h1></body></html>`;
};

export const composeAnswer = (answer: Answer, accept: string | undefined): Written => {
  const json = accept?.includes('application/json') ?? false;
  const contentType = json ? 'application/json' : xmlType;
  switch (answer.kind) {
    case 'document': {
      const text = json ? toJson(answer.root) : toXml(answer.root);
      return { status: answer.status, contentType, body: Buffer.from(text) };
    }
    case 'empty':
      return { status: answer.status, contentType, body: new Uint8Array() };
    case 'picture':
      return { status: 200, contentType: answer.picture.contentType, body: answer.picture.bytes };
    case 'refusal':
      return { status: answer.status, contentType: 'text/html', body: Buffer.from(page(answer.status)) };
  }
};

/** With `cut` the promised length is never reached: the line goes dead in the middle. */
export const send = (response: ServerResponse, written: Written, method: string, cut = false): void => {
  response.writeHead(written.status, {
    'content-type': written.contentType,
    'content-length': written.body.length,
    'x-plex-protocol': '1.0',
    'cache-control': 'no-cache',
  });
  if (method === 'HEAD') response.end();
  else if (cut)
    response.write(written.body.subarray(0, Math.floor(written.body.length / 2)), () => response.destroy());
  else response.end(written.body);
};
