import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@marquee/testing';
import { type Account, setUp } from '../account.ts';
import { drawnArt } from '../product.ts';
import { startProgram } from '../program.ts';

export interface MarqueeBehind extends Account {
  /** Where the proxy reaches it. */
  url: string;
  end(): Promise<void>;
}

/** The real product, told that people come to it by a proxy at `publicUrl`; its first admin is made past the proxy. */
export async function startMarqueeBehind(publicUrl: string): Promise<MarqueeBehind> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'marquee-behind-'));
  await mkdir(drawnArt, { recursive: true });
  await mkdir(join(dataFolder, 'cache'));
  await symlink(drawnArt, join(dataFolder, 'cache/demo-art'));
  const port = String(await freePort());
  const program = await startProgram({
    script: 'marquee.mjs',
    args: ['start'],
    env: {
      PORT: port,
      MARQUEE_DATA: dataFolder,
      MARQUEE_PUBLIC_URL: publicUrl,
      MARQUEE_TRUST_PROXY: '127.0.0.1',
    },
    ready: /ready: (https:\S+)/,
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    ...(await setUp(url, dataFolder)),
    url,
    async end() {
      await program.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
