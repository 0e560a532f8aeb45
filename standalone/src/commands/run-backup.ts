import { resolve } from 'node:path';
import { readEnv } from '@marquee/service-kit';
import { StandaloneEnv } from '../env.ts';
import { dataPaths } from '../paths.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';

const Env = StandaloneEnv.pick({ MARQUEE_DATA: true });

export async function runBackup(file: string, version: string): Promise<void> {
  const paths = dataPaths(readEnv(Env).MARQUEE_DATA);
  const { files } = await backup(paths, file, version);
  console.log(`${files.length} files of ${paths.data} are packed in ${resolve(file)}.`);
  console.log(`Restore them with: marquee restore ${file}`);
  console.log(
    `The data key is not among them, so that a stolen backup tells no secrets. Keep a copy of ${paths.dataKey} elsewhere: without it Plex tokens are entered anew.`,
  );
}

export async function runRestore(file: string): Promise<void> {
  const paths = dataPaths(readEnv(Env).MARQUEE_DATA);
  const { manifest, previous } = await restore(paths, file);
  console.log(
    `${manifest.files.length} files of ${manifest.createdAt} (Marquee ${manifest.version}) are back in ${paths.data}.`,
  );
  if (previous) console.log(`What was there before lies in ${previous}; remove it when you are content.`);
}
