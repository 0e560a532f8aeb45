import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileIdOf } from '../files/file-id.ts';
import { asking } from './ask.ts';
import type { RunningConfig } from './running-config.ts';

/** What tests do with branches of a running service, as an editor. */
export function branchRoom(config: () => RunningConfig) {
  const ask = asking(config, 'editor');
  const { get, post, put } = ask;
  const fileOf = (path: string, branch?: string) =>
    `/config/files/${fileIdOf(path)}${branch === undefined ? '' : `?branch=${encodeURIComponent(branch)}`}`;
  const open = async (path: string, branch?: string) =>
    (await get(fileOf(path, branch)).expect(200)).body.data;

  return {
    ...ask,
    fileOf,
    open,
    onDisk: (path: string) => readFile(join(config().root, path), 'utf8'),
    async putOnDisk(path: string, text: string): Promise<void> {
      await mkdir(dirname(join(config().root, path)), { recursive: true });
      await writeFile(join(config().root, path), text);
    },
    git: (...args: string[]) => git(config, args),
    /** With this as its standard input. */
    gitWith: (input: string | Buffer, ...args: string[]) => git(config, args, input),
    make: async (name: string, from?: string) =>
      (await post('/config/branches').send({ name, from }).expect(201)).body.data,
    read: async (name: string) =>
      (await get(`/config/branches/${encodeURIComponent(name)}`).expect(200)).body.data,
    names: async (): Promise<string[]> =>
      (await get('/config/branches').expect(200)).body.data.map(({ name }: { name: string }) => name),
    save: async (path: string, branch: string, content: string, message?: string) =>
      (
        await put(fileOf(path, branch))
          .set('if-match', (await open(path, branch)).etag)
          .send({ content, message })
          .expect(200)
      ).body.data,
    add: async (path: string, branch: string, content: string) =>
      (await post(`/config/files?branch=${branch}`).send({ path, content }).expect(201)).body.data,
    plan: async (name: string) => (await get(`/config/branches/${name}/merge`).expect(200)).body.data,
    async merge(name: string, more: Record<string, unknown> = {}) {
      const { versionId, branchVersionId } = (await get(`/config/branches/${name}/merge`).expect(200)).body
        .data;
      return await post(`/config/branches/${name}/merge`).send({ versionId, branchVersionId, ...more });
    },
    versions: async () => (await get('/config/versions').expect(200)).body.data.entries,
  };
}

function git(config: () => RunningConfig, args: readonly string[], input?: string | Buffer): string {
  const { history } = config();
  return execFileSync('git', ['-c', 'safe.directory=*', '-C', history, ...args], { encoding: 'utf8', input });
}
