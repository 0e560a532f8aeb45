import { spawn } from 'node:child_process';

/** Set-up talks on stderr only: stdout belongs to the command that the person asked for. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Resolves with the exit code (127 when there is no such command) and all output. */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

export async function mustRun(command, args, env) {
  const { code, output } = await run(command, args, env);
  if (code !== 0) throw new Error(`\`${command}\` ended with ${code}\n${output.trim().slice(-2000)}`);
  return output;
}
