import { createPlexClient } from '@marquee/plex';
import { type Finding, messageOf } from './doctor-checks.ts';

/** Plex with the token of the environment; servers of the settings are tried there. */
export async function checkPlex(url: string | undefined, token: string | undefined): Promise<Finding> {
  const part = 'Plex';
  if (url === undefined)
    return {
      part,
      verdict: 'ok',
      message: 'not set by environment variables: Settings say which servers are shown, and try them',
    };
  if (token === undefined) {
    return {
      part,
      verdict: 'error',
      message: `${url} is configured without a token`,
      mend: 'Set MARQUEE_PLEX_TOKEN.',
    };
  }
  const client = createPlexClient({
    baseUrl: url,
    token,
    clientIdentifier: 'marquee-doctor',
    product: 'Marquee',
    version: '0',
  });
  try {
    const sections = await client.sections.list();
    return { part, verdict: 'ok', message: `answers at ${url}, ${sections.length} libraries` };
  } catch (error) {
    return {
      part,
      verdict: 'error',
      message: `${url}: ${messageOf(error)}`,
      mend: 'Check that Plex is running, that MARQUEE_PLEX_URL is right and that the token is the owner’s.',
    };
  } finally {
    client.close();
  }
}
