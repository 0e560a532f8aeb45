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
    expect(new Set(allowed.map(({ operation, came }) => `${operation}: ${came}`))).toEqual(
      new Set([
        'libraries.prepareJob: 404 job.not-found',
        'libraries.uploadPoster: 422 image.unreadable',
        'config.create: 409 config.file-exists',
        'config.write: 412 request.precondition-failed',
        'config.move: 412 request.precondition-failed',
        'config.remove: 412 request.precondition-failed',
        'configBranches.read: 404 config.branch-not-found',
        // Made by the first who may.
        'configBranches.make: 409 config.branch-exists',
        'configBranches.remove: 404 config.branch-not-found',
        'configBranches.plan: 404 config.branch-not-found',
        'configBranches.planFile: 404 config.branch-not-found',
        'configBranches.merge: 404 config.branch-not-found',
        'configBundles.import: 422 config.bundle-refused',
        'configStart.make: 404 library.not-found',
        'blockTemplates.read: 404 config.template-not-found',
        'blockTemplates.drop: 404 config.template-not-found',
        'blockTemplates.preview: 404 config.template-not-found',
        'blockTemplates.use: 404 config.template-not-found',
        'configHistory.version: 404 config.version-not-found',
        'configHistory.text: 404 config.version-not-found',
        'configBlocks.createLibrary: 404 config.file-not-found',
        'configBlocks.createOperations: 404 config.definition-not-found',
        'configBlocks.library: 404 config.definition-not-found',
        'configBlocks.removeLibrary: 404 config.definition-not-found',
        'configBlocks.removeOperations: 404 config.definition-not-found',
        'configBlocks.settings: 404 config.file-not-found',
        'configBlocks.writeLibrary: 404 config.definition-not-found',
        'configBlocks.writeOperations: 404 config.definition-not-found',
        'configBlocks.writeSettings: 404 config.file-not-found',
        'configConnections.test: 404 config.file-not-found',
        'configCompare.file: 404 config.version-not-found',
        'configCompare.folder: 404 config.version-not-found',
        'configHistory.restoreFile: 404 config.version-not-found',
        'configHistory.restoreAll: 404 config.version-not-found',
        // The example's library is not one of these; a library in the body is no parameter.
        'collectionPreview.preview: 404 library.not-found',
        'collectionPreview.count: 404 library.not-found',
        'collectionPreview.dynamic: 404 library.not-found',
        'configHistory.undo: 404 config.version-not-found',
        'overlayFiles.create: 409 config.file-exists',
        'overlayFiles.write: 412 request.precondition-failed',
        'overlayFiles.patch: 412 request.precondition-failed',
        'overlayFiles.version: 404 overlay.version-not-found',
        'overlayFiles.dropTemplate: 404 overlay.template-not-found',
        // Whoever may not see an item cannot pin it.
        'overlayFiles.saveGoldenSet: 422 request.invalid',
        'overlayFiles.uploadImage: 422 image.unreadable',
        'collections.create: 404 config.file-not-found',
        'collections.read: 404 config.definition-not-found',
        'collections.write: 404 config.definition-not-found',
        'collections.writeText: 404 config.definition-not-found',
        'collections.remove: 404 config.definition-not-found',
        'playlistsConfig.create: 404 config.file-not-found',
        'playlistsConfig.read: 404 config.definition-not-found',
        'playlistsConfig.write: 404 config.definition-not-found',
        'playlistsConfig.remove: 404 config.definition-not-found',
      ]),
    );
  } finally {
    await config.close();
  }
});
