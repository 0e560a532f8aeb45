import type { IncomingMessage } from 'node:http';

const most = 30 * 1024 * 1024;

/** The whole body, or nothing when it is larger than any picture. */
export const readBody = async (message: IncomingMessage): Promise<Uint8Array | undefined> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of message) {
    length += chunk.length;
    if (length <= most) chunks.push(chunk);
  }
  return length <= most ? Buffer.concat(chunks) : undefined;
};
