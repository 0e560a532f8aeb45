import type { ChannelModel, ConfirmChannel } from 'amqplib';
import { reasonOf } from '../attempts.ts';
import type { BusLog } from '../bus-log.ts';
import type { Backoff } from './backoff.ts';
import type { BrokerLink } from './broker-link.ts';

export interface ChannelUse {
  link: BrokerLink;
  log: BusLog;
  backoff: Backoff;
  /** For the log. */
  purpose: string;
  /** Runs on every fresh channel; when it fails the channel is opened anew after a while. */
  setup(channel: ConfirmChannel, model: ChannelModel): Promise<void>;
  /** Called before the channel's unconfirmed messages are told of its end. */
  lost?(channel: ConfirmChannel): void;
}

export interface KeptChannel {
  /** Resolves when the channel is set up, or at once while there is no connection to open it on. */
  settled(): Promise<void>;
  /** Gives the present channel up and opens another. */
  renew(): void;
  stop(): void;
}

/** A channel that is opened and set up again whenever it, or the connection below it, ends. */
export function keepChannel(use: ChannelUse): KeptChannel {
  const { link, log, purpose } = use;
  let current: ConfirmChannel | undefined;
  let opening: Promise<void> = Promise.resolve();
  let attempt = 0;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const isUseful = (model: ChannelModel): boolean => !stopped && link.model === model;

  async function open(model: ChannelModel): Promise<void> {
    try {
      const channel = await model.createConfirmChannel();
      channel.on('error', (error) => log.warn({ purpose, reason: error.message }, 'A broker channel failed'));
      channel.prependListener('close', () => ended(model, channel));
      current = channel;
      await use.setup(channel, model);
      attempt = 0;
    } catch (error) {
      if (!isUseful(model)) return;
      log.warn({ purpose, reason: reasonOf(error) }, 'Could not set a broker channel up');
      if (current) await closeChannel(current);
      else later(model);
    }
  }

  /** Its `close` event does the rest. */
  async function closeChannel(channel: ConfirmChannel): Promise<void> {
    try {
      await channel.close();
    } catch (error) {
      log.info({ purpose, reason: reasonOf(error) }, 'A broker channel was closed already');
    }
  }

  function ended(model: ChannelModel, channel: ConfirmChannel): void {
    if (current !== channel) return;
    current = undefined;
    use.lost?.(channel);
    later(model);
  }

  function later(model: ChannelModel): void {
    if (!isUseful(model) || timer !== undefined) return;
    attempt += 1;
    timer = setTimeout(() => {
      timer = undefined;
      if (isUseful(model)) opening = open(model);
    }, use.backoff(attempt));
  }

  const unwatch = link.watch({
    up(model) {
      attempt = 0;
      clearTimeout(timer);
      timer = undefined;
      opening = open(model);
    },
  });

  return {
    settled: () => opening,
    renew() {
      if (current) void closeChannel(current);
    },
    stop() {
      stopped = true;
      unwatch();
      clearTimeout(timer);
      const channel = current;
      current = undefined;
      // Nobody waits for the broker to agree: on a silent connection it never would.
      if (channel && link.model) void closeChannel(channel);
    },
  };
}
