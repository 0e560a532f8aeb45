import type { Principal, RenderedItem, RenderOutput, RenderResult } from '@marquee/contracts';
import type { Bus } from '@marquee/service-kit';
import type { AssetLibrary } from '../assets/asset-library.ts';
import { askItem } from '../jobs/ask-items.ts';
import type { DrawSoon } from '../jobs/draw-soon.ts';
import { type AskedDrawing, readWish } from '../jobs/drawing-wish.ts';
import { DrawingFailed } from '../jobs/failures.ts';
import { drawnSet, jobOfItem } from '../jobs/job-of-item.ts';
import type { ReadSet } from '../jobs/overlay-sets.ts';

export interface RenderPorts {
  bus: Pick<Bus, 'request'>;
  layout: 'basic' | 'raqm';
  readSet: ReadSet;
  assets: AssetLibrary;
  drawSoon: DrawSoon;
}

/** One item, while the person waits. */
export async function renderItem(
  ports: RenderPorts,
  principal: Principal,
  asked: AskedDrawing & { itemId: string; output: RenderOutput },
): Promise<RenderedItem> {
  try {
    return await once(ports, principal, asked, false);
  } catch (error) {
    if (!(error instanceof DrawingFailed)) throw error;
    if (!error.lacksMaterial) throw error.toProblem();
    // Laid out anew, it is there long enough.
    return await once(ports, principal, asked, true).catch((again: unknown) => {
      throw again instanceof DrawingFailed ? again.toProblem() : again;
    });
  }
}

async function once(
  ports: RenderPorts,
  principal: Principal,
  asked: AskedDrawing & { itemId: string; output: RenderOutput },
  anew: boolean,
): Promise<RenderedItem> {
  const { itemId, output } = asked;
  const wish = await readWish(ports, asked);
  const item = await askItem(ports.bus, {
    principal,
    itemId,
    files: wish.texts,
    withBase: output.kind === 'image',
  });
  const drawn = drawnSet(ports.readSet(wish.texts, item.facts.level), item.matches, wish.only);
  const assets = await ports.assets.put([drawn.set], anew);
  const { layout } = wish;
  const { result, cached } = await ports.drawSoon(
    jobOfItem(item, { drawn, before: null, assets, layout, output }),
  );
  return renderedItem(item, result, cached);
}

export function renderedItem(
  { itemId, title }: { itemId: string; title: string },
  { account, image }: Pick<RenderResult, 'account' | 'image'>,
  cached: boolean,
): RenderedItem {
  return { itemId, title, account, imageUrl: urlOf(image?.blob), cached };
}

export function urlOf(hash: string | undefined): string | null {
  return hash === undefined ? null : `/api/overlays/rendered/${hash}`;
}
