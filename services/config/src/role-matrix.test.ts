import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { routesOfService } from '@marquee/contracts';
import { roleMatrix } from '@marquee/testing';
import { fileIdOf } from './files/file-id.ts';
import { posterIdOf } from './posters/poster-id.ts';
import { runningConfig } from './testing/running-config.ts';

jest.setTimeout(60_000);

test('every operation answers every kind of person as its route promises', async () => {
  const config = await runningConfig();
  try {
    await mkdir(join(config.root, 'overlays'));
    await writeFile(join(config.root, 'overlays/badges.yml'), 'overlays:\n');
    const known: Record<string, string> = {
      libraryId: 'attic.1',
      itemId: 'attic.1001',
      kind: 'poster',
      posterId: posterIdOf('attic.1001', 'metadata://posters/1001'),
      jobId: '6b8f7a52-1f0e-4c7e-9f4b-2d9c3a1e5b60',
      fileId: fileIdOf('overlays/badges.yml'),
    };
    const cells = await roleMatrix(config.app(), routesOfService.config, { params: () => known });
    expect(cells.filter(({ holds }) => !holds)).toEqual([]);
    expect(cells).toHaveLength(Object.keys(routesOfService.config).length * 5);
    // Whoever may, gets it: what the ids name is really there.
    const allowed = cells.filter(({ expected, came }) => expected === 'may' && !/^20[012]$/.test(came));
    expect([...new Set(allowed.map(({ operation, came }) => `${operation}: ${came}`))]).toEqual([
      'libraries.prepareJob: 404 job.not-found',
      'libraries.uploadPoster: 422 image.unreadable',
      'config.create: 409 config.file-exists',
      'config.write: 412 request.precondition-failed',
      'config.move: 412 request.precondition-failed',
      'config.remove: 412 request.precondition-failed',
      'configBundles.import: 422 config.bundle-refused',
      'configHistory.text: 404 config.version-not-found',
      'configHistory.restoreFile: 404 config.version-not-found',
      'configHistory.restoreAll: 404 config.version-not-found',
      'overlayFiles.create: 409 config.file-exists',
      'overlayFiles.write: 412 request.precondition-failed',
      'overlayFiles.patch: 412 request.precondition-failed',
      'overlayFiles.version: 404 overlay.version-not-found',
      'overlayFiles.dropTemplate: 404 overlay.template-not-found',
      // Whoever may not see an item cannot pin it.
      'overlayFiles.saveGoldenSet: 422 request.invalid',
      'overlayFiles.uploadImage: 422 image.unreadable',
    ]);
  } finally {
    await config.close();
  }
});
