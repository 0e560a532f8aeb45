import {
  API_PREFIX,
  internalRoutes,
  type PlexConnections,
  settingsChanged,
  successEnvelope,
} from '@marquee/contracts';
import type { Bus } from '@marquee/service-kit';

/** A word over the broker may be lost while either is away: this is how long it may go unnoticed. */
const ASK_EVERY_MS = 60_000;
const PATIENCE_MS = 5_000;

const Answer = successEnvelope(internalRoutes.plexServers.reply);

/** The gateway's word, asked for again whenever it tells of a change. The broker carries the hint, never a token. */
export async function gatewayConnections(ports: {
  url: string;
  serviceKey: string;
  bus: Pick<Bus, 'subscribe'>;
}): Promise<PlexConnections & { stop(): Promise<void> }> {
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const hearing = await ports.bus.subscribe(settingsChanged, {}, ({ section }) => {
    if (section === 'plex') tell();
  });
  const asking = setInterval(tell, ASK_EVERY_MS);
  asking.unref();

  return {
    async list() {
      const answer = await fetch(new URL(`${API_PREFIX}${internalRoutes.plexServers.path}`, ports.url), {
        headers: { authorization: `Bearer ${ports.serviceKey}` },
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (answer.status === 401) {
        throw new Error('The gateway refuses our key: give both the same MARQUEE_SERVICE_KEY.');
      }
      if (!answer.ok) throw new Error(`The gateway answers ${answer.status}`);
      return Answer.parse(await answer.json()).data;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async stop() {
      clearInterval(asking);
      await hearing.stop();
    },
  };
}
