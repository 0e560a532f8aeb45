import { constants } from 'node:fs';
import { access, mkdir, statfs } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import type { DataPaths } from '../paths.ts';

export interface Finding {
  part: string;
  verdict: 'ok' | 'warning' | 'error';
  message: string;
  /** What to do about it. */
  mend?: string;
}

const LOW_DISK_BYTES = 1_000_000_000;
const OLDEST_NODE = [20, 19] as const;

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const fits = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return fits
    ? { part: 'Node', verdict: 'ok', message: version }
    : {
        part: 'Node',
        verdict: 'error',
        message: `${version} is too old`,
        mend: `Install Node ${OLDEST_NODE.join('.')} or later.`,
      };
}

/** Free, taken by Marquee itself, or taken by a stranger. */
export async function checkPort(host: string, port: number): Promise<Finding> {
  const part = `Port ${port}`;
  if (await canListen(host, port)) return { part, verdict: 'ok', message: 'free' };
  if (await isMarquee(host, port)) return { part, verdict: 'ok', message: 'Marquee is running here' };
  return {
    part,
    verdict: 'error',
    message: `taken by another program on ${host}`,
    mend: `Stop that program, or choose another port: PORT=${port + 1} npm start`,
  };
}

function canListen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

function isMarquee(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const outgoing = request(
      { host, port, path: '/api/health', timeout: 2000, headers: { host: 'localhost' } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
        answer.on('end', () => resolve(text.includes('"features"')));
      },
    );
    outgoing.once('timeout', () => outgoing.destroy());
    outgoing.once('error', () => resolve(false));
    outgoing.end();
  });
}

export async function checkDataFolder({ data }: DataPaths): Promise<Finding[]> {
  const part = 'Data folder';
  try {
    await mkdir(data, { recursive: true, mode: 0o700 });
    await access(data, constants.R_OK | constants.W_OK);
  } catch (error) {
    return [
      {
        part,
        verdict: 'error',
        message: `${data} cannot be written: ${messageOf(error)}`,
        mend: 'Give your user the right to write there, or set MARQUEE_DATA to another folder.',
      },
    ];
  }
  const { bavail, bsize } = await statfs(data);
  const free = bavail * bsize;
  const space = `${(free / 1e9).toFixed(1)} GB free`;
  return [
    { part, verdict: 'ok', message: data },
    free < LOW_DISK_BYTES
      ? {
          part: 'Disk',
          verdict: 'warning',
          message: `only ${space}`,
          mend: 'Free some space: saves are refused when the disk is full.',
        }
      : { part: 'Disk', verdict: 'ok', message: space },
  ];
}

/** Something must listen at the address of a URL. */
export async function checkServer(
  part: string,
  url: string,
  fallbackPort: number,
  mend: string,
): Promise<Finding> {
  const { hostname, port } = new URL(url);
  const address = `${hostname}:${port || fallbackPort}`;
  const fault = await new Promise<string | undefined>((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) || fallbackPort, timeout: 3000 });
    const end = (result: string | undefined) => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => end(undefined));
    socket.once('timeout', () => end('no answer within 3 s'));
    socket.once('error', (error) => end(error.message));
  });
  return fault === undefined
    ? { part, verdict: 'ok', message: `answers at ${address}` }
    : { part, verdict: 'error', message: `${address}: ${fault}`, mend };
}

/** Docker is wanted by previews only, so its absence is no error. */
export function checkDocker(dockerHost: string | undefined): Promise<Finding> {
  const part = 'Docker';
  const missing = (message: string): Finding => ({
    part,
    verdict: 'warning',
    message,
    mend: 'Marquee works without it. Previews will need a Docker engine that this user may reach.',
  });
  const target = dockerHost?.startsWith('tcp://')
    ? { host: new URL(dockerHost).hostname, port: new URL(dockerHost).port || '2375' }
    : { socketPath: dockerHost?.replace(/^unix:\/\//, '') ?? '/var/run/docker.sock' };
  return new Promise((resolve) => {
    const outgoing = request({ ...target, path: '/version', timeout: 3000 }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () => {
        const version = /"Version":"([^"]+)"/.exec(text)?.[1];
        resolve(
          version
            ? { part, verdict: 'ok', message: `engine ${version}` }
            : missing('answers, but not like a Docker engine'),
        );
      });
    });
    outgoing.once('timeout', () => outgoing.destroy(new Error('no answer within 3 s')));
    outgoing.once('error', (error) => resolve(missing(error.message)));
    outgoing.end();
  });
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
