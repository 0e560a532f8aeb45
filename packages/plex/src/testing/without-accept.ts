import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';

/** Passes everything on except what we would like to get, so that Plex's own format, XML, comes back. */
export async function withoutAccept(target: string) {
  const proxy = http.createServer((request, response) => {
    const { accept: _, ...headers } = request.headers;
    const onward = http.request(
      new URL(request.url ?? '/', target),
      { method: request.method ?? 'GET', headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        // An answer that breaks off must break off here too.
        pipeline(answer, response, () => {});
      },
    );
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
}
