import '@testing-library/jest-dom';
import { act, cleanup, configure } from '@testing-library/react';
import * as React from 'react';

/** What jsdom lacks of a browser, as a desktop of 1200 by 800 with a mouse. */
class StillObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
window.ResizeObserver = StillObserver;
window.scrollTo = ((x: number | ScrollToOptions, y?: number) => {
  window.scrollY = typeof x === 'number' ? (y ?? 0) : (x.top ?? 0);
  // A browser tells it later, never within the call.
  setTimeout(() => act(() => void window.dispatchEvent(new Event('scroll'))));
}) as typeof window.scrollTo;
window.matchMedia = (query) =>
  Object.assign(new EventTarget(), {
    matches: query.includes('min-width') || query.includes('hover: hover'),
    media: query,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  });
window.innerHeight = 800;
window.innerWidth = 1200;
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1000 });

// Asking jsdom for the computed style of each element and its parents takes seconds a query.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
// And it tries every rule of every component on each of them: what a class looks like is for a browser to show.
const intoHead = document.head.insertBefore.bind(document.head);
document.head.insertBefore = <T extends Node>(node: T, before: Node | null): T =>
  node instanceof HTMLStyleElement && node.dataset.emotion !== undefined ? node : intoHead(node, before);
// React remembers for each element where it was made, ten thousand times a second: a quarter of the time of a large page.
const { __CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE: internals } = React as unknown as {
  __CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE: object;
};
Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', {
  get: () => Number.POSITIVE_INFINITY,
  set: () => {},
});
jest.setTimeout(30_000);

afterEach(() => {
  cleanup();
  window.localStorage.clear();
  window.sessionStorage.clear();
  window.scrollY = 0;
  window.history.replaceState(null, '', '/');
});
