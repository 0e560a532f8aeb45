import { type Check, type IntegrationTest, type PlexServerWish, Problem } from '@marquee/contracts';
import type { PlexClient } from '@marquee/plex';
import type { AdmittedUrl, OutboundGuard } from '@marquee/service-kit';

export interface TryPlexPorts {
  guard: Pick<OutboundGuard, 'check'>;
  /** A client that lives as long as one try. */
  connectPlex: (address: AdmittedUrl, token: string | null) => PlexClient;
  tokenFor: (serverId: string, url: string) => Promise<string | null>;
  /** Milliseconds that only ever grow. */
  steadyNow?: () => number;
}

/** Tries a server as it is wished, saved or not. The token goes out only to what has shown itself to be Plex. */
export async function tryPlex(
  ports: TryPlexPorts,
  { id, url, token }: PlexServerWish,
  signal: AbortSignal,
): Promise<IntegrationTest> {
  const address = await ports.guard.check(url, 'connector');
  const stranger = await withClient(ports, address, null, (plex) => askIdentity(ports, plex, signal));
  if (stranger.state !== 'ok') return { ok: false, checks: [stranger] };
  const used = token === undefined ? await ports.tokenFor(id, url) : token;
  if (used === null) return { ok: false, checks: [stranger, NO_TOKEN] };
  const known = await withClient(ports, address, used, (plex) => askLibraries(plex, signal));
  return { ok: known.every(({ state }) => state !== 'down'), checks: [stranger, ...known] };
}

const NO_TOKEN: Check = {
  name: 'token',
  state: 'down',
  message: 'There is no token for this address. Enter the token of the server’s owner.',
};

async function withClient<T>(
  { connectPlex }: TryPlexPorts,
  address: AdmittedUrl,
  token: string | null,
  use: (plex: PlexClient) => Promise<T>,
): Promise<T> {
  const plex = connectPlex(address, token);
  try {
    return await use(plex);
  } finally {
    plex.close();
  }
}

async function askIdentity(ports: TryPlexPorts, plex: PlexClient, signal: AbortSignal): Promise<Check> {
  const { steadyNow = () => performance.now() } = ports;
  const started = steadyNow();
  try {
    const { version } = await plex.server.identity({ signal });
    const latencyMs = Math.round(steadyNow() - started);
    return { name: 'server', state: 'ok', message: 'A Plex Media Server answers', version, latencyMs };
  } catch (cause) {
    return failed('server', cause);
  }
}

async function askLibraries(plex: PlexClient, signal: AbortSignal): Promise<Check[]> {
  try {
    const { friendlyName } = await plex.server.info({ signal });
    const message = friendlyName === null ? 'The token is accepted' : `Connected to “${friendlyName}”`;
    const token: Check = { name: 'token', state: 'ok', message };
    const libraries = await plex.sections
      .list({ signal })
      .then(countLibraries, (cause: unknown) => failed('libraries', cause));
    return [token, libraries];
  } catch (cause) {
    return [failed('token', cause)];
  }
}

function countLibraries({ length }: readonly unknown[]): Check {
  if (length > 0) {
    return { name: 'libraries', state: 'ok', message: length === 1 ? 'One library' : `${length} libraries` };
  }
  return {
    name: 'libraries',
    state: 'degraded',
    message: 'It has no library yet. Add one in Plex, and it shows here by itself.',
  };
}

// How the Plex client begins a detail; the person knows the address, having just typed it.
const WHERE = /^(GET|WebSocket) \S+: /;

const NOT_PLEX = 'What answers there is not a Plex Media Server: check address and port.';
const mendOf: Partial<Record<string, string>> = {
  'plex.unreachable': 'Check that Plex is running, and that address and port are right.',
  'plex.bad-answer': NOT_PLEX,
};

/** What went wrong, why, and what mends it. */
function failed(name: 'server' | 'token' | 'libraries', cause: unknown): Check {
  if (!(cause instanceof Problem)) throw cause;
  const { code, message, details } = cause;
  const why = details[0]?.message.replace(WHERE, '');
  const refused = name === 'server' ? NOT_PLEX : 'Enter the token of the server’s owner again.';
  const mend = details[0]?.fix ?? (code === 'plex.unauthorized' ? refused : mendOf[code]);
  const what = why === undefined || why === message ? message : `${message}: ${why}`;
  return { name, state: 'down', message: mend === undefined ? `${what}.` : `${what}. ${mend}` };
}
