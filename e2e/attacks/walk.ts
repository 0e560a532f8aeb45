import { API_PREFIX, allRoutes, type NamedRoute } from '@marquee/contracts';
import type { Credentials } from '../account.ts';

const STREAM_ENDS_AFTER_BYTES = 1;

/** Values for the parameters of addresses; where none is given, the route's own example is asked for. */
export type Places = Readonly<Record<string, string>>;

interface Walk {
  url: string;
  headers: Credentials;
  places: Places;
  /** Head and body of every answer. */
  seen(where: string, text: string): void;
}

const textOf = (answer: Response, body: string) =>
  [answer.status, ...[...answer.headers].map(([name, value]) => `${name}: ${value}`), '', body].join('\n');

/** Every GET of the contract, what services tell orchestrators, the API page, and addresses that are none. */
export async function walkEverywhere({ url, headers, places, seen }: Walk): Promise<number> {
  const reads = allRoutes().filter(({ route }) => route.method === 'get');
  const paths = [
    ...reads.map(pathFor(places)),
    `${API_PREFIX}/audit?limit=100`,
    `${API_PREFIX}/audit/export?format=csv`,
    `${API_PREFIX}/audit/export?format=ndjson`,
    `${API_PREFIX}/logs?limit=500`,
    ...['/api/openapi.json', '/api/docs', '/livez', '/readyz', '/metrics', '/', '/api/nothing', '/%zz'],
  ];
  for (const path of paths) {
    const leaving = new AbortController();
    const answer = await fetch(`${url}${path}`, { headers, signal: leaving.signal, redirect: 'manual' });
    const type = answer.headers.get('content-type') ?? '';
    const body = type.startsWith('text/event-stream')
      ? await firstOf(answer)
      : Buffer.from(await answer.arrayBuffer()).toString(type.startsWith('image/') ? 'latin1' : 'utf8');
    seen(`GET ${path}`, textOf(answer, body));
    leaving.abort();
  }
  return paths.length;
}

/** Every write of the contract with a body that does not fit, which changes nothing and is answered with an error. */
export async function provokeErrors({ url, headers, places, seen }: Walk): Promise<void> {
  for (const named of allRoutes()) {
    const { method } = named.route;
    if (method === 'get' || method === 'delete') continue;
    const path = pathFor(places)(named);
    const body = JSON.stringify({ 'no such field': true });
    const more = { 'content-type': 'application/json', 'if-match': '"x"', 'idempotency-key': 'x' };
    const answer = await fetch(`${url}${path}`, {
      method: method.toUpperCase(),
      headers: { ...headers, ...more },
      body,
    });
    seen(`${method} ${path}`, textOf(answer, await answer.text()));
  }
}

const pathFor =
  (places: Places) =>
  ({ route }: NamedRoute): string => {
    const examples = new Map(Object.entries<unknown>(route.examples?.params ?? {}));
    const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(places[name] ?? String(examples.get(name) ?? 'x')),
    );
    return `${API_PREFIX}${path}`;
  };

async function firstOf(answer: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length >= STREAM_ENDS_AFTER_BYTES) break;
  }
  return text;
}
