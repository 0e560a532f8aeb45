import { setTimeout as pause } from 'node:timers/promises';
import { PlexFailure, problemOf } from '../connection/failure.ts';
import type { CallOptions, PlexLog, Settings } from '../connection/options.ts';
import type { Missed } from './bounded-queue.ts';
import type { PlexNotification } from './events.ts';
import { reconnectDelay } from './reconnect-delay.ts';
import { openSocket } from './socket.ts';

export type PlexEvent =
  | PlexNotification
  /** `again`: after a break, so whatever changed meanwhile went unheard. */
  | { type: 'connected'; again: boolean }
  | { type: 'disconnected'; reason: string }
  /** The reader was too slow: so many events are gone. */
  | Missed;

export interface SubscribeOptions extends CallOptions {
  pingMs?: number;
  firstDelayMs?: number;
  maxDelayMs?: number;
}

const isOver = (error: unknown): boolean =>
  error instanceof PlexFailure && error.facts.kind === 'unauthorized';

export function notificationCalls(settings: Settings, log: PlexLog | undefined) {
  return {
    /**
     * What happens on the server, as it happens. Reconnects by itself until `signal` ends it; only a refused
     * token is an error, since asking again would not mend it.
     */
    async *subscribe(options: SubscribeOptions = {}): AsyncGenerator<PlexEvent> {
      const { signal, pingMs = 30_000, firstDelayMs = 500, maxDelayMs = 60_000 } = options;
      let again = false;
      let failures = 0;
      const over = () => signal?.aborted === true;
      while (!over()) {
        const socket = openSocket(settings, pingMs, log);
        const stop = () => socket.close();
        signal?.addEventListener('abort', stop, { once: true });
        try {
          for await (const event of socket.events()) {
            // Only a connection that has proved its worth resets the wait: some accept and hang up at once.
            if (event.type !== 'open') failures = 0;
            if (event.type === 'open') {
              yield { type: 'connected', again };
              again = true;
            } else if (event.type !== 'alive') yield event;
          }
        } catch (error) {
          if (!(error instanceof PlexFailure)) throw error;
          if (isOver(error)) throw problemOf(error, `WebSocket ${settings.baseUrl}`, 'plex.bad-answer');
          yield { type: 'disconnected', reason: error.message };
        } finally {
          signal?.removeEventListener('abort', stop);
          socket.close();
        }
        if (over()) return;
        const wait = reconnectDelay(failures, { firstDelayMs, maxDelayMs }, Math.random);
        failures += 1;
        await pause(wait, undefined, { signal }).catch((error: unknown) => {
          if (!over()) throw error;
        });
      }
    },
  };
}
