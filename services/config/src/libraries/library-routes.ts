import { libraryRoutes, maySeeLibrary, problem } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';
import type { Prepare } from '../prepare/prepare.ts';
import { serverInfo, serverOf, visibleServers } from '../servers/server-info.ts';
import { type LibraryPorts, viewOfLibrary } from './library-view.ts';
import { listLibraries } from './list-libraries.ts';
import { visibleLibrary } from './visible-library.ts';

export function serveLibraries({ serve }: ServiceApp, ports: LibraryPorts & { prepare: Prepare }): void {
  serve(libraryRoutes.servers, ({ principal }) =>
    Promise.all(visibleServers(ports, principal).map((server) => serverInfo(ports, server))),
  );
  serve(libraryRoutes.list, ({ principal }) => listLibraries(ports, principal));
  serve(libraryRoutes.get, async ({ principal, params }) =>
    viewOfLibrary(ports, await visibleLibrary(ports, principal, params.libraryId), await ports.configured()),
  );
  serve(libraryRoutes.prepare, async ({ principal, params, body }) =>
    ports.prepare.begin(await visibleLibrary(ports, principal, params.libraryId), {
      width: body.width,
      askedBy: principal.id,
    }),
  );
  serve(libraryRoutes.prepareJob, async ({ principal, params: { libraryId, jobId } }) => {
    // How far a job is can be told while Plex is away.
    if (!serverOf(ports, libraryId) || !maySeeLibrary(principal, libraryId))
      throw problem('library.not-found');
    return await ports.prepare.find(libraryId, jobId);
  });
}
