import { activeFilters, filterOf, readView, writeView } from './library-view.ts';

test('an address and back is the same view', () => {
  const address = 'kind=episode&sort=-added&search=a+%26+b&unwatched=true';
  expect(writeView(readView(new URLSearchParams(address))).toString()).toBe(address);
});

test('the usual order is not told in the address', () => {
  expect(writeView(readView(new URLSearchParams('sort=title'))).toString()).toBe('');
});

test('what is empty or unknown is left out', () => {
  const view = readView(new URLSearchParams('search=%20&unwatched=maybe&resolution=4k&colour=red'));
  expect(view).toEqual({ sort: 'title', resolution: '4k' });
  expect(activeFilters(view)).toEqual(['resolution']);
  expect(filterOf('demo.1', view)).toEqual({ libraryId: 'demo.1', sort: 'title', resolution: '4k' });
});
