import { fullView } from '../describe/eyes.ts';
import { describePreference } from '../describe/preferences.ts';
import { describeSection } from '../describe/section.ts';
import { describeAccount, describePlay, describeSession, serverAttributes } from '../describe/server.ts';
import { historyMatches } from '../filters/history-filter.ts';
import { parseFilter } from '../filters/parse-filter.ts';
import { document, done, notFound } from '../wire/answer.ts';
import { container, element } from '../wire/element.ts';
import { pagedContainer } from '../wire/paging.ts';
import { mayRead, ownsServer } from '../world/world.ts';
import { eyesOf, machineOf } from './find.ts';
import { get, getAsOwner, putAsOwner, type Route, remove } from './route.ts';

const rootDirectories = ['accounts', 'activities', 'hubs', 'identity', 'library', 'playlists', 'status'];

export const serverRoutes: Route[] = [
  get('/', (_request, world) =>
    document(
      container(
        serverAttributes(world),
        rootDirectories.map((key) => element('Directory', { count: 1, key, title: key })),
      ),
    ),
  ),
  get('/:/prefs', (_request, world) =>
    document(container({}, world.state.server.preferences.map(describePreference))),
  ),
  putAsOwner('/:/prefs', ({ query }, world) => {
    for (const preference of world.state.server.preferences)
      preference.value = query.get(preference.id) ?? preference.value;
    world.changed();
    return done;
  }),
  getAsOwner('/accounts', (_request, world) =>
    document(
      container({ identifier: 'com.plexapp.system.accounts' }, [
        element('Account', { id: 0, key: '/accounts/0', name: '' }),
        ...world.state.accounts.map(describeAccount),
      ]),
    ),
  ),
  getAsOwner('/accounts/{account}', ({ parts }, world) => {
    const account = world.state.accounts.find(({ id }) => String(id) === parts.account);
    return account ? document(container({}, [describeAccount(account)])) : notFound;
  }),
  getAsOwner('/system/agents', (_request, world) => {
    const agents = [...new Set(world.state.sections.map(({ agent }) => agent))];
    return document(
      container(
        {},
        agents.map((identifier) =>
          element('Agent', { hasAttribution: true, hasPrefs: true, identifier, name: identifier }),
        ),
      ),
    );
  }),
  getAsOwner('/devices', () => document(container({ identifier: 'com.plexapp.system.devices' }, []))),
  getAsOwner('/activities', () => document(container({}, []))),
  getAsOwner('/butler', () => document(element('ButlerTasks'))),
  getAsOwner('/clients', () => document(container({}, []))),
  get('/updater/status', () => document(container({ canInstall: false, status: 0 }, []))),
  getAsOwner('/status/sessions', (request, world) => {
    const view = fullView(eyesOf(request, world), request.query);
    return document(
      container(
        {},
        world.state.sessions.flatMap((one) => describeSession(one, view)),
      ),
    );
  }),
  get('/status/sessions/history/all', (request, world) => {
    const matches = historyMatches(parseFilter(request.query.list), world);
    const plays = world.state.history
      .filter((play) => ownsServer(request.account) || play.accountId === request.account.id)
      .filter(matches)
      .sort((a, b) => a.viewedAt - b.viewedAt || a.historyId - b.historyId);
    if (request.query.get('sort')?.endsWith(':desc')) plays.reverse();
    return document(pagedContainer(plays, request, {}, (play) => describePlay(play, world)));
  }),
  remove('/status/sessions/history/{play}', ({ parts, account }, world) => {
    const there = world.state.history.find(
      (play) =>
        String(play.historyId) === parts.play && (ownsServer(account) || play.accountId === account.id),
    );
    if (!there) return notFound;
    world.state.history = world.state.history.filter((play) => play !== there);
    world.changed();
    return done;
  }),
  get('/library', (_request, world) =>
    document(
      container({ ...libraryAttributes, title1: 'Plex Library' }, [
        element('Directory', { key: 'sections', title: 'Library Sections' }),
        element('Directory', { key: 'recentlyAdded', title: 'Recently Added Content' }),
        element('Directory', { key: 'onDeck', title: `On Deck on ${world.state.server.friendlyName}` }),
      ]),
    ),
  ),
  get('/library/sections', ({ account }, world) => {
    const shared = world.state.sections.filter(({ id }) => mayRead(account, id));
    return document(container({ allowSync: false, title1: 'Plex Library' }, shared.map(describeSection)));
  }),
];

const libraryAttributes = {
  allowSync: false,
  art: '/:/resources/library-art.png',
  content: '',
  identifier: 'com.plexapp.plugins.library',
  mediaTagPrefix: '/system/bundle/media/flags/',
  mediaTagVersion: 1_700_000_000,
};

/** Answered without a token: how clients learn that a Plex server lives here. */
export const identityRoute: Route = get('/identity', (_request, world) =>
  document(
    container(
      {
        size: 0,
        apiVersion: '1.1.1',
        claimed: true,
        machineIdentifier: machineOf(world),
        version: world.state.server.version,
      },
      [],
    ),
  ),
);
