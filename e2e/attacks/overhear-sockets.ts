import { API_PREFIX, sockets } from '@marquee/contracts';
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { Credentials } from '../account.ts';
import { ask } from '../ask.ts';

/** Opens every WebSocket with a ticket of its own, and hears every frame. */
export async function overhearSockets(
  url: string,
  headers: Credentials,
  heard: (path: string, frame: string) => void,
): Promise<{ close(): void }> {
  const open = await Promise.all(
    sockets.map(async ({ path }) => {
      const asked = await ask(`${url}${API_PREFIX}/auth/tickets`, {
        method: 'POST',
        headers,
        body: { socket: path },
      });
      const { ticket } = z.object({ ticket: z.string() }).parse(asked.data);
      const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${path}?ticket=${ticket}&since=0`);
      socket.on('message', (frame) => heard(path, String(frame)));
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
      return socket;
    }),
  );
  return {
    close() {
      for (const socket of open) socket.close();
    },
  };
}
