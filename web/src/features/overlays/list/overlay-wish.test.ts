import type { OverlayFile } from '@marquee/contracts';
import { anEntry } from '../testing/examples.ts';
import { fittingFiles, noWish } from './overlay-wish.ts';

const problem = {
  severity: 'error' as const,
  code: 'overlay.x',
  message: 'm',
  mend: 'm',
  effect: 'overlay' as const,
  attribute: null,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
};
const files: OverlayFile[] = [
  {
    id: 'Q0n7mX2b9c1d4e5f6g7h8i',
    path: 'overlays/films.yml',
    modifiedAt: '2026-11-21T05:00:00.000Z',
    entries: [
      anEntry('4k', { group: 'resolution' }),
      anEntry('ribbon', { kind: 'image', name: 'gold' }),
      anEntry('season', { level: 'season' }),
    ],
    queues: [],
    problems: [{ ...problem, mapping: 'ribbon' }],
  },
];
const found = (wish: Partial<typeof noWish>) =>
  fittingFiles(files, { ...noWish, ...wish }).flatMap(({ entries }) => entries.map(({ mapping }) => mapping));

test.each([
  [{}, ['4k', 'ribbon', 'season']],
  [{ search: 'RESOL' }, ['4k']],
  [{ search: 'gold' }, ['ribbon']],
  [{ search: 'plex_all' }, ['4k', 'ribbon', 'season']],
  [{ search: 'films' }, ['4k', 'ribbon', 'season']],
  [{ search: 'tea' }, []],
  [{ kind: 'image' }, ['ribbon']],
  [{ level: 'season' }, ['season']],
  [{ problems: true }, ['ribbon']],
  [{ search: 'films', kind: 'text', level: 'movie' }, ['4k']],
] as const)('%j finds %j', (wish, wanted) => {
  expect(found(wish)).toEqual(wanted);
});

test('without a wish files without overlays are shown too; with one they are not', () => {
  const empty = files.map((file) => ({ ...file, entries: [] }));
  expect(fittingFiles(empty, noWish)).toHaveLength(1);
  expect(fittingFiles(empty, { ...noWish, search: 'films' })).toEqual([]);
});
