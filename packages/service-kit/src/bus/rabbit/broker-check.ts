import type { Check } from '@marquee/contracts';
import { reasonOf } from '../attempts.ts';
import { within } from '../within.ts';
import type { BrokerLink } from './broker-link.ts';
import { onFreshChannel } from './topology.ts';

const PATIENCE_MS = 2000;

/** One round trip to the broker. */
export async function checkBroker(link: BrokerLink): Promise<Check> {
  const { model, address, trouble } = link;
  const name = 'broker';
  const down = (reason: string): Check => ({
    name,
    state: 'down',
    message: `RabbitMQ at ${address} does not answer (${reason}): check that it runs and that RABBITMQ_URL is right; it is tried again by itself`,
  });
  if (model === undefined) return down(trouble ?? 'not connected');
  const version = model.connection.serverProperties.version;
  if (trouble !== undefined) {
    const message = `RabbitMQ at ${address} is there, but ${trouble}: free memory or disk space on its machine`;
    return { name, state: 'degraded', message, version };
  }
  const started = performance.now();
  try {
    const inTime = await within(
      PATIENCE_MS,
      onFreshChannel(model, async () => undefined),
      () => undefined,
    );
    if (!inTime) return down(`nothing came within ${PATIENCE_MS} ms`);
  } catch (error) {
    return down(reasonOf(error));
  }
  const latencyMs = Math.round(performance.now() - started);
  return { name, state: 'ok', message: `RabbitMQ at ${address} answers`, version, latencyMs };
}
