import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJournal, encodeJournal, journalName } from './journal.ts';
import { recoverJournals, sweepStaleTemps } from './recover-files.ts';
import { ownerOfTemp, tempName } from './temp-name.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'marquee-recover-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const byPid = (pid: number) => tempName().replace(`-${process.pid}-`, `-${pid}-`);
const byOtherHost = () => tempName().replace(/marquee-[0-9a-f]{8}/, 'marquee-00000000');
const longAgo = new Date('2020-01-01');

function leave(name: string, changed?: Date): string {
  const path = join(dir, name);
  writeFileSync(path, 'half');
  if (changed) utimesSync(path, changed, changed);
  return path;
}

test('a temporary name tells who made it', () => {
  expect(ownerOfTemp(tempName())).toEqual({ sameHost: true, pid: process.pid });
  expect(ownerOfTemp(byOtherHost())?.sameHost).toBe(false);
  expect(ownerOfTemp(`x${tempName()}`)).toBeUndefined();
});

test('what a dead process left is swept, in sub-folders too, and what a living one writes is not', async () => {
  const { pid: deadPid } = spawnSync(process.execPath, ['-e', '']);
  mkdirSync(join(dir, 'overlays'));
  const stale = [leave(byPid(deadPid)), leave(join('overlays', byPid(deadPid)))];
  const mine = leave(tempName());
  const parents = leave(byPid(process.ppid));
  expect((await sweepStaleTemps(dir)).sort()).toEqual(stale.sort());
  expect(existsSync(mine) && existsSync(parents)).toBe(true);
});

test('what an earlier process of the same pid left is swept, as in a restarted container', async () => {
  const stale = leave(tempName(), longAgo);
  expect(await sweepStaleTemps(dir)).toEqual([stale]);
});

test('what another host writes is swept only when it is old', async () => {
  const fresh = leave(byOtherHost());
  const old = leave(byOtherHost(), longAgo);
  expect(await sweepStaleTemps(dir)).toEqual([old]);
  expect(existsSync(fresh)).toBe(true);
});

test('a link with a temporary name, or to a folder with stale files, is left alone', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'marquee-elsewhere-'));
  writeFileSync(join(elsewhere, tempName()), '');
  symlinkSync(elsewhere, join(dir, 'linked'));
  symlinkSync(join(elsewhere, 'x'), join(dir, tempName()));
  expect(await sweepStaleTemps(dir)).toEqual([]);
  expect(readdirSync(elsewhere)).toHaveLength(1);
  rmSync(elsewhere, { recursive: true });
});

test('a folder that is not there has nothing to sweep or recover', async () => {
  expect(await sweepStaleTemps(join(dir, 'none'))).toEqual([]);
  expect(await recoverJournals(join(dir, 'none'))).toEqual([]);
});

test('a torn file is mended from its whole journal, whether it must grow or shrink', async () => {
  for (const torn of ['n', 'new contentold tail that is longer']) {
    writeFileSync(join(dir, 'config.yml'), torn);
    writeFileSync(
      join(dir, journalName('config.yml')),
      encodeJournal('config.yml', Buffer.from('new content')),
    );
    expect(await recoverJournals(dir)).toEqual([join(dir, 'config.yml')]);
    expect(readFileSync(join(dir, 'config.yml'), 'utf8')).toBe('new content');
    expect(readdirSync(dir)).toEqual(['config.yml']);
  }
});

test('a half-written, renamed or lying journal changes nothing and is removed', async () => {
  writeFileSync(join(dir, 'config.yml'), 'old');
  const whole = encodeJournal('config.yml', Buffer.from('new'));
  writeFileSync(join(dir, journalName('config.yml')), whole.subarray(0, -1));
  writeFileSync(join(dir, journalName('other.yml')), whole);
  writeFileSync(join(dir, journalName('empty.yml')), '');
  expect(await recoverJournals(dir)).toEqual([]);
  expect(readFileSync(join(dir, 'config.yml'), 'utf8')).toBe('old');
  expect(readdirSync(dir)).toEqual(['config.yml']);
});

test('a journal cannot name a file outside its folder', () => {
  for (const target of ['../evil.yml', '/etc/passwd', '']) {
    const journal = Buffer.from(encodeJournal(target, Buffer.from('x')));
    expect(decodeJournal(journalName(target), journal)).toBeUndefined();
  }
});

test('recovery never writes through a link', async () => {
  writeFileSync(join(dir, 'victim'), 'untouched');
  symlinkSync(join(dir, 'victim'), join(dir, 'config.yml'));
  writeFileSync(join(dir, journalName('config.yml')), encodeJournal('config.yml', Buffer.from('evil')));
  await expect(recoverJournals(dir)).rejects.toMatchObject({ code: 'ELOOP' });
  expect(readFileSync(join(dir, 'victim'), 'utf8')).toBe('untouched');
});
