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
  return revealSecrets(content, { text: present, found: secretsIn(path, present) });
}

/** What is written when somebody saves `content`: placeholders get the values that the file has now. */
export function revealedText(path: string, content: string, present: string): string {
  const { text, missing } = revealedWhereKnown(path, content, present);
  if (missing.length === 0) return text;
  throw problem('config.secret-unknown', {
    details: missing.map(({ name, line, column }) => ({
      ...{ path: 'body.content', file: path, line, column },
      message: `The file has no hidden value ${name} that <<hidden:${name}>> could stand for.`,
      fix: 'Write the value itself here, or take the line away.',
    })),
  });
}

export function secretsIn(path: string, text: string): FoundSecret[] {
  const kind = kindOfFile(path);
  if (kind === 'yaml') return secretsInYaml(text);
  return kind === 'env' ? secretsInEnv(text) : secretsInText(text);
}
