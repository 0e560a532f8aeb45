import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Finding, Order } from './validate-findings.ts';
import type { FromThread } from './validate-thread.ts';

export interface ValidateOptions {
  json: boolean;
  /** The built program of the thread that looks at files. */
  script: string;
  now?: Date;
  /** For each file. */
  limitMs?: number;
}

const LIMIT_MS = 5_000;
/** What is read becomes many small things, most of them soon gone: room for them saves much time. */
const MEMORY = { maxOldGenerationSizeMb: 2_048, maxYoungGenerationSizeMb: 192 };

/** Checks one of Kometa's files, or its folder. 1 when there are errors, 2 when there is nothing to check. */
export async function validate(path: string, options: ValidateOptions): Promise<number> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile() && !stat?.isDirectory()) {
    process.stderr.write(`${path}: there is no such file or folder\n`);
    return 2;
  }
  const findings = await findingsWithin(path, options);
  if (findings === null) {
    process.stderr.write(`${path}: there are no YAML files in this folder\n`);
    return 2;
  }
  process.stdout.write(options.json ? `${JSON.stringify(findings, null, 2)}\n` : inLines(findings));
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** A file that takes too long ends the thread; another one looks at the others. */
async function findingsWithin(path: string, options: ValidateOptions): Promise<Finding[] | null> {
  const { script, now = new Date(), limitMs = LIMIT_MS } = options;
  const left: Finding[] = [];
  for (;;) {
    const end = await runThread(script, { path, now, left }, limitMs);
    if ('findings' in end) return end.findings && [...end.findings, ...left];
    left.push(end.stuck);
  }
}

type End = { findings: Finding[] | null } | { stuck: Finding };

function runThread(script: string, order: Order, limitMs: number): Promise<End> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: order, resourceLimits: MEMORY });
    const spent = new Map<string, number>();
    let at: { file: string; since: number; timer: NodeJS.Timeout } | null = null;
    const leave = () => {
      if (!at) return;
      clearTimeout(at.timer);
      spent.set(at.file, (spent.get(at.file) ?? 0) + performance.now() - at.since);
    };
    const end = (how: End) => {
      leave();
      void worker.terminate();
      resolve(how);
    };
    const tooLong = `Not checked: the file takes more than ${limitMs / 1000} s; split it`;
    worker.on('message', (said: FromThread) => {
      if ('findings' in said) {
        end(said);
        return;
      }
      leave();
      const file = said.at;
      const timer = setTimeout(
        () => end({ stuck: notChecked(file, 'yaml.too-slow', tooLong) }),
        Math.max(0, limitMs - (spent.get(file) ?? 0)),
      );
      at = { file, since: performance.now(), timer };
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (at && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        const message = 'Not checked: the file takes too much memory; split it';
        end({ stuck: notChecked(at.file, 'yaml.too-large', message) });
        return;
      }
      leave();
      reject(error);
    });
  });
}

/** Kometa reads it, so it is no error. */
const notChecked = (file: string, code: string, message: string): Finding => ({
  file,
  line: 1,
  column: 1,
  path: [],
  severity: 'warning',
  code,
  message,
});

function inLines(findings: readonly Finding[]): string {
  const lines = findings.map(
    ({ file, line, column, severity, code, message }) =>
      `${file}:${line}:${column} ${severity} ${code} ${message}`,
  );
  const count = (severity: Finding['severity']) => findings.filter((one) => one.severity === severity).length;
  const errors = count('error');
  const warnings = count('warning');
  const sum = `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
  return `${[...lines, sum].join('\n')}\n`;
}
