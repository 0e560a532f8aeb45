import { configConnectionRoutes, problem } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';
import type { ConfigFolder } from '../files/config-folder.ts';
import { textOf } from '../files/file-text.ts';
import { pathOfFile } from '../files/find-file.ts';
import { type TryPorts, tryConnection } from './try-connection.ts';

export function serveConnections(
  { serve }: Pick<ServiceApp, 'serve'>,
  { folder, tries }: { folder: ConfigFolder; tries: TryPorts },
): void {
  serve(configConnectionRoutes.test, async ({ params, body, signal }) => {
    const { bytes } = await folder.read(await pathOfFile(folder, body.fileId));
    const fileText = textOf(bytes);
    if (fileText === undefined) throw problem('config.not-text');
    const { library, values } = body;
    return await tryConnection(tries, { ...params, library, values, fileText }, signal);
  });
}
