import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to the broker that a test can break. */
export interface TcpProxy {
  url: string;
  readonly connections: number;
  /** Ends every connection without a word, and refuses new ones until `mend`. */
  breakDown(): void;
  /** Ends every connection; new ones are welcome. */
  cut(): void;
  /** Keeps the present connections open but carries nothing any more. */
  silence(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function tcpProxy(target: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(target);
  const pairs = new Set<{ near: Socket; far: Socket }>();
  let broken = false;

  const server = createServer((near) => {
    if (broken) {
      near.destroy();
      return;
    }
    const far = connect(Number(port || 5672), hostname);
    const pair = { near, far };
    pairs.add(pair);
    const end = (): void => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.on('error', end).on('close', end);
    near.pipe(far);
    far.pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String(typeof address === 'object' ? address?.port : 0);

  const cut = (): void => {
    for (const { near } of pairs) near.destroy();
  };
  return {
    url: url.href,
    get connections() {
      return pairs.size;
    },
    breakDown() {
      broken = true;
      cut();
    },
    cut,
    silence() {
      for (const { near, far } of pairs) {
        near.unpipe(far).pause();
        far.unpipe(near).pause();
      }
    },
    mend() {
      broken = false;
    },
    async close() {
      broken = true;
      for (const { near, far } of pairs) {
        near.destroy();
        far.destroy();
      }
      server.close();
      await once(server, 'close');
    },
  };
}
