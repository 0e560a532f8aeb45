import type { z } from 'zod';
import { plexPath, queryString } from '../connection/address.ts';
import { type CallOptions, ConnectionSettings, checkSettings, type PlexLog } from '../connection/options.ts';
import {
  People,
  Pin,
  PlexTvAccount,
  type PlexTvPerson,
  type PlexTvServer,
  Servers,
} from './plex-tv-replies.ts';
import { createPlexTvTransport } from './plex-tv-transport.ts';

const Settings = ConnectionSettings.extend({
  baseUrl: ConnectionSettings.shape.baseUrl.default('https://plex.tv').transform(withoutLastSlash),
  /** Where people say yes; their browser goes there, we never do. */
  appUrl: ConnectionSettings.shape.baseUrl.default('https://app.plex.tv').transform(withoutLastSlash),
});

export type PlexTvOptions = z.input<typeof Settings> & {
  log?: PlexLog | undefined;
  /** Is told the token of everyone who says yes, so that a logger can redact it by value. */
  onSecret?: ((secret: string) => void) | undefined;
};

/** A question to a person, to be answered in their browser within minutes. */
export interface PlexPin {
  id: number;
  code: string;
  expiresAt: Date | null;
}

/** plex.tv: who somebody is, and which servers they may use. */
export interface PlexTv {
  startPin(options?: CallOptions): Promise<PlexPin>;
  /** The person's token once they have said yes, null before; throws `auth.plex-pin-gone` when it is too late. */
  readPin(id: number, options?: CallOptions): Promise<string | null>;
  /** Where the browser goes to say yes, and where plex.tv sends it afterwards. */
  signInUrl(code: string, forwardUrl: string): string;
  account(token: string, options?: CallOptions): Promise<PlexTvAccount>;
  /** The servers this account may use, each with the token for that server alone. */
  servers(token: string, options?: CallOptions): Promise<PlexTvServer[]>;
  /** Friends and family of an owner, with the servers that are shared with them. */
  people(ownerToken: string, options?: CallOptions): Promise<PlexTvPerson[]>;
  close(): void;
}

export function createPlexTv(options: PlexTvOptions): PlexTv {
  const settings = checkSettings(Settings, options);
  const transport = createPlexTvTransport(settings, options.log);
  return {
    async startPin({ signal } = {}) {
      const { authToken: _, ...pin } = await transport.ask(
        { method: 'POST', path: '/api/v2/pins', query: [['strong', 'true']], signal },
        Pin,
      );
      return pin;
    },
    async readPin(id, { signal } = {}) {
      const { authToken } = await transport.ask(
        {
          path: plexPath`/api/v2/pins/${id}`,
          toldAs: '/api/v2/pins/…',
          missing: 'auth.plex-pin-gone',
          signal,
        },
        Pin,
      );
      if (authToken !== null) options.onSecret?.(authToken);
      return authToken;
    },
    signInUrl: (code, forwardUrl) =>
      `${settings.appUrl}/auth#?${queryString([
        ['clientID', settings.clientIdentifier],
        ['code', code],
        ['context[device][product]', settings.product],
        ['forwardUrl', forwardUrl],
      ])}`,
    account: (token, { signal } = {}) =>
      transport.ask({ path: '/api/v2/user', token, signal }, PlexTvAccount),
    servers: (token, { signal } = {}) =>
      transport.ask(
        {
          path: '/api/v2/resources',
          query: [
            ['includeHttps', '1'],
            ['includeRelay', '1'],
          ],
          token,
          signal,
        },
        Servers,
      ),
    people: (ownerToken, { signal } = {}) =>
      transport.ask({ path: '/api/users', token: ownerToken, container: true, signal }, People),
    close: () => transport.close(),
  };
}

function withoutLastSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
