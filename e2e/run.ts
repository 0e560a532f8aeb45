import { spawn } from 'node:child_process';

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Options {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
}

/** Runs a program to its end. */
export function command(name: string, args: readonly string[], options: Options = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Runs a program that must succeed, and gives what it printed. */
export async function run(name: string, args: readonly string[], options?: Options): Promise<string> {
  const { code, stdout, stderr } = await command(name, args, options);
  if (code === 0) return stdout.trim();
  const words = `${stdout}\n${stderr}`.trim().slice(-6000);
  throw new Error(`\`${name} ${args.join(' ')}\` ended with ${code}:\n${words}`);
}
