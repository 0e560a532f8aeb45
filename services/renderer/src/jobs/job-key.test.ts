import { facts } from '../testing/fake-config.ts';
import { canonicalJson, namedJob, type UnnamedJob } from './job-key.ts';

const job: UnnamedJob = {
  set: { definitions: [], queues: [] },
  matched: ['b', 'a', 'a'],
  assumed: [],
  before: null,
  facts,
  sampled: [],
  base: null,
  assets: { fonts: { '': 'f'.repeat(64), x: 'e'.repeat(64) }, images: {} },
  layout: 'basic',
  output: { kind: 'explain' },
};

test('the order of names and fields does not matter', () => {
  const { layout, output, ...rest } = job;
  const assets = { images: {}, fonts: { x: 'e'.repeat(64), '': 'f'.repeat(64) } };
  const other = { output, layout, ...rest, assets, matched: ['a', 'b'] };
  expect(namedJob(other).key).toBe(namedJob(job).key);
  expect(namedJob(job).matched).toEqual(['a', 'b']);
});

test.each<[string, Partial<UnnamedJob>]>([
  ['the poster', { base: { blob: 'a'.repeat(64) } }],
  ['a fact', { facts: { ...facts, audienceRating: 8.4 } }],
  ['a font', { assets: { fonts: { '': 'a'.repeat(64) }, images: {} } }],
  ['who is drawn', { matched: ['a'] }],
  ['the layout', { layout: 'raqm' }],
  ['the output', { output: { kind: 'image', format: 'png', quality: 90, width: null } }],
  ['what it is compared with', { before: { set: job.set, matched: [], assumed: [] } }],
])('%s makes it another job', (_, more) => {
  expect(namedJob({ ...job, ...more }).key).not.toBe(namedJob(job).key);
});

test('another engine draws anew', () => {
  expect(namedJob(job, 'next').key).not.toBe(namedJob(job).key);
});

test('lists keep their order', () => {
  expect(canonicalJson({ b: [2, 1], a: { d: 1, c: null } })).toBe('{"a":{"c":null,"d":1},"b":[2,1]}');
});
