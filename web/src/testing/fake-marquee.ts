import {
  type AnyRoute,
  API_PREFIX,
  type ErrorCode,
  errorTable,
  type ReplyInputOf,
  successEnvelope,
} from '@marquee/contracts';

export interface Call {
  params: Record<string, string>;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
  signal: AbortSignal;
}
type Answer = (call: Call) => Response | Promise<Response>;

/** A Marquee that speaks the contract: each answer is checked against its route before it is given. */
export class FakeMarquee {
  readonly calls: { route: AnyRoute; call: Call }[] = [];
  #routes: { route: AnyRoute; pattern: RegExp; answer: Answer }[] = [];
  #gone = false;

  constructor() {
    window.fetch = (input, init) => this.#ask(new Request(input, init));
  }

  /** Answers a route with this, or with the contract's own example. */
  answer<R extends AnyRoute>(route: R, reply: ReplyInputOf<R> = route.examples?.reply): this {
    return this.answerBy(route, () => reply);
  }

  /** Answers a route with what the test makes of each call. */
  answerBy<R extends AnyRoute>(route: R, reply: (call: Call) => ReplyInputOf<R>): this {
    return this.#add(route, (call) => {
      const data = reply(call);
      return Response.json(
        successEnvelope(route.reply).parse({ success: true, data, error: null, timestamp: at() }),
        { status: route.status ?? 200 },
      );
    });
  }

  fail(route: AnyRoute, code: ErrorCode, requestId = 'req-1', headers: Record<string, string> = {}): this {
    const { status, title, mend } = errorTable[code];
    const details = [{ message: title, fix: mend }];
    const body = {
      success: false,
      data: null,
      error: { code, message: title, details, requestId },
      timestamp: at(),
    };
    return this.#add(route, () => Response.json(body, { status, headers }));
  }

  /** Answers a route with bytes, or with whatever else the test makes itself. */
  answerRaw(route: AnyRoute, answer: (call: Call) => Response | Promise<Response>): this {
    return this.#add(route, answer);
  }

  /** Takes the call and never answers; whoever called may lose patience. */
  hold(route: AnyRoute): this {
    return this.#add(
      route,
      ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    );
  }

  /** From now on nobody is there. */
  leave(): void {
    this.#gone = true;
  }
  comeBack(): void {
    this.#gone = false;
  }

  callsOf(route: AnyRoute): Call[] {
    return this.calls.filter((made) => made.route === route).map(({ call }) => call);
  }

  #add(route: AnyRoute, answer: Answer): this {
    const pattern = new RegExp(`^${API_PREFIX}${route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
    this.#routes = [{ route, pattern, answer }, ...this.#routes.filter((known) => known.route !== route)];
    return this;
  }

  async #ask(request: Request): Promise<Response> {
    if (this.#gone) throw new TypeError('Failed to fetch');
    const { pathname, searchParams } = new URL(request.url);
    for (const { route, pattern, answer } of this.#routes) {
      const match = pattern.exec(pathname);
      if (!match || route.method.toUpperCase() !== request.method) continue;
      const text = await request.text();
      const call: Call = {
        params: Object.fromEntries(
          Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
        ),
        query: searchParams,
        headers: request.headers,
        body: isJson(request) ? JSON.parse(text) : text || undefined,
        signal: request.signal,
      };
      this.calls.push({ route, call });
      return answer(call);
    }
    throw new Error(`The test did not say what ${request.method} ${pathname} answers`);
  }
}

const isJson = ({ headers }: Request) => headers.get('content-type')?.includes('json') === true;
const at = () => '2026-11-21T05:00:00.000Z';
