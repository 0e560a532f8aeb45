import { readFileSync } from 'node:fs';
import type { Credentials } from '../e2e/account.ts';

/** How a process of ours is, as it says itself. */
export interface Vitals {
  /** Since they were last read. */
  eventLoopMs: { p50: number; p99: number; longest: number };
  rssMb: number;
  /** Of all its threads since it was started. */
  cpuSeconds: number;
}

/** Reads them from `/metrics` as an admin, which begins a new stretch of measuring. */
export async function readVitals({ url, headers }: { url: string; headers: Credentials }): Promise<Vitals> {
  const text = await (await fetch(`${url}/metrics`, { headers })).text();
  const value = (name: string) => {
    const found = new RegExp(`^${name}(?:{[^}]*})? (\\S+)$`, 'm').exec(text)?.[1];
    if (found === undefined) throw new Error(`${url}/metrics does not tell ${name}`);
    return Number(found);
  };
  const delay = (which: string) => value(`nodejs_eventloop_lag_${which}_seconds`) * 1000;
  return {
    eventLoopMs: { p50: delay('p50'), p99: delay('p99'), longest: delay('max') },
    rssMb: value('process_resident_memory_bytes') / 2 ** 20,
    cpuSeconds: value('process_cpu_seconds_total'),
  };
}

/** The memory of a process, as the kernel counts it: what it has now, or the most it has ever had. */
export function memoryMb(pid: number, which: 'now' | 'most'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const line = which === 'now' ? /VmRSS:\s+(\d+)/ : /VmHWM:\s+(\d+)/;
  return Number(line.exec(status)?.[1] ?? Number.NaN) / 1024;
}
