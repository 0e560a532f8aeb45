import { EnvError, readEnv } from '@marquee/service-kit';
import { ConfigEnv } from './env.ts';

const given = {
  MARQUEE_SERVICE_KEY: 'a-key-that-all-services-of-it-share',
  RABBITMQ_URL: 'amqp://guest:guest@127.0.0.1:5672',
  REDIS_URL: 'redis://127.0.0.1:6379',
};

test('what is not set has a sensible value', () => {
  expect(readEnv(ConfigEnv, given)).toMatchObject({
    PORT: 8091,
    MARQUEE_BIND: '127.0.0.1',
    MARQUEE_CONFIG_DIR: '/config',
    MARQUEE_INTERNAL_URL: 'http://127.0.0.1:8090',
    MARQUEE_LOG_LEVEL: 'info',
  });
});

test('everything that is missing or wrong is told at once', () => {
  const read = () => readEnv(ConfigEnv, { MARQUEE_INTERNAL_URL: 'ftp://gateway', PORT: '99999' });
  expect(read).toThrow(EnvError);
  for (const name of ['MARQUEE_INTERNAL_URL', 'MARQUEE_SERVICE_KEY', 'PORT', 'RABBITMQ_URL', 'REDIS_URL']) {
    expect(read).toThrow(name);
  }
});

test('every variable is described', () => {
  for (const [name, field] of Object.entries(ConfigEnv.shape))
    expect([name, field.description]).toEqual([name, expect.any(String)]);
});
