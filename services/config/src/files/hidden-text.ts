import { createHash } from 'node:crypto';
import { problem } from '@marquee/contracts';
import {
  type FoundSecret,
  hideSecrets,
  revealSecrets,
  secretsInEnv,
  secretsInText,
  secretsInYaml,
} from '@marquee/kometa';
import { kindOfFile } from './file-kind.ts';

/** A file as it leaves the server, in answers and in history: a placeholder stands for each secret. */
export function hiddenText(path: string, text: string): string {
  return hideSecrets(text, secretsIn(path, text));
}

/** With the values that the file has now; placeholders that stand for none of them stay, and are told. */
export function revealedWhereKnown(path: string, content: string, present: string) {
  if (!content.includes('<<hidden:')) return { text: content, missing: [] };
  const revealed = revealSecrets(content, { text: present, found: secretsIn(path, present) });
  if (revealed.text !== content) mustStayHidden(path, { content, text: revealed.text, present });
  return revealed;
}

/** The same with the values of several texts; where two know a name, the first one's. */
export function revealedFromAll(path: string, content: string, presents: readonly string[]) {
  return presents.reduce(
    (now, present) => revealedWhereKnown(path, now.text, present),
    revealedWhereKnown(path, content, ''),
  );
}

/** What is written when somebody saves `content`: placeholders get the values that the file has now. */
export function revealedText(path: string, content: string, present: string): string {
  const { text, missing } = revealedWhereKnown(path, content, present);
  if (missing.length > 0) {
    throw problem('config.secret-unknown', {
      details: missing.map(({ name, line, column }) => ({
        ...{ path: 'body.content', file: path, line, column },
        message: `The file has no hidden value ${name} that <<hidden:${name}>> could stand for.`,
        fix: 'Write the value itself here, or take the line away.',
      })),
    });
  }
  return text;
}

/** A placeholder that was put where nobody would look for a secret must not become a way to read one. */
function mustStayHidden(path: string, texts: { content: string; text: string; present: string }): void {
  const typed = withoutPlaceholders(texts.content);
  const shown = withoutPlaceholders(hiddenText(path, texts.text));
  const told = secretsIn(path, texts.present).filter(({ name, span }) => {
    if (!texts.content.includes(`<<hidden:${name}>>`)) return false;
    const value = texts.present.slice(span.start, span.end);
    return timesIn(shown, value) > timesIn(typed, value);
  });
  if (told.length === 0) return;
  throw problem('config.secret-exposed', {
    details: told.map(({ name }) => ({
      ...{ path: 'body.content', file: path },
      message: `Where <<hidden:${name}>> stands now, its value would be shown.`,
      fix: 'Leave it where it was, or write the value itself.',
    })),
  });
}

const withoutPlaceholders = (text: string) => text.replace(/<<hidden:[^<>\s]+>>/g, '');

function timesIn(text: string, part: string): number {
  let times = 0;
  for (let at = text.indexOf(part); at !== -1 && part !== ''; at = text.indexOf(part, at + part.length))
    times += 1;
  return times;
}

/** A large text is looked through once, though a save asks several times. */
const LARGE = 50_000;
const REMEMBERED = 50;
const remembered = new Map<string, FoundSecret[]>();

export function secretsIn(path: string, text: string): FoundSecret[] {
  const kind = kindOfFile(path);
  if (text.length < LARGE) return find(kind, text);
  const key = `${kind} ${createHash('sha256').update(text).digest('base64url')}`;
  const found = remembered.get(key) ?? find(kind, text);
  remembered.delete(key);
  remembered.set(key, found);
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  return found;
}

function find(kind: ReturnType<typeof kindOfFile>, text: string): FoundSecret[] {
  if (kind === 'yaml') return secretsInYaml(text);
  return kind === 'env' ? secretsInEnv(text) : secretsInText(text);
}
