import { fullView, listView } from '../describe/eyes.ts';
import { describeListed } from '../describe/listed.ts';
import { describePreference } from '../describe/preferences.ts';
import { describeSection } from '../describe/section.ts';
import { editOwners } from '../edits/edit-owners.ts';
import { listChoices, listFirstCharacters } from '../filters/directories.ts';
import type { Listed } from '../filters/field.ts';
import { listedType, listSection } from '../filters/list-section.ts';
import { describeVocabulary } from '../filters/vocabulary.ts';
import type { PlexSection } from '../model.ts';
import { type Answer, badRequest, document, done, notFound } from '../wire/answer.ts';
import { container, type Element } from '../wire/element.ts';
import { pagedContainer } from '../wire/paging.ts';
import { type Query, queryOf } from '../wire/query.ts';
import type { PlexRequest } from '../wire/request.ts';
import { useOf, type World } from '../world/world.ts';
import { eyesOf, findSection, listAttributes, ownersNamed } from './find.ts';
import { get, type Handler, putAsOwner, type Route } from './route.ts';

const inSection =
  (answer: (section: PlexSection, request: PlexRequest, world: World) => Answer): Handler =>
  (request, world) => {
    const section = findSection(request, world);
    return section ? answer(section, request, world) : notFound;
  };

const withMeta = (
  root: Element,
  section: PlexSection,
  listed: 'all' | 'collections',
  query: Query,
): Element => {
  if (query.get('includeMeta') === '1') root.children.unshift(describeVocabulary(section, listed));
  return root;
};

const listing = (
  section: PlexSection,
  items: readonly Listed[],
  request: PlexRequest,
  world: World,
  title2: string,
): Element => {
  const view = listView(eyesOf(request, world), request.query);
  return pagedContainer(items, request, { ...listAttributes(world, section), title2 }, (item) =>
    describeListed(item, view),
  );
};

const withParameter = (query: Query, name: string, value: string): Query =>
  queryOf([...query.list.filter((one) => one.name !== name), { name, operator: '=', value }]);

const collectionsIn = inSection((section, request, world) => {
  const query = withParameter(request.query, 'type', '18');
  const found = listSection(section, query, eyesOf(request, world));
  return document(
    withMeta(listing(section, found, request, world, 'Collections'), section, 'collections', request.query),
  );
});

const sorted = (sort: string, keep: (item: Listed, request: PlexRequest) => boolean, title: string) =>
  inSection((section, request, world) => {
    const query = withParameter(request.query, 'sort', sort);
    const found = listSection(section, query, eyesOf(request, world)).filter((item) => keep(item, request));
    return document(listing(section, found, request, world, title));
  });

const always = () => true;
const inProgress = (item: Listed, { account }: PlexRequest): boolean =>
  (useOf(item, account).viewOffset ?? 0) > 0;

/** Jobs that take a real server a while; here they are done as soon as they are asked for. */
const jobs = ['refresh', 'analyze', 'emptyTrash', 'indexes'];

export const sectionRoutes: Route[] = [
  get('/library/sections/all/refresh', () => done),
  putAsOwner('/library/optimize', () => done),
  putAsOwner('/library/clean/bundles', () => done),
  get(
    '/library/sections/{section}',
    inSection((section) => document(container({ title1: section.title }, [describeSection(section)]))),
  ),
  putAsOwner(
    '/library/sections/{section}',
    inSection((section, { query }, world) => {
      section.title = query.get('name') ?? section.title;
      section.language = query.get('language') ?? section.language;
      world.changed();
      return done;
    }),
  ),
  get(
    '/library/sections/{section}/prefs',
    inSection((section) => document(container({}, section.preferences.map(describePreference)))),
  ),
  putAsOwner(
    '/library/sections/{section}/prefs',
    inSection((section, { query }, world) => {
      for (const preference of section.preferences)
        preference.value =
          query.get(preference.id) ?? query.get(`prefs[${preference.id}]`) ?? preference.value;
      world.changed();
      return done;
    }),
  ),
  get(
    '/library/sections/{section}/all',
    inSection((section, request, world) => {
      const found = listSection(section, request.query, eyesOf(request, world));
      const title = `All ${section.title}`;
      return document(
        withMeta(listing(section, found, request, world, title), section, 'all', request.query),
      );
    }),
  ),
  putAsOwner(
    '/library/sections/{section}/all',
    inSection((_section, request, world) => {
      const wanted = request.query.get('id');
      if (wanted === undefined) return badRequest;
      const owners = ownersNamed(wanted, request, world);
      if (owners.length === 0) return notFound;
      editOwners(world, owners, request.query, request.account);
      return done;
    }),
  ),
  get('/library/sections/{section}/collections', collectionsIn),
  get('/library/sections/{section}/recentlyAdded', sorted('addedAt:desc', always, 'Recently Added')),
  get('/library/sections/{section}/newest', sorted('originallyAvailableAt:desc', always, 'Newest')),
  get('/library/sections/{section}/onDeck', sorted('lastViewedAt:desc', inProgress, 'On Deck')),
  get(
    '/library/sections/{section}/albums',
    inSection((section, request, world) => {
      const query = withParameter(request.query, 'type', '9');
      return document(
        listing(section, listSection(section, query, eyesOf(request, world)), request, world, 'Albums'),
      );
    }),
  ),
  get(
    '/library/sections/{section}/firstCharacter',
    inSection((section, request, world) => {
      const found = listSection(section, request.query, eyesOf(request, world));
      return document(container({ title1: section.title }, listFirstCharacters(section, found)));
    }),
  ),
  ...jobs.flatMap((job) => {
    const path = `/library/sections/{section}/${job}`;
    return [
      get(
        path,
        inSection(() => done),
      ),
      putAsOwner(
        path,
        inSection(() => done),
      ),
    ];
  }),
  get(
    '/library/sections/{section}/{field}',
    inSection((section, request, world) => {
      const eyes = eyesOf(request, world);
      const kind = listedType(section, request.query);
      const all = listSection(
        section,
        queryOf(request.query.list.filter(({ name }) => name === 'type')),
        eyes,
      );
      const choices = listChoices(section, kind, request.parts.field ?? '', all, eyes);
      if (!choices) return notFound;
      const attributes = { ...listAttributes(world, section), content: 'secondary', viewGroup: 'secondary' };
      return document(pagedContainer(choices, request, attributes, (choice) => choice));
    }),
  ),
  get('/library/all', (request, world) => {
    const eyes = eyesOf(request, world);
    const found = world.state.sections
      .filter((section) => findSection({ ...request, parts: { section: String(section.id) } }, world))
      .flatMap((section) => listSection(section, request.query, eyes));
    const view = listView(eyes, request.query);
    return document(
      pagedContainer(found, request, listAttributes(world), (item) => describeListed(item, view)),
    );
  }),
  get('/library/recentlyAdded', (request, world) => {
    const view = fullView(eyesOf(request, world), request.query);
    const found = world.state.sections
      .filter((section) => findSection({ ...request, parts: { section: String(section.id) } }, world))
      .flatMap((section) => listSection(section, queryOf([]), view))
      .sort((a, b) => b.addedAt - a.addedAt);
    return document(
      pagedContainer(found, request, listAttributes(world), (item) =>
        describeListed(item, { ...view, full: false }),
      ),
    );
  }),
];
