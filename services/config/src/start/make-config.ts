import { type MakeConfig, type Principal, problem } from '@marquee/contracts';
import {
  envValue,
  goodDefaults,
  type NewLibrary,
  nameForSecret,
  newConfig,
  secretsOf,
  variableOfSecret,
  withEnvVariable,
} from '@marquee/kometa';
import { fileIdOf } from '../files/file-id.ts';
import { textOf } from '../files/file-text.ts';
import { checkedBytes, type SavePorts } from '../files/save-file.ts';
import { writeFiles } from '../files/write-files.ts';
import { versionView } from '../history/view-version.ts';
import { visibleLibrary } from '../libraries/visible-library.ts';
import { type PlexPorts, visibleServers } from '../servers/server-info.ts';
import { connectionFor } from './propose.ts';

const CONFIG = 'config.yml';
const ENV = '.env';
/** Nobody but Kometa's own user reads it. */
const PRIVATE = 0o600;

/** A first config.yml, and `.env` with its keys: both, or neither. */
export async function makeConfig(
  { saving, ...plex }: PlexPorts & { saving: SavePorts },
  wish: MakeConfig,
  principal: Principal,
) {
  const { folder, turns } = saving;
  const libraries = await librariesOf(plex, wish, principal);
  const { url, token } = connectionOf(plex, wish, principal);
  return await turns.alone(async () => {
    if ((await folder.look(CONFIG)) !== undefined) throw problem('config.file-exists');
    await saving.outside.noteAllAlone();
    const before = (await folder.look(ENV)) === undefined ? null : (await folder.read(ENV)).bytes;
    const env = before === null ? '' : textOf(before);
    if (env === undefined) throw problem('config.not-text');
    const used = secretsOf(env);
    const secrets = {
      plexToken: nameForSecret(['plex', 'token'], used),
      tmdbKey: nameForSecret(['tmdb', 'apikey'], used),
    };
    const withToken = withEnvVariable(env, variableOfSecret(secrets.plexToken), written(token, 'plex.token'));
    const withBoth = withEnvVariable(
      withToken,
      variableOfSecret(secrets.tmdbKey),
      written(wish.tmdbKey, 'tmdbKey'),
    );
    const config = newConfig({ plexUrl: url, libraries, secrets });
    const deed = { by: principal.id, author: principal.name, message: 'A first config.yml' };
    const writes = [
      { path: ENV, before, bytes: checkedBytes(withBoth), mode: PRIVATE },
      { path: CONFIG, before: null, bytes: checkedBytes(config) },
    ];
    const version = await writeFiles(saving, writes, { ...deed, origin: 'save' });
    return {
      ...{ fileId: fileIdOf(CONFIG), path: CONFIG },
      version: version === undefined ? null : versionView(version),
    };
  });
}

async function librariesOf(
  plex: PlexPorts,
  { libraries }: MakeConfig,
  principal: Principal,
): Promise<NewLibrary[]> {
  const names = new Set<string>();
  const found: NewLibrary[] = [];
  for (const [place, { id, collections, overlays }] of libraries.entries()) {
    const { section, kind } = await visibleLibrary(plex, principal, id);
    const refuse = (message: string, fix: string) => {
      const details = [{ path: `body.libraries.${place}`, message, fix }];
      return problem('request.invalid', { details });
    };
    const offers = kind === 'photo' ? goodDefaults.artist : goodDefaults[kind];
    const unknown =
      collections.find((name) => !offers.collections.some((one) => one.name === name)) ??
      overlays.find((name) => !offers.overlays.some((one) => one.name === name));
    if (unknown !== undefined)
      throw refuse(`${unknown} is not offered for ${section.title}.`, 'Choose of what is offered.');
    if (collections.length + overlays.length === 0)
      throw refuse(`Nothing is chosen for ${section.title}.`, 'Choose something, or leave the library out.');
    if (names.has(section.title))
      throw refuse(`There is a second ${section.title}.`, 'Kometa knows libraries by their names: take one.');
    names.add(section.title);
    found.push({ name: section.title, collections, overlays });
  }
  return found;
}

function connectionOf(plex: PlexPorts, { plex: wish }: MakeConfig, principal: Principal) {
  if (wish.from === 'typed') return { url: wish.url, token: wish.token };
  const server = visibleServers(plex, principal).find(({ id }) => id === wish.serverId);
  const refuse = (message: string) =>
    problem('request.invalid', {
      details: [{ path: 'body.plex.serverId', message, fix: 'Type its address and token instead.' }],
    });
  if (server === undefined) throw refuse('There is no such server.');
  const state = connectionFor(plex.servers, server, principal).connection;
  const known = plex.servers.connectionOf(server.id);
  if (state === 'admin-only') throw problem('auth.forbidden');
  if (state !== 'ready' || !known?.token) throw refuse('Kometa could not use this server as Marquee does.');
  return { url: known.url, token: known.token };
}

function written(value: string, path: string): string {
  const line = envValue(value);
  if ('text' in line) return line.text;
  const message = `It cannot be written to .env: ${line.refused}.`;
  throw problem('request.invalid', {
    details: [{ path: `body.${path}`, message, fix: 'Look whether it was copied as it is.' }],
  });
}
