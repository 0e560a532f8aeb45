import type { Page } from 'playwright-core';

/** Of what the content security policy refuses, the browser itself does not tell all: an `eval` that is caught, say. */
const tellRefusals = `document.addEventListener('securitypolicyviolation', (event) =>
  console.error('refused by the policy:', event.violatedDirective, event.blockedURI, event.sourceFile))`;

/** What went wrong in a page that nobody sees: errors in its console, errors nobody caught, what its policy refused. */
export async function watchTroubles(page: Page, heard: (trouble: string) => void): Promise<void> {
  page.on('pageerror', (error) => heard(`error nobody caught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    heard(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('crash', () => heard('the page crashed'));
  await page.addInitScript(tellRefusals);
}
