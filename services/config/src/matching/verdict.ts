import type { OverlayMatch } from '@marquee/contracts';

export type Verdict = Pick<OverlayMatch, 'verdict' | 'reason'>;

export const matches = (reason: string): Verdict => ({ verdict: 'matches', reason });
export const assumed = (reason: string): Verdict => ({ verdict: 'assumed', reason });
export const not = (reason: string): Verdict => ({ verdict: 'not', reason });

/** What a definition asks cannot be answered here; caught once, where a definition is matched. */
export class CannotTell extends Error {}
/** Kometa takes the definition for wrong, so it finds nothing. */
export class KometaRefuses extends Error {}

/** One after the other, and no further than needed: the first no is the answer, else the first doubt, else the first yes. */
export async function allOf(parts: readonly (() => Verdict | Promise<Verdict>)[]): Promise<Verdict> {
  let doubt: Verdict | undefined;
  let yes: Verdict | undefined;
  for (const part of parts) {
    const one = await orDoubt(part);
    if (one.verdict === 'not') return one;
    if (one.verdict === 'assumed') doubt ??= one;
    else yes ??= one;
  }
  return doubt ?? yes ?? matches('Nothing is asked for');
}

/** The first yes is the answer, else the first doubt, else the first no. */
export async function anyOf(parts: readonly (() => Verdict | Promise<Verdict>)[]): Promise<Verdict> {
  let doubt: Verdict | undefined;
  let no: Verdict | undefined;
  for (const part of parts) {
    const one = await orDoubt(part);
    if (one.verdict === 'matches') return one;
    if (one.verdict === 'assumed') doubt ??= one;
    else no ??= one;
  }
  return doubt ?? no ?? not('Nothing is asked for');
}

async function orDoubt(part: () => Verdict | Promise<Verdict>): Promise<Verdict> {
  try {
    return await part();
  } catch (cause) {
    if (cause instanceof CannotTell) return assumed(cause.message);
    throw cause;
  }
}
