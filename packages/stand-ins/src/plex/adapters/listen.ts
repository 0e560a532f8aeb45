import { once } from 'node:events';
import type { Server } from 'node:http';

export interface Listening {
  url: string;
  close(): Promise<void>;
}

export const listen = async (server: Server, port: number, host: string): Promise<Listening> => {
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server listens on no port');
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${address.port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
