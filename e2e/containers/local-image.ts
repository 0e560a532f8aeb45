import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { command, run } from '../run.ts';
import type { Engine } from './engine.ts';

/** An image of this machine's own files, under the name of the one that a registry would give. */
export interface LocalImage {
  name: string;
  /** Names of programs, or paths of what is linked like one; their libraries come along. */
  programs: readonly string[];
  /** Come as they are, links and all. */
  folders?: readonly string[];
  /** By path in the image. */
  files?: Record<string, { from: string } | { text: string }>;
  /** Lines of a Dockerfile: CMD, ENV and the like. */
  changes?: readonly string[];
}

/** What programs load by name while they run, so ldd does not tell of it. */
const C_LIBRARIES = ['libc6', 'libgcc-s1', 'libstdc++6'];
const ALWAYS = ['/etc/passwd', '/etc/group', '/etc/ssl/certs/ca-certificates.crt'];
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export async function makeImage({ docker }: Engine, image: LocalImage): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'marquee-image-'));
  const root = join(folder, 'root');
  try {
    await mkdir(join(root, 'tmp'), { recursive: true });
    await run('chmod', ['1777', join(root, 'tmp')]);
    const programs = await Promise.all(image.programs.map(pathOf));
    const linked = await Promise.all(programs.map(librariesOf));
    const alone = new Set([...ALWAYS, ...programs, ...linked.flat(), ...(await cLibraries())]);
    await run('cp', ['--dereference', '--parents', ...alone, root]);
    for (const path of image.folders ?? [])
      await cp(path, join(root, path), { recursive: true, verbatimSymlinks: true, force: true });
    for (const [path, content] of Object.entries(image.files ?? {})) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      if ('from' in content) await cp(content.from, join(root, path), { dereference: true });
      else await writeFile(join(root, path), content.text);
    }
    const archive = join(folder, 'image.tar');
    await run('tar', ['--create', '--file', archive, '--directory', root, '.']);
    const changes = [`ENV PATH=${PATH}`, ...(image.changes ?? [])].flatMap((line) => ['--change', line]);
    await docker('import', ...changes, archive, image.name);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function pathOf(program: string): Promise<string> {
  return program.startsWith('/') ? program : await run('sh', ['-c', `command -v ${program}`]);
}

/** None for a script or a program that is linked with nothing. */
async function librariesOf(program: string): Promise<string[]> {
  const { stdout } = await command('ldd', [program]);
  return [...stdout.matchAll(/(?:=> |^\t)(\/\S+)/gm)].map(([, path = '']) => path);
}

async function cLibraries(): Promise<string[]> {
  const paths = (await run('dpkg', ['--listfiles', ...C_LIBRARIES])).split('\n');
  return paths.filter((path) => /\.so[.\d]*$/.test(path));
}
