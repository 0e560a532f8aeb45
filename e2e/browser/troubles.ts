import type { Page } from 'playwright-core';

/** What went wrong in a page that nobody sees: errors in its console, errors nobody caught, what its policy refused. */
export function watchTroubles(page: Page, heard: (trouble: string) => void): void {
  page.on('pageerror', (error) => heard(`error nobody caught: ${error.message}`));
  page.on('console', (message) => {
    // The browser tells a refusal of the content security policy as an error too.
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    heard(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('crash', () => heard('the page crashed'));
}
