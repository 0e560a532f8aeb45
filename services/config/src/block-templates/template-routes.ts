import { type BlockTemplate, blockTemplateRoutes, problem } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';
import { noteEscapes } from '../files/note-escapes.ts';
import type { SavePorts } from '../files/save-file.ts';
import type { OwnBlocks } from './own-blocks.ts';
import type { ShippedBlocks } from './shipped-blocks.ts';
import { templateTargets } from './targets.ts';
import { planUse, writeByTemplate } from './use-template.ts';

export function serveBlockTemplates(
  service: Pick<ServiceApp, 'serve'>,
  { saving, shipped, own }: { saving: SavePorts; shipped: ShippedBlocks; own: OwnBlocks },
): void {
  const serve = noteEscapes(service.serve);
  const list = async () => [...(await own.list()), ...(await shipped.list())];
  const find = async (templateId: string): Promise<BlockTemplate> => {
    const template = (await list()).find(({ id }) => id === templateId);
    if (template === undefined) throw problem('config.template-not-found');
    return template;
  };
  serve(blockTemplateRoutes.list, list);
  serve(blockTemplateRoutes.targets, () => templateTargets(saving.folder));
  serve(blockTemplateRoutes.read, ({ params }) => find(params.templateId));
  serve(blockTemplateRoutes.save, ({ body, principal }) => own.save(body, principal.name));
  serve(blockTemplateRoutes.drop, async ({ params }) => {
    await own.drop(params.templateId);
    return null;
  });
  serve(blockTemplateRoutes.preview, async ({ params, body }) => {
    const { changes, used } = await planUse(saving, await find(params.templateId), body);
    return { ...used, changes: changes.map(({ path, before, after }) => ({ path, before, after })) };
  });
  serve(blockTemplateRoutes.use, async ({ params, body, principal }) =>
    writeByTemplate(saving, await find(params.templateId), {
      ...body,
      ...{ by: principal.id, author: principal.name },
    }),
  );
}
