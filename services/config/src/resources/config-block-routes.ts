import { configBlockRoutes } from '@marquee/contracts';
import { answer, type ServiceApp } from '@marquee/service-kit';
import { noteEscapes } from '../files/note-escapes.ts';
import { byWhom } from './by-whom.ts';
import { blockWith } from './config-blocks.ts';
import {
  changeConfigLibraries,
  createConfigLibrary,
  libraryBlocks,
  listConfigLibraries,
  readConfigLibrary,
  writeConfigLibrary,
} from './config-libraries.ts';
import { createOperations, listOperations, removeOperations, writeOperations } from './config-operations.ts';
import { readSettings, writeSettings } from './config-settings.ts';
import { removeBlock } from './edit-definition.ts';
import type { ResourcePorts } from './list-definitions.ts';

export function serveConfigBlocks(service: Pick<ServiceApp, 'serve'>, ports: ResourcePorts): void {
  const serve = noteEscapes(service.serve);
  const tagged = <Data extends { etag: string }>(data: Data) => answer(data, { etag: data.etag });

  serve(configBlockRoutes.libraries, () => listConfigLibraries(ports));
  serve(configBlockRoutes.createLibrary, async ({ body, principal }) =>
    tagged(await createConfigLibrary(ports, { ...body, ...byWhom(principal) })),
  );
  serve(configBlockRoutes.library, async ({ params }) =>
    tagged(await readConfigLibrary(ports, ({ id }) => id === params.definitionId)),
  );
  serve(configBlockRoutes.writeLibrary, async ({ params, body, ifMatch, principal }) =>
    tagged(await writeConfigLibrary(ports, params.definitionId, { ...body, ifMatch, ...byWhom(principal) })),
  );
  serve(configBlockRoutes.removeLibrary, async ({ params, ifMatch, principal }) => {
    const { place } = blockWith(await libraryBlocks(ports), params.definitionId);
    return await removeBlock(ports, place, { ifMatch, ...byWhom(principal) });
  });
  serve(configBlockRoutes.changeLibraries, ({ body, principal }) =>
    changeConfigLibraries(ports, { ...body, ...byWhom(principal) }),
  );

  serve(configBlockRoutes.operations, () => listOperations(ports));
  serve(configBlockRoutes.createOperations, async ({ body, principal }) =>
    tagged(await createOperations(ports, { ...body, ...byWhom(principal) })),
  );
  serve(configBlockRoutes.writeOperations, async ({ params, body, ifMatch, principal }) =>
    tagged(await writeOperations(ports, params.definitionId, { ...body, ifMatch, ...byWhom(principal) })),
  );
  serve(configBlockRoutes.removeOperations, ({ params, ifMatch, principal }) =>
    removeOperations(ports, params.definitionId, { ifMatch, ...byWhom(principal) }),
  );

  serve(configBlockRoutes.settings, async () => tagged(await readSettings(ports)));
  serve(configBlockRoutes.writeSettings, async ({ body, ifMatch, principal }) =>
    tagged(await writeSettings(ports, { ...body, ifMatch, ...byWhom(principal) })),
  );
}
