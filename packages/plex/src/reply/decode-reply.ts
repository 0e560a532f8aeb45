import { badAnswer } from '../connection/failure.ts';
import { decodeXml } from './xml-reply.ts';

function decodeJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badAnswer('the JSON is broken or cut off');
  }
  if (typeof value !== 'object' || value === null || !('MediaContainer' in value)) {
    throw badAnswer('the JSON holds no MediaContainer');
  }
  return value.MediaContainer;
}

/** The container inside a reply. What arrived decides, not the content type: proxies relabel answers. */
export function decodeReply(text: string): unknown {
  const body = text.replace(/^[\uFEFF\s]+/, '');
  if (body === '') throw badAnswer('the answer is empty');
  if (/^<(?:!doctype\s+html|html)/i.test(body))
    throw badAnswer('a web page came instead of an answer from Plex');
  if (body.startsWith('<')) return decodeXml(body);
  if (body.startsWith('{')) return decodeJson(body);
  throw badAnswer('the answer is neither JSON nor XML');
}
