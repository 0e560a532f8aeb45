import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from '@marquee/testing';
import git from 'isomorphic-git';
import { bareRepository } from './bare-repository.ts';

test('is what git itself writes, to the bit', async () => {
  const { path } = await tempFolder('marquee-objects');
  try {
    const ours = bareRepository(join(path, 'ours.git'));
    await ours.open();
    const theirs = { fs: await import('node:fs'), gitdir: join(path, 'theirs.git') };
    await git.init({ ...theirs, bare: true });
    const blob = ours.writeBlob(Buffer.from('é: 1\n'));
    await blob.kept;
    expect(await git.writeBlob({ ...theirs, blob: Buffer.from('é: 1\n') })).toBe(blob.id);

    const entries = [
      { name: 'a', id: blob.id, folder: false },
      { name: 'a.yml', id: blob.id, folder: false },
      { name: 'ä b.yml', id: blob.id, folder: false },
    ];
    const inner = ours.writeTree(entries);
    const outer = ours.writeTree([{ name: 'a', id: inner.id, folder: true }, ...entries.slice(1)]);
    await Promise.all([inner.kept, outer.kept]);
    const theirTree = (list: { name: string; id: string; folder?: boolean }[]) =>
      git.writeTree({
        ...theirs,
        tree: list.map(({ name, id, folder = false }) => ({
          ...{ mode: folder ? '040000' : '100644', path: name, oid: id },
          type: folder ? ('tree' as const) : ('blob' as const),
        })),
      });
    expect(await theirTree(entries)).toBe(inner.id);
    expect(await theirTree([{ name: 'a', id: inner.id, folder: true }, ...entries.slice(1)])).toBe(outer.id);

    const at = new Date('2026-11-21T05:00:00.700Z');
    const author = { name: 'Ada Ü', email: 'u1@marquee.invalid' };
    const commit = { tree: outer.id, parents: [], author, at, message: 'Save\r\n\nOrigin: save\n' };
    const first = ours.writeCommit(commit);
    const second = ours.writeCommit({ ...commit, parents: [first.id] });
    const merged = ours.writeCommit({ ...commit, parents: [second.id, first.id] });
    await Promise.all([first.kept, second.kept, merged.kept]);
    const who = { ...author, timestamp: Math.floor(at.getTime() / 1000), timezoneOffset: 0 };
    const theirCommit = (parent: string[]) =>
      git.writeCommit({
        ...theirs,
        commit: { tree: outer.id, parent, author: who, committer: who, message: commit.message },
      });
    expect(await theirCommit([])).toBe(first.id);
    expect(await theirCommit([first.id])).toBe(second.id);
    expect(await theirCommit([second.id, first.id])).toBe(merged.id);
    expect(await ours.readCommit(second.id)).toMatchObject({ tree: outer.id, parents: [first.id], author });
    expect(await ours.readTree(outer.id)).toContainEqual({ name: 'a', id: inner.id, folder: true });
    expect(Buffer.from(await ours.readBlob(blob.id)).toString()).toBe('é: 1\n');
  } finally {
    await rm(path, { recursive: true, force: true });
  }
});
