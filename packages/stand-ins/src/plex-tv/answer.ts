import type { Query } from '../plex/wire/query.ts';
import { plexParameter } from '../plex/wire/request.ts';
import { toXml } from '../plex/wire/xml.ts';
import { authPage } from './auth-page.ts';
import {
  type Described,
  describeAccount,
  describeFriends,
  describePin,
  describeServers,
  describeUsers,
} from './describe.ts';
import type { PlexTvAccount, PlexTvState } from './model.ts';
import type { PinBook } from './pins.ts';

export interface PlexTvRequest {
  method: string;
  path: string;
  query: Query;
  headers: Readonly<Record<string, string | undefined>>;
}
export interface PlexTvAnswer {
  status: number;
  contentType: string;
  body: string;
}
export interface PlexTvWorld {
  state: PlexTvState;
  pins: PinBook;
  /** False when there is no such code or account. */
  approve(codeOrId: string | number, accountId: number): boolean;
  /** Epoch seconds. */
  now(): number;
}

const json = (value: unknown, status = 200): PlexTvAnswer => ({
  status,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});
const written = (body: string, status = 200): PlexTvAnswer => ({
  status,
  contentType: 'application/xml; charset=utf-8',
  body,
});
const xml = (root: Described['xml'], status = 200): PlexTvAnswer => written(toXml(root), status);
const refusal = (status: number, code: number, message: string): PlexTvAnswer =>
  json({ errors: [{ code, message, status }] }, status);

const noIdentifier = refusal(400, 1000, 'X-Plex-Client-Identifier is missing');
const noSuchPin = refusal(404, 1020, 'Code not found or expired');
const nobody = refusal(401, 1001, 'User could not be authenticated');
const nothing = refusal(404, 1002, 'Not found');

const wantsJson = ({ headers }: PlexTvRequest): boolean =>
  headers.accept?.includes('application/json') ?? false;
const inTheirForm = (request: PlexTvRequest, described: Described, status = 200): PlexTvAnswer =>
  wantsJson(request) ? json(described.json, status) : xml(described.xml, status);

const answerPins = (request: PlexTvRequest, { state, pins, now }: PlexTvWorld): PlexTvAnswer => {
  const clientIdentifier = plexParameter(request, 'X-Plex-Client-Identifier');
  if (!clientIdentifier) return noIdentifier;
  if (request.method === 'POST' && request.path === '/api/v2/pins') {
    const product = plexParameter(request, 'X-Plex-Product') ?? '';
    const pin = pins.start({
      clientIdentifier,
      product,
      strong: /^(true|1)$/i.test(request.query.get('strong') ?? ''),
    });
    return inTheirForm(request, describePin(pin, state.accounts, now()), 201);
  }
  const id = /^\/api\/v2\/pins\/(\d{1,15})$/.exec(request.path)?.[1];
  const pin = id === undefined ? undefined : pins.read(Number(id), clientIdentifier);
  return pin ? inTheirForm(request, describePin(pin, state.accounts, now())) : noSuchPin;
};

/** The page that people see at app.plex.tv, and its button. */
const answerPage = (request: PlexTvRequest, world: PlexTvWorld): PlexTvAnswer => {
  if (request.method === 'GET') {
    return { status: 200, contentType: 'text/html; charset=utf-8', body: authPage(world.state.accounts) };
  }
  const done = world.approve(request.query.get('code') ?? '', Number(request.query.get('account')));
  return done ? json({}) : noSuchPin;
};

const answersFor: Record<
  string,
  (request: PlexTvRequest, account: PlexTvAccount, state: PlexTvState) => PlexTvAnswer
> = {
  '/api/v2/user': (request, account) => inTheirForm(request, describeAccount(account)),
  '/users/account.json': (_, account) => json({ user: describeAccount(account).json }),
  '/api/v2/resources': (request, account, state) => inTheirForm(request, describeServers(state, account.id)),
  '/api/v2/friends': (request, account, state) => inTheirForm(request, describeFriends(state, account.id)),
  '/api/users': (_, account, state) => xml(describeUsers(state, account)),
  '/api/v2/ping': (request) => (wantsJson(request) ? json({ pong: true }) : written('<pong>true</pong>')),
};

/** From a request to its answer, with no network in between. */
export const answerPlexTv = (asked: PlexTvRequest, world: PlexTvWorld): PlexTvAnswer => {
  const request = { ...asked, path: asked.path.replace(/(?<=.)\/$/, '') };
  if (request.path === '/auth') return answerPage(request, world);
  if (/^\/api\/v2\/pins(\/|$)/.test(request.path)) return answerPins(request, world);
  const answer = Object.hasOwn(answersFor, request.path) ? answersFor[request.path] : undefined;
  if (!answer || request.method !== 'GET') return nothing;
  const token = plexParameter(request, 'X-Plex-Token');
  const account = world.state.accounts.find((one) => one.token === token);
  return account ? answer(request, account, world.state) : nobody;
};
