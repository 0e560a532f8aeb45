import {
  type Check,
  type IntegrationTest,
  type PlexConnection,
  Problem,
  type TriedConnection,
} from '@marquee/contracts';
import type { OutboundGuard } from '@marquee/service-kit';
import type { PlexServer } from '../servers/plex-servers.ts';
import { QUESTIONS, type Question } from './questions.ts';
import { wishedValues } from './wished-values.ts';

type OutboundAnswer = Awaited<ReturnType<OutboundGuard['get']>>;

export interface TryPorts {
  guard: Pick<OutboundGuard, 'get'>;
  /** A client that lives as long as one try. */
  connect: (connection: PlexConnection) => PlexServer;
  /** In place of the addresses of services on the internet. */
  bases?: Partial<Record<TriedConnection, string>>;
  /** Milliseconds that only ever grow. */
  steadyNow?: () => number;
}

/** Asks one harmless question with what stands in the fields; secrets come from the file as it is now. */
export async function tryConnection(
  ports: TryPorts,
  wish: {
    name: TriedConnection;
    library?: string | undefined;
    values: Readonly<Record<string, string>>;
    fileText: string;
  },
  signal: AbortSignal,
): Promise<IntegrationTest> {
  const { name, library } = wish;
  const wished = wishedValues({ section: name, library, typed: wish.values }, wish.fileText);
  const down = (message: string): Check => ({ name, state: 'down', message });
  if ('missing' in wished) return told(down(wished.missing));
  const { values } = wished;
  if (name === 'plex') return told(await tryPlex(ports, values, signal, down));
  const question = QUESTIONS[name];
  const blank = question.needs.find((key) => !values[key]);
  if (blank !== undefined) return told(down(`${blank} is missing. Type it in.`));
  const odd = question.needs.find((key) => !/^[\x21-\x7e]*$/.test(values[key] ?? ''));
  if (odd !== undefined) return told(down(`${odd} has characters that it cannot have. Type it in again.`));
  return told(await ask(ports, name, question, values, signal, down));
}

const told = (check: Check): IntegrationTest => ({ ok: check.state === 'ok', checks: [check] });

async function ask(
  { guard, bases = {}, steadyNow = () => performance.now() }: TryPorts,
  connection: TriedConnection,
  question: Question,
  values: Readonly<Record<string, string>>,
  signal: AbortSignal,
  down: (message: string) => Check,
): Promise<Check> {
  const { name, refusals } = question;
  const started = steadyNow();
  let answer: OutboundAnswer;
  try {
    const { url, headers = {} } = question.ask(values, bases[connection] ?? question.base);
    answer = await guard.get(url, 'connector', { signal, headers });
  } catch (cause) {
    // What the guard refuses is an answer of its own; the rest is the network's, whose words may hold the address.
    if (cause instanceof Problem) throw cause;
    return down(`${name} does not answer. Check that it runs, and the address.`);
  }
  const latencyMs = Math.round(steadyNow() - started);
  if (refusals.includes(answer.status)) return down(`${name} refuses the key. Type it in again.`);
  const said = question.read(parsed(answer));
  if (said === null)
    return down(`What answers there is not ${name} (status ${answer.status}). Check the address.`);
  if ('refused' in said) return down(said.refused);
  return { name: connection, state: 'ok', latencyMs, ...said };
}

function parsed({ body }: OutboundAnswer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    // Not JSON: something else answers, which is told.
    return null;
  }
}

async function tryPlex(
  { connect, steadyNow = () => performance.now() }: TryPorts,
  { url, token }: Readonly<Record<string, string>>,
  signal: AbortSignal,
  down: (message: string) => Check,
): Promise<Check> {
  if (!url || !token) return down(`${url ? 'token' : 'url'} is missing. Type it in.`);
  const connection = { id: 'try', name: 'Plex', url, demo: false };
  const stranger = connect({ ...connection, token: null }).client;
  const started = steadyNow();
  try {
    // The token goes out only to what has shown itself to be Plex.
    const { version } = await stranger.server.identity({ signal });
    const latencyMs = Math.round(steadyNow() - started);
    const known = connect({ ...connection, token }).client;
    try {
      const { friendlyName } = await known.server.info({ signal });
      const message = friendlyName === null ? 'Plex takes the token' : `Connected to “${friendlyName}”`;
      return { name: 'plex', state: 'ok', message, version, latencyMs };
    } finally {
      known.close();
    }
  } catch (cause) {
    if (!(cause instanceof Problem) || !cause.code.startsWith('plex.')) throw cause;
    return down(
      cause.code === 'plex.unauthorized'
        ? 'Plex refuses the token. Type it in again.'
        : `${cause.message}. Check that Plex runs, and the address.`,
    );
  } finally {
    stranger.close();
  }
}
