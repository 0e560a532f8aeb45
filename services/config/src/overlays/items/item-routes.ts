import { overlayFileRoutes } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';
import { type OverlayItemPorts, overlayItems } from './overlay-items.ts';

export function serveOverlayItems({ serve }: Pick<ServiceApp, 'serve'>, ports: OverlayItemPorts): void {
  serve(overlayFileRoutes.items, async ({ body, principal }) => {
    const answers = await overlayItems(ports, { ...body, principal, withBase: false });
    const failure = answers.find((one) => !one.ok && /^(plex|service)\./.test(one.failure.code));
    // One item that cannot be read is left out; a Plex that answers nothing at all is told.
    if (failure?.ok === false && answers.every(({ ok }) => !ok)) throw failure.failure;
    return answers.flatMap((one) => (one.ok ? [one.item] : []));
  });
}
