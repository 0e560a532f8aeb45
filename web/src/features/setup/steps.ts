export const steps = ['code', 'admin', 'plex', 'done'] as const;
export type Step = (typeof steps)[number];

export function stepAddress(step: Step): string {
  return step === 'code' ? '/setup' : `/setup/${step}`;
}
export function stepOf(pathname: string): Step {
  return steps.find((step) => pathname === stepAddress(step)) ?? 'code';
}

const GROUP = /[0-9A-Z]{1,4}/g;
const LETTERS = 12;

/** The code as it is printed, however it was typed or pasted. */
export function printedCode(typed: string): string {
  return (
    typed
      .toUpperCase()
      .replaceAll(/[^0-9A-Z]/g, '')
      .match(GROUP)
      ?.join('-') ?? ''
  );
}
export function isWholeCode(code: string): boolean {
  return code.replaceAll('-', '').length === LETTERS;
}
