import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { type ErrorCode, errorCodes, errorTable } from '../errors.ts';
import type { NamedRoute } from '../services.ts';

/** Statuses whose answer may say when to come back. */
const RETRIED = new Set([409, 429, 503]);

/** What the plumbing itself can answer on this route, beside the route's own errors. */
function impliedErrors({ service, route }: NamedRoute): ErrorCode[] {
  const takesBody = route.body !== undefined || route.upload !== undefined;
  const forwarded = service !== 'gateway';
  const when = (condition: boolean, ...codes: ErrorCode[]): ErrorCode[] => (condition ? codes : []);
  return [
    'request.malformed',
    'request.invalid',
    'server.unexpected',
    ...when(route.method !== 'get', 'auth.origin-refused'),
    ...when(route.role !== 'public', 'auth.required', 'auth.forbidden'),
    ...when(route.personOnly === true, 'auth.person-required'),
    // An empty parameter makes another address.
    ...when(route.params !== undefined, 'request.not-found'),
    ...when(takesBody, 'request.unsupported-media-type'),
    // The gateway counts what it forwards, also where a body is wrong at all.
    ...when(takesBody || forwarded, 'request.too-large'),
    ...when(route.ifMatch === true, 'request.precondition-required', 'request.precondition-failed'),
    ...when(route.idempotent === true, 'request.idempotency-mismatch', 'request.idempotency-in-progress'),
    ...when(route.idempotent === true, 'service.disk-full'),
    ...when(forwarded, 'service.unavailable', 'request.timed-out'),
    ...when(forwarded || route.replyKind === 'events', 'service.shutting-down'),
  ];
}

function failure(codes: ErrorCode[], status: number): ZodOpenApiResponseObject {
  const list = codes.map((code) => `- \`${code}\`: ${errorTable[code].title}. ${errorTable[code].mend}`);
  const retryAfter = {
    'Retry-After': { description: 'Seconds to wait', schema: { type: 'string' as const } },
  };
  return {
    description: list.join('\n'),
    ...(RETRIED.has(status) ? { headers: retryAfter } : {}),
    content: {
      'application/json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Failure' },
            { properties: { error: { properties: { code: { enum: codes } } } } },
          ],
        },
      },
    },
  };
}

type Failures = Record<string, ZodOpenApiResponseObject | { $ref: string }>;

/** Every error answer of a route, by status. One that stands for a single code is a component of that name. */
export function failuresOf(named: NamedRoute): Failures {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of new Set([...impliedErrors(named), ...(named.route.errors ?? [])])) {
    const { status } = errorTable[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const sorted = [...byStatus].toSorted(([one], [other]) => one - other);
  return Object.fromEntries(
    sorted.map(([status, codes]) => [
      String(status),
      codes.length === 1 ? { $ref: `#/components/responses/${codes[0]}` } : failure(codes, status),
    ]),
  );
}

/** The components that `failuresOf` refers to. */
export function failureComponents(routes: readonly NamedRoute[]): Record<string, ZodOpenApiResponseObject> {
  const used = new Set(routes.flatMap((named) => Object.values(failuresOf(named))).map(refOf));
  return Object.fromEntries(
    errorCodes
      .filter((code) => used.has(`#/components/responses/${code}`))
      .map((code) => [code, failure([code], errorTable[code].status)]),
  );
}

function refOf(response: Failures[string]): string | undefined {
  return '$ref' in response ? response.$ref : undefined;
}
