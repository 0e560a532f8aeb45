import { source } from 'axe-core';
import type { Page } from 'playwright-core';

interface Violation {
  id: string;
  impact: string | null | undefined;
  help: string;
  nodes: { html: string; failureSummary?: string }[];
}

/** Colours are judged when nothing fades any more; what pulses for ever is no fading. */
const settled = `Promise.allSettled(document.getAnimations()
  .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
  .map((animation) => animation.finished))`;

/** What axe finds serious or critical, in words that say where. */
export async function accessibilityTroubles(page: Page): Promise<string[]> {
  await page.evaluate(settled);
  await page.evaluate(source);
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary ?? ''}`),
    );
}
