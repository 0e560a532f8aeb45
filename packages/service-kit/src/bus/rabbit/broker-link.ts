import { Duplex } from 'node:stream';
import { type ChannelModel, connect } from 'amqplib';
import { reasonOf } from '../attempts.ts';
import type { BusLog } from '../bus-log.ts';
import { within } from '../within.ts';
import type { Backoff } from './backoff.ts';

/** Half-open connections are noticed after two missed beats. */
const HEARTBEAT_SECONDS = 10;
const CONNECT_TIMEOUT_MS = 10_000;
const CLOSE_TIMEOUT_MS = 1000;

interface LinkWatcher {
  up(model: ChannelModel): void;
  down?(): void;
}

/** A connection that comes back by itself, for ever. */
export interface BrokerLink {
  readonly model: ChannelModel | undefined;
  /** Why it is not of full use; undefined when all is well. */
  readonly trouble: string | undefined;
  /** The broker's address without its password. */
  readonly address: string;
  /** Calls `up` at once where there is a connection; the answer ends the watch. */
  watch(watcher: LinkWatcher): () => void;
  close(): Promise<void>;
}

export interface LinkOptions {
  url: string;
  name: string;
  backoff: Backoff;
  log: BusLog;
}

/**
 * amqplib has a `recovery` of its own, but it listens for `close` only after its `setup` hook is done: a
 * connection that ends in between is never noticed. So this supervisor listens first and sets up second.
 * Resolves after the first attempt, successful or not.
 */
export async function openBrokerLink({ url, name, backoff, log }: LinkOptions): Promise<BrokerLink> {
  const target = new URL(url);
  if (!target.searchParams.has('heartbeat')) target.searchParams.set('heartbeat', String(HEARTBEAT_SECONDS));
  const address = target.host;
  const watchers = new Set<LinkWatcher>();
  let model: ChannelModel | undefined;
  let trouble: string | undefined = 'not connected yet';
  let attempt = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function tryOnce(): Promise<void> {
    try {
      const fresh = await connect(target.href, {
        timeout: CONNECT_TIMEOUT_MS,
        noDelay: true,
        keepAlive: true,
        clientProperties: { connection_name: name },
      });
      fresh.on('error', (error) =>
        log.warn({ address, reason: error.message }, 'The broker connection failed'),
      );
      fresh.on('close', (error) => lost(fresh, error));
      fresh.on('blocked', (reason) => {
        trouble = `it takes no messages (${reason})`;
        log.warn({ address, reason }, 'The broker takes no messages');
      });
      fresh.on('unblocked', () => {
        trouble = undefined;
      });
      // Proves the connection alive now that its end can no longer be missed.
      await (await fresh.createChannel()).close();
      if (closed) return await hangUp(fresh);
      up(fresh);
    } catch (error) {
      again(error);
    }
  }

  function up(fresh: ChannelModel): void {
    model = fresh;
    trouble = undefined;
    if (attempt > 0) log.info({ address, attempt }, 'Connected to the broker again');
    attempt = 0;
    for (const watcher of watchers) watcher.up(fresh);
  }

  function lost(gone: ChannelModel, error: Error | undefined): void {
    // amqplib only says goodbye; to a broker that went silent that would keep the socket for minutes.
    dropSocket(gone);
    if (model !== gone) return;
    model = undefined;
    for (const watcher of watchers) watcher.down?.();
    again(error ?? new Error('the connection was closed'));
  }

  function again(error: unknown): void {
    if (closed) return;
    attempt += 1;
    trouble = reasonOf(error);
    const waitMs = backoff(attempt);
    log.warn({ address, reason: trouble, attempt, waitMs }, 'No connection to the broker; trying again');
    timer = setTimeout(() => void tryOnce(), waitMs);
  }

  async function hangUp(living: ChannelModel): Promise<void> {
    await within(CLOSE_TIMEOUT_MS, living.close(), () => {
      log.warn({ address }, 'The broker did not confirm the end of the connection');
      dropSocket(living, new Error('the broker did not confirm the end of the connection'));
    });
  }

  await tryOnce();
  return {
    get model() {
      return model;
    },
    get trouble() {
      return trouble;
    },
    address,
    watch(watcher) {
      watchers.add(watcher);
      if (model) watcher.up(model);
      return () => watchers.delete(watcher);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      const living = model;
      model = undefined;
      trouble = 'closed';
      if (living) await hangUp(living);
    },
  };
}

function dropSocket({ connection }: ChannelModel, reason?: Error): void {
  if ('stream' in connection && connection.stream instanceof Duplex) connection.stream.destroy(reason);
}
