import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/** Runs a command and resolves with its exit code and output; output is also shown on stderr unless `quiet`. */
export function run(command, args, { quiet = false, env = {}, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        if (!quiet) process.stderr.write(chunk);
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? 1, signal, output }));
  });
}

export async function mustRun(command, args, options) {
  const result = await run(command, args, options);
  if (result.code !== 0) {
    throw new Error(
      `\`${command} ${args.join(' ')}\` ended with ${result.code}${options?.quiet ? `\n${result.output}` : ''}`,
    );
  }
  return result;
}

export async function has(command) {
  const result = await run('sh', ['-c', `command -v ${command}`], { quiet: true });
  return result.code === 0;
}
