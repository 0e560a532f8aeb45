import { SignedIn } from '@marquee/contracts';
import { type Answer, ask } from './ask.ts';

/** A browser in which somebody has signed in: what it sends, and what it keeps between two answers. */
export interface Browser {
  name: string;
  /** The cookie's value, as the last answer that arrived left it. */
  token: string;
  accessToken: string;
  ask(
    method: string,
    path: string,
    wish?: { body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer>;
  /** Trades the cookie; keeps what it has when no answer comes. */
  refresh(): Promise<Answer>;
}

interface Way {
  url: string;
  name: string;
  password: string;
  /** Sent with every request. */
  headers?: Record<string, string>;
}

const COOKIE = /^(?:__Host-)?marquee=([^;]+)/;

export async function signIn({ url, name, password, headers = {} }: Way): Promise<Answer> {
  return ask(`${url}/api/auth/login`, { method: 'POST', headers, body: { name, password } });
}

/** Signs in with a password; throws when that is refused. */
export async function openBrowser(way: Way): Promise<Browser> {
  const { url, name, headers: always = {} } = way;
  const browser: Browser = {
    name,
    token: '',
    accessToken: '',
    ask: (method, path, { body, headers } = {}) =>
      ask(`${url}${path}`, {
        method,
        body,
        headers: { authorization: `Bearer ${browser.accessToken}`, ...always, ...headers },
      }),
    async refresh() {
      const cookie = `marquee=${browser.token}`;
      const answer = await ask(`${url}/api/auth/refresh`, {
        method: 'POST',
        headers: { cookie, origin: url, ...always },
      });
      keep(answer);
      return answer;
    },
  };
  function keep({ status, headers, data }: Answer): void {
    if (status !== 200) return;
    const cookies = headers.getSetCookie().map((cookie) => COOKIE.exec(cookie)?.[1]);
    browser.token = cookies.find((token) => token !== undefined) ?? browser.token;
    browser.accessToken = SignedIn.parse(data).accessToken;
  }
  const answer = await signIn(way);
  if (answer.status !== 200) throw new Error(`${name} could not sign in: ${JSON.stringify(answer.error)}`);
  keep(answer);
  return browser;
}
