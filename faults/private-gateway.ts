import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, setUp } from '../e2e/account.ts';
import { type PrivateRedis, privateRedis } from '../packages/service-kit/src/keys/testing/private-redis.ts';
import { privateBroker } from './private-broker.ts';
import { type Product, sparePort, startGateway } from './product.ts';

export interface PrivateGateway extends Product, Account {
  redis: PrivateRedis;
  remove(): Promise<void>;
}

/** Believes us where a request comes from, so that one machine can speak for many. */
export const from = (address: string) => ({ 'x-forwarded-for': address });

/** The gateway as in containers, a process of its own, with a broker and a Redis that nobody else uses. */
export async function privateGateway(): Promise<PrivateGateway> {
  const folder = mkdtempSync(join(tmpdir(), 'marquee-gateway-'));
  const redis = await privateRedis();
  const broker = await privateBroker();
  let gateway: Product | undefined;
  async function remove(): Promise<void> {
    await gateway?.kill();
    await redis.remove();
    await broker.remove();
    rmSync(folder, { recursive: true, force: true });
  }
  try {
    const ports = { internal: await sparePort(), config: await sparePort(), own: await sparePort() };
    gateway = await startGateway(ports.own, {
      MARQUEE_DATA: folder,
      MARQUEE_LOG_LEVEL: 'info',
      MARQUEE_SERVICE_KEY: randomBytes(32).toString('hex'),
      MARQUEE_INTERNAL_PORT: String(ports.internal),
      // Nobody is there: who signs in needs no other service.
      MARQUEE_CONFIG_URL: `http://127.0.0.1:${ports.config}`,
      MARQUEE_TRUST_PROXY: '127.0.0.1,::1',
      MARQUEE_PUBLIC_URL: `http://localhost:${ports.own}`,
      RABBITMQ_URL: broker.url,
      REDIS_URL: redis.url,
    });
    return { ...gateway, ...(await setUp(gateway.url, folder)), redis, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
