import { overlayFileRoutes } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';
import type { OwnTemplates } from './own-templates.ts';
import type { ShippedTemplates } from './shipped-templates.ts';

export function serveTemplates(
  { serve }: Pick<ServiceApp, 'serve'>,
  { shipped, own }: { shipped: ShippedTemplates; own: OwnTemplates },
): void {
  serve(overlayFileRoutes.templates, async () => [...(await shipped.list()), ...(await own.list())]);
  serve(overlayFileRoutes.saveTemplate, ({ body, principal }) => own.save(body, principal.name));
  serve(overlayFileRoutes.dropTemplate, async ({ params }) => {
    await own.drop(params.templateId);
    return null;
  });
}
