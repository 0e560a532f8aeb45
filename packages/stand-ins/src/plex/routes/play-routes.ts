import { markPlayed, markUnplayed, moveProgress } from '../edits/play.ts';
import { followSession } from '../edits/sessions.ts';
import type { PlexItem } from '../model.ts';
import { type Answer, badRequest, document, done, notFound } from '../wire/answer.ts';
import { container } from '../wire/element.ts';
import { type PlexRequest, wholeNumber } from '../wire/request.ts';
import { announce } from '../world/announce.ts';
import { changeUse, type World } from '../world/world.ts';
import { ownersNamed } from './find.ts';
import { get, type Handler, post, put, type Route } from './route.ts';

/** `key` is a number here and a path there. */
const keyIn = ({ query }: PlexRequest): string | undefined =>
  (query.get('ratingKey') ?? query.get('key'))?.replace('/library/metadata/', '');

const rate: Handler = (request, world) => {
  const owner = ownersNamed(keyIn(request), request, world)[0];
  const text = request.query.get('rating');
  const rating = text === undefined || text === '' ? Number.NaN : Number(text);
  if (!owner) return notFound;
  if (!Number.isFinite(rating) || rating > 10) return badRequest;
  changeUse(owner, request.account, (use) => {
    if (rating < 0) {
      delete use.userRating;
      delete use.lastRatedAt;
    } else {
      use.userRating = rating;
      use.lastRatedAt = world.now();
    }
  });
  announce(world, owner, 5);
  return done;
};

const played =
  (mark: (world: World, item: PlexItem, account: PlexRequest['account']) => void): Handler =>
  (request, world) => {
    const items = ownersNamed(keyIn(request), request, world).flatMap((owner) =>
      owner.kind === 'collection' || owner.kind === 'playlist' ? [] : [owner],
    );
    if (items.length === 0) return notFound;
    for (const item of items) mark(world, item, request.account);
    return done;
  };

const states = ['playing', 'paused', 'buffering', 'stopped'] as const;

const timeline: Handler = (request, world): Answer => {
  const item = ownersNamed(keyIn(request), request, world)[0];
  if (!item || item.kind === 'collection' || item.kind === 'playlist') return notFound;
  const { query } = request;
  const state = states.find((one) => one === query.get('state')) ?? 'stopped';
  const time = Math.max(0, wholeNumber(query.get('time')) ?? 0);
  const duration = Math.max(0, wholeNumber(query.get('duration')) ?? 0);
  followSession(world, item, request, state, time);
  moveProgress(world, item, request.account, { time, duration, state });
  return document(container({ size: 0 }, []));
};

export const playRoutes: Route[] = [
  put('/:/rate', rate),
  get('/:/rate', rate),
  get('/:/scrobble', played(markPlayed)),
  put('/:/scrobble', played(markPlayed)),
  get('/:/unscrobble', played(markUnplayed)),
  put('/:/unscrobble', played(markUnplayed)),
  get('/:/timeline', timeline),
  post('/:/timeline', timeline),
  get('/:/progress', timeline),
];
