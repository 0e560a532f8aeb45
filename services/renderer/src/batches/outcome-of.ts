import type { RenderBatch } from '@marquee/contracts';
import type { Ended } from '../jobs/ended-jobs.ts';
import type { Outcome } from './batch.ts';
import { findCollisions } from './find-collisions.ts';

/** What a drawing means for the batch that it belongs to. */
export function outcomeOf(kind: RenderBatch['kind'], ended: Ended): Outcome {
  if (!ended.ok) return { kind: 'failed', code: ended.code, message: ended.message };
  const { account, image, compared } = ended.result;
  switch (kind) {
    case 'draw':
      return { kind: 'draw', account, image: image?.blob ?? null };
    case 'collisions':
      return { kind: 'collisions', found: findCollisions(account) };
    case 'compare':
      return {
        kind: 'compare',
        differingPixels: compared?.differingPixels ?? 0,
        before: compared?.before.blob ?? null,
        after: image?.blob ?? null,
        difference: compared?.difference?.blob ?? null,
      };
  }
}
