import type { Locator, Page } from 'playwright-core';
import { until } from '../until.ts';

/**
 * Of the pictures whose middle is in sight, also beneath something else: how wide each really is, in pixels of the
 * file; 0 while it is on its way or broken.
 */
const widthsInSight = `[...document.querySelectorAll('main img')]
  .filter((picture) => {
    const { left, top, width, height } = picture.getBoundingClientRect();
    return document.elementsFromPoint(left + width / 2, top + height / 2).includes(picture);
  })
  .map((picture) => (picture.complete ? picture.naturalWidth : 0))`;

/** Waits until every picture on the screen is really there, and says how many there are. */
export async function picturesShown(page: Page, atLeast = 1): Promise<number> {
  const widths = await until(
    () => page.evaluate<number[]>(widthsInSight),
    (found) => found.length >= atLeast && found.every((width) => width > 0),
  );
  return widths.length;
}

export function scrolledTo(page: Page): Promise<number> {
  return page.evaluate<number>('Math.round(scrollY)');
}

/** The names under which the posters of a grid are read out, first to last. */
export function titlesIn(grid: Locator): Promise<string[]> {
  return grid
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.firstElementChild?.textContent ?? ''));
}
