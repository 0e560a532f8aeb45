import { configBundleRoutes } from '@marquee/contracts';
import { bytes, type ServiceApp } from '@marquee/service-kit';
import { noteEscapes } from '../files/note-escapes.ts';
import type { SavePorts } from '../files/save-file.ts';
import { exportBundle } from './export-bundle.ts';
import { importBundle } from './import-bundle.ts';

export function serveBundles(service: Pick<ServiceApp, 'serve'>, saving: SavePorts): void {
  const serve = noteEscapes(service.serve);
  const bundle = async (secrets: 'hidden' | 'shown') =>
    bytes(await exportBundle(saving.folder, secrets), {
      contentType: 'application/zip',
      cacheControl: 'no-store',
      fileName: 'kometa.zip',
    });
  serve(configBundleRoutes.export, () => bundle('hidden'));
  serve(configBundleRoutes.exportWithSecrets, () => bundle('shown'));
  serve(configBundleRoutes.import, ({ upload, principal }) =>
    importBundle(saving, { archive: upload, by: principal.id, author: principal.name }),
  );
}
