import { COMMON, INHERITED, scriptOf } from './scripts.ts';

/** Opening and closing characters, in turn. */
const PAIRS = [...'()<>[]{}«»‘’“”‹›〈〉《》「」『』【】〔〕〖〗〘〙〚〛'].map(
  (letter) => letter.codePointAt(0) ?? 0,
);
const pairIndex = new Map(PAIRS.map((character, index) => [character, index]));

interface Opened {
  pair: number;
  script: number;
}

/**
 * Gives each character the script that it is shaped with, as Raqm does: what belongs to no script takes that of what
 * stands before it, a closing bracket that of its opening one, and what begins the text that of what follows.
 */
export function resolveScripts(characters: readonly number[]): number[] {
  const scripts = characters.map(scriptOf);
  const opened: Opened[] = [];
  let current: number | null = null;
  let settled = -1;
  for (const [at, own] of scripts.entries()) {
    if (current !== null && own === COMMON) {
      current = scriptOfCommon(characters[at] ?? 0, current, opened);
      scripts[at] = current;
    } else if (current !== null && own === INHERITED) scripts[at] = current;
    else {
      scripts.fill(own, settled + 1, at);
      current = own;
    }
    settled = at;
  }
  for (let at = scripts.length - 2; at >= 0; at--) {
    const own = scripts[at];
    if (own === COMMON || own === INHERITED) scripts[at] = scripts[at + 1] ?? own;
  }
  return scripts;
}

function scriptOfCommon(character: number, current: number, opened: Opened[]): number {
  const index = pairIndex.get(character);
  if (index === undefined) return current;
  if (index % 2 === 0) {
    opened.push({ pair: index, script: current });
    return current;
  }
  while (opened.length > 0 && opened.at(-1)?.pair !== index - 1) opened.pop();
  return opened.at(-1)?.script ?? current;
}
