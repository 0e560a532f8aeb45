import { parentPort, workerData } from 'node:worker_threads';
import { type Finding, findingsAt, type Order } from './validate-findings.ts';

/** What the thread says: the file that it is at, and in the end what it found. */
export type FromThread = { at: string } | { findings: Finding[] | null };

const port = parentPort;
if (port === null) throw new Error('This is a thread, not a program');
const say = (words: FromThread): void => port.postMessage(words);

const order: Order = workerData;
say({ findings: findingsAt(order, (at) => say({ at })) });
