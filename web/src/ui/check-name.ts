import type { TFunction } from 'i18next';
import { en } from '../i18n/en.ts';

const known = en.system.checks;

/** Services name their checks for logs; people get the words. A Plex server carries its id. */
export function checkName(name: string, t: TFunction): string {
  const [kind = name, id] = name.split(':');
  if (!(kind in known)) return name;
  const word = t(`system.checks.${kind as keyof typeof known}`);
  return id ? `${word} (${id})` : word;
}
