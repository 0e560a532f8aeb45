import { createSecrets, EnvError, readEnv } from '@marquee/service-kit';
import { envServers } from './adapters/env-servers.ts';
import { ConfigEnv } from './env.ts';

const given = {
  MARQUEE_PLEX_URL: 'http://192.168.1.10:32400',
  MARQUEE_PLEX_TOKEN: 'a-token-of-some-length',
  RABBITMQ_URL: 'amqp://guest:guest@127.0.0.1:5672',
  REDIS_URL: 'redis://127.0.0.1:6379',
};

test('what is not set has a sensible value', () => {
  expect(readEnv(ConfigEnv, given)).toMatchObject({
    PORT: 8091,
    MARQUEE_BIND: '127.0.0.1',
    MARQUEE_CONFIG_DIR: '/config',
    MARQUEE_PLEX_NAME: 'Plex',
    MARQUEE_LOG_LEVEL: 'info',
  });
});

test('everything that is missing or wrong is told at once', () => {
  const read = () => readEnv(ConfigEnv, { MARQUEE_PLEX_URL: 'ftp://plex', PORT: '99999' });
  expect(read).toThrow(EnvError);
  for (const name of ['MARQUEE_PLEX_URL', 'MARQUEE_PLEX_TOKEN', 'PORT', 'RABBITMQ_URL', 'REDIS_URL']) {
    expect(read).toThrow(name);
  }
});

test('every variable is described', () => {
  for (const [name, field] of Object.entries(ConfigEnv.shape))
    expect([name, field.description]).toEqual([name, expect.any(String)]);
});

test('the server of the environment is in the list, and its token is known as a secret', () => {
  const secrets = createSecrets();
  const servers = envServers(readEnv(ConfigEnv, given), { version: '0.0.0', secrets });
  expect(servers.list()).toEqual([expect.objectContaining({ id: 'plex', name: 'Plex', demo: false })]);
  expect(secrets.redact('token a-token-of-some-length')).not.toContain('a-token-of-some-length');
  servers.close();
});
