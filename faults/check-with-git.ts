import { execFileSync, spawnSync } from 'node:child_process';

/** How many errors git finds, where it is installed. Dangling objects were kept for a save that never was: no error. */
export function checkWithGit(repository: string): number | undefined {
  if (spawnSync('git', ['--version']).status !== 0) return undefined;
  execFileSync('git', ['clone', '--quiet', '--bare', repository, `${repository}.clone`]);
  const { status, stdout, stderr } = spawnSync('git', ['fsck', '--strict', '--no-dangling'], {
    cwd: repository,
    encoding: 'utf8',
  });
  const lines = `${stdout}${stderr}`
    .split('\n')
    .filter((line) => line !== '' && !/^(dangling|notice)/.test(line));
  return lines.length + (status === 0 ? 0 : 1);
}
