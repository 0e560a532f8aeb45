import { problem } from '@marquee/contracts';
import {
  configSecrets,
  editYaml,
  envEntries,
  envValue,
  isYaml,
  nameForSecret,
  placeholderOfSecret,
  secretsOf,
  secretText,
  variableOfSecret,
  withEnvVariable,
  withoutEnvVariable,
  type YamlPath,
} from '@marquee/kometa';
import { textOf } from '../files/file-text.ts';
import { checkedBytes, type Deed, type SavePorts } from '../files/save-file.ts';
import { writeFiles } from '../files/write-files.ts';
import { versionView } from '../history/view-version.ts';
import { readTexts } from '../problems/read-texts.ts';
import { ENV, idOfSecret } from './list-secrets.ts';

/** Nobody but Kometa's own user reads it. */
const PRIVATE = 0o600;

interface Wish extends Deed {
  ids: readonly string[];
}

/** The texts as they become, step by step; what is done to one secret is done whole, or not at all. */
interface Work {
  texts: Map<string, string>;
  moved: string[];
  left: { id: string; why: string }[];
}

interface Wanted {
  id: string;
  file: string;
  path: YamlPath;
  state: ReturnType<typeof configSecrets>[number]['state'];
}

/** What the values come to is written first: killed in between, Kometa still finds them. */
interface Way {
  message: string;
  first: 'env' | 'config';
}
const TO_ENV: Way = { message: 'Move keys to .env', first: 'env' };
const BACK: Way = { message: 'Put keys back from .env', first: 'config' };

/** From config.yml to `.env`. */
export const moveSecrets = (saving: SavePorts, wish: Wish) =>
  work(saving, wish, TO_ENV, ({ texts }, { file, path, state }) => {
    if (state.kind !== 'set' || !state.movable)
      return 'It does not stand in config.yml as a value of its own.';
    const text = texts.get(file) ?? '';
    const value = secretText(text, path);
    if (value === null) return 'It could not be read.';
    const written = envValue(value);
    if ('refused' in written) return `.env cannot hold it: ${written.refused}.`;
    const env = texts.get(ENV) ?? '';
    const name = nameForSecret(path, secretsOf(env));
    const edited = editYaml(text, [{ kind: 'set', path, value: placeholderOfSecret(name) }]);
    if ('problem' in edited) return edited.problem.message;
    texts.set(file, edited.text);
    texts.set(ENV, withEnvVariable(env, variableOfSecret(name), written.text));
    return null;
  });

/** The way back. */
export const restoreSecrets = (saving: SavePorts, wish: Wish) =>
  work(saving, wish, BACK, ({ texts }, { file, path, state }) => {
    if (state.kind !== 'placeholder') return 'There is no placeholder in its place.';
    const env = texts.get(ENV) ?? '';
    const { name } = state;
    const isMine = (variable: string) => secretsOf(`${variable}=`).has(name);
    const entry = envEntries(env).findLast((one) => isMine(one.name));
    if (entry === undefined) return '.env has no value for it.';
    // Kometa's reader puts another variable in there, which only it knows.
    if (/\$\{/.test(entry.value)) return 'Its value in .env is made of another variable.';
    const edited = editYaml(texts.get(file) ?? '', [{ kind: 'set', path, value: entry.value }]);
    if ('problem' in edited) return edited.problem.message;
    texts.set(file, edited.text);
    if (!isAskedFor(texts, name)) texts.set(ENV, withoutEnvVariable(env, entry.name));
    return null;
  });

function isAskedFor(texts: ReadonlyMap<string, string>, name: string): boolean {
  return [...texts].some(([file, text]) => isYaml(file) && asks(text, name));
}

const asks = (text: string, name: string) =>
  [...text.matchAll(/<<([^<>]+)>>/g)].some(([, one = '']) =>
    secretsOf(`KOMETA_${one.replaceAll('-', '_')}=`).has(name),
  );

async function work(
  saving: SavePorts,
  { ids, by, author }: Wish,
  { message, first }: Way,
  /** Why it cannot be done; null when it is. */
  step: (work: Work, wanted: Wanted) => string | null,
) {
  return await saving.turns.alone(async () => {
    await saving.outside.noteAllAlone();
    const { texts } = await readTexts(saving);
    const now: Work = { texts: new Map(texts), moved: [], left: [] };
    for (const id of new Set(ids)) {
      const wanted = findSecret(now.texts, id);
      const why = wanted === undefined ? 'There is no such secret any more.' : step(now, wanted);
      if (why === null) now.moved.push(id);
      else now.left.push({ id, why });
    }
    const version = await writeFiles(saving, await writesOf(saving, texts, now.texts, first), {
      ...{ by, author, message, origin: 'save' },
    });
    return {
      version: version === undefined ? null : versionView(version),
      ...{ moved: now.moved, left: now.left },
    };
  });
}

function findSecret(texts: ReadonlyMap<string, string>, id: string): Wanted | undefined {
  for (const [file, text] of texts) {
    if (!isYaml(file)) continue;
    const found = configSecrets(text).find(({ path }) => idOfSecret(file, path) === id);
    if (found) return { id, file, path: found.path, state: found.state };
  }
  return undefined;
}

async function writesOf(
  { folder }: SavePorts,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  first: Way['first'],
) {
  const writes = [];
  for (const [path, text] of after) {
    if (text === before.get(path)) continue;
    const isThere = (await folder.look(path)) !== undefined;
    const bytes = isThere ? (await folder.read(path)).bytes : null;
    // Not a text, a link, or changed since it was read: nothing of it may be lost.
    if (bytes !== null && textOf(bytes) !== before.get(path)) throw problem('config.not-text');
    writes.push({ path, before: bytes, bytes: checkedBytes(text), mode: PRIVATE });
  }
  const rank = ({ path }: { path: string }) => ((path === ENV) === (first === 'env') ? 0 : 1);
  return writes.sort((one, other) => rank(one) - rank(other));
}
