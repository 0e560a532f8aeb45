import { type Library, maySeeLibrary, type Principal, Problem } from '@marquee/contracts';
import { visibleServers } from '../servers/server-info.ts';
import { type LibraryPorts, viewOfLibrary } from './library-view.ts';
import { librariesOf } from './visible-library.ts';

/** One server that is down must not hide the libraries of the others; /api/servers tells which one it is. */
export async function listLibraries(ports: LibraryPorts, principal: Principal): Promise<Library[]> {
  const configured = await ports.configured();
  const perServer = await Promise.allSettled(
    visibleServers(ports, principal).map(async (server) => {
      const libraries = await librariesOf(ports, server);
      const visible = libraries.filter(({ id }) => maySeeLibrary(principal, id));
      return await Promise.all(visible.map((library) => viewOfLibrary(ports, library, configured)));
    }),
  );
  const unforeseen = perServer.find((one) => one.status === 'rejected' && !(one.reason instanceof Problem));
  if (unforeseen?.status === 'rejected') throw unforeseen.reason;
  const answered = perServer.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const [first] = perServer;
  if (answered.length === 0 && first?.status === 'rejected') throw first.reason;
  return answered.flat();
}
