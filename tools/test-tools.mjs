import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { inCi, root, say } from './root.mjs';
import { has, mustRun, run } from './run-command.mjs';

const venv = join(root, 'node_modules/.cache/marquee/venv');

/** What the suites need beyond npm packages: a command that proves it is there, and the Debian package that brings it. */
const PROGRAMS = [
  { command: 'chromium-headless-shell', debian: 'chromium-headless-shell', for: 'browser journeys' },
  { command: 'redis-server', debian: 'redis-server', for: 'Redis suites' },
  { command: 'rabbitmq-server', debian: 'rabbitmq-server', for: 'RabbitMQ suites' },
  { command: 'python3', debian: 'python3', for: 'python-plexapi and schemathesis' },
  { command: 'python3', debian: 'python3', for: 'Traefik suites' },
  { command: 'openssl', debian: 'openssl', for: 'Traefik suites' },
  { command: 'dockerd', debian: 'docker.io', for: 'container suites' },
  { command: 'docker-compose', debian: 'docker-compose', for: 'container suites' },
];

async function canUseApt() {
  return process.getuid?.() === 0 && (await has('apt-get'));
}

async function ensurePrograms() {
  const missing = [];
  for (const program of PROGRAMS) if (!(await has(program.command))) missing.push(program);
  if (missing.length === 0 || !(await canUseApt())) return missing;
  say(`Installing Debian packages: ${missing.map(({ debian }) => debian).join(', ')} …`);
  const quiet = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await mustRun('apt-get', ['update', '-qq'], quiet);
  await mustRun(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...missing.map(({ debian }) => debian)],
    quiet,
  );
  return [];
}

/** What is installed from PyPI, each by its requirements file. */
const PYTHON_PARTS = [
  {
    command: 'plexapi and schemathesis',
    requirements: 'packages/stand-ins/python/requirements.txt',
    for: 'python-plexapi and schemathesis',
  },
  { command: 'traefik', requirements: 'e2e/traefik/requirements.txt', for: 'Traefik suites' },
  {
    command: 'pillow',
    requirements: 'packages/overlay/reference/requirements.txt',
    for: 'comparing pixels with Pillow again',
  },
  {
    command: 'ruamel.yaml',
    requirements: 'packages/kometa/reference/requirements.txt',
    for: 'comparing YAML with Kometa’s reader again',
  },
];

async function ensureVenv() {
  if (existsSync(join(venv, 'bin/pip'))) return true;
  mkdirSync(join(venv, '..'), { recursive: true });
  const make = () => run('python3', ['-m', 'venv', '--clear', venv], { quiet: true });
  if ((await make()).code === 0) return true;
  if (!(await canUseApt())) return false;
  await mustRun('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'python3-venv'], {
    quiet: true,
  });
  return (await make()).code === 0;
}

async function ensurePython() {
  const hasVenv = await ensureVenv();
  const missing = [];
  for (const { command, requirements, for: what } of PYTHON_PARTS) {
    const file = join(root, requirements);
    const stampFile = join(venv, `${command.replaceAll(' ', '-')}.stamp`);
    const stamp = createHash('sha256').update(readFileSync(file)).digest('hex');
    if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) continue;
    say(`Installing ${command} into a virtual environment …`);
    const installed = hasVenv
      ? await run(join(venv, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', '-r', file], {
          quiet: true,
        })
      : { code: 1, output: 'python3 cannot make virtual environments here.' };
    if (installed.code === 0) writeFileSync(stampFile, stamp);
    else {
      say(installed.output.trim());
      missing.push({ command, debian: 'python3-venv', for: what });
    }
  }
  return missing;
}

function listens(url, fallbackPort) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) || fallbackPort, timeout: 2000 });
    const answer = (found) => {
      socket.destroy();
      resolve(found);
    };
    socket.on('connect', () => answer(true));
    socket.on('error', () => answer(false));
    socket.on('timeout', () => answer(false));
  });
}

async function waitUntil(condition, seconds) {
  for (let tries = 0; tries < seconds * 4; tries += 1) {
    if (await condition()) return true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return false;
}

/** The broker and Redis at the given or customary addresses; started here when the machine has them but runs none. */
async function ensureServers() {
  const servers = [
    {
      command: 'RabbitMQ',
      url: process.env.RABBITMQ_URL ?? 'amqp://guest:guest@127.0.0.1:5672',
      port: 5672,
      start: ['rabbitmq-server', '-detached'],
      for: 'RabbitMQ suites',
    },
    {
      command: 'Redis',
      url: process.env.REDIS_URL ?? 'redis://127.0.0.1:6379',
      port: 6379,
      start: [
        'redis-server',
        '--daemonize',
        'yes',
        '--bind',
        '127.0.0.1',
        '--save',
        '',
        '--appendonly',
        'no',
      ],
      for: 'Redis suites',
    },
  ];
  const missing = [];
  for (const server of servers) {
    const found = () => listens(server.url, server.port);
    if (await found()) continue;
    const [command, ...args] = server.start;
    const startable = process.getuid?.() === 0 && (await has(command));
    if (startable) await run(command, args, { quiet: true });
    if (!startable || !(await waitUntil(found, 60))) {
      missing.push({ command: `${server.command} at ${server.url}`, debian: command, for: server.for });
    }
  }
  return missing;
}

/** Brings what can be brought; what is still missing is listed, and in CI that is an error. */
export async function ensureTestTools() {
  const missing = await ensurePrograms();
  if (!missing.some(({ command }) => command === 'python3')) missing.push(...(await ensurePython()));
  missing.push(...(await ensureServers()));
  if (process.getuid?.() !== 0) missing.push({ command: 'root', debian: 'sudo', for: 'container suites' });
  if (missing.length > 0) {
    say('Missing on this machine:');
    for (const part of missing)
      say(`  - ${part.command} (Debian: ${part.debian}): without it ${part.for} are skipped`);
    if (inCi) throw new Error('In CI nothing may be skipped.');
  }
  return missing;
}
