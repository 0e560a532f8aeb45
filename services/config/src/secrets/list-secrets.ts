import { createHash } from 'node:crypto';
import type { ConfigSecret, ConfigSecrets } from '@marquee/contracts';
import { configSecrets, isYaml, secretsOf, variableOfSecret } from '@marquee/kometa';
import type { ConfigFolder } from '../files/config-folder.ts';
import { fileIdOf } from '../files/file-id.ts';
import { readTexts } from '../problems/read-texts.ts';

export const ENV = '.env';

/** Where the secrets of all files are; their values stay here. */
export async function listSecrets(ports: {
  folder: ConfigFolder;
  clock: () => Date;
}): Promise<ConfigSecrets> {
  const { texts } = await readTexts(ports);
  const variables = secretsOf(texts.get(ENV) ?? '');
  return {
    env: { exists: texts.has(ENV), variables: variables.size },
    secrets: [...texts].flatMap(([file, text]) =>
      isYaml(file) ? configSecrets(text).map((secret) => viewOf(file, secret, variables)) : [],
    ),
  };
}

type Found = ReturnType<typeof configSecrets>[number];

function viewOf(file: string, { path, line, state }: Found, variables: ReadonlySet<string>): ConfigSecret {
  const place = {
    ...{ id: idOfSecret(file, path), fileId: fileIdOf(file), file, line },
    path: [...path],
    variable: null,
  };
  switch (state.kind) {
    case 'unset':
      return { ...place, state: 'unset', move: 'nothing' };
    case 'set':
      return { ...place, state: 'set', move: state.movable ? 'to-env' : state.why };
    case 'placeholder': {
      const variable = variableOfSecret(state.name);
      const isThere = variables.has(state.name);
      return {
        ...{ ...place, variable },
        ...(isThere ? { state: 'placeholder', move: 'back' } : { state: 'unresolved', move: 'nothing' }),
      };
    }
  }
}

export function idOfSecret(file: string, path: Found['path']): string {
  return createHash('sha256')
    .update(JSON.stringify([file, path]))
    .digest('base64url')
    .slice(0, 22);
}
