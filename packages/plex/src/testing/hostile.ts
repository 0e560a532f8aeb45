import type http from 'node:http';

export const html401 =
  '<html><head><title>Unauthorized</title></head><body><h1>401 Unauthorized</h1></body></html>';

export const sendText = (
  response: http.ServerResponse,
  type: string,
  body: string | Buffer,
  status = 200,
) => {
  response.writeHead(status, { 'Content-Type': type });
  response.end(body);
};
/** At least one detail of a problem reads so. */
export const details = (pattern: RegExp) =>
  expect.arrayContaining([expect.objectContaining({ message: expect.stringMatching(pattern) })]);

/** A body that goes on for as long as somebody reads it. */
export const endless = (response: http.ServerResponse, type: string) => {
  response.writeHead(200, { 'Content-Type': type });
  const more = () => {
    if (response.destroyed) return;
    if (response.write(Buffer.alloc(64_000, 0x20))) setImmediate(more);
    else response.once('drain', more);
  };
  more();
};
