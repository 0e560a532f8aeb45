import { routesOfService } from '@marquee/contracts';
import { roleMatrix } from '@marquee/testing';
import { assetIdOf } from './assets/asset-id.ts';
import { runningRenderer } from './testing/running-renderer.ts';

jest.setTimeout(60_000);

test('every operation answers every kind of person as its route promises', async () => {
  const renderer = await runningRenderer();
  try {
    const { hash } = await renderer.blobs.put(Buffer.from('a picture'), 'image/png');
    const known: Record<string, string> = {
      itemId: 'attic.7',
      hash,
      batchId: '6b8f7a52-1f0e-4c7e-9f4b-2d9c3a1e5b60',
      fontId: assetIdOf({
        source: 'kometa',
        kind: 'font',
        name: 'Roboto-Medium.ttf',
        sizeBytes: 0,
        version: '',
      }),
      imageId: assetIdOf({
        source: 'kometa',
        kind: 'image',
        name: 'logo/hbo.png',
        sizeBytes: 0,
        version: '',
      }),
    };
    const cells = await roleMatrix(renderer.app(), routesOfService.renderer, { params: () => known });
    expect(cells.filter(({ holds }) => !holds)).toEqual([]);
    expect(cells).toHaveLength(Object.keys(routesOfService.renderer).length * 5);
    // Whoever may, gets it: what the ids name is really there, for those who may see it.
    const allowed = cells.filter(({ expected, came }) => expected === 'may' && !/^20[012]$/.test(came));
    expect([
      ...new Set(allowed.map(({ operation, person, came }) => `${operation}, ${person}: ${came}`)),
    ]).toEqual([
      'rendering.render, somebody without the library: 404 item.not-found',
      'rendering.startBatch, somebody without the library: 404 library.not-found',
      ...['editor', 'admin', 'somebody without the library'].map(
        (person) => `rendering.batch, ${person}: 404 job.not-found`,
      ),
      ...['editor', 'admin', 'somebody without the library'].map(
        (person) => `rendering.cancelBatch, ${person}: 404 job.not-found`,
      ),
      'rendering.base, somebody without the library: 404 item.not-found',
    ]);
  } finally {
    await renderer.close();
  }
});
