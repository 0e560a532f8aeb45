import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useTempFolder } from '@marquee/testing';
import { z } from 'zod';
import { envFields } from './env-fields.ts';
import { EnvError, readEnv, secretFile } from './read-env.ts';

const folder = useTempFolder();
const Schema = z.object({
  PORT: envFields.PORT,
  MARQUEE_LOG_LEVEL: envFields.MARQUEE_LOG_LEVEL,
  NAME: z.string().min(3).describe('What it is called'),
  KEY: secretFile(z.string().min(8)).optional().describe('A secret'),
});

function faultsOf(source: Record<string, string>, schema: z.ZodObject = Schema): readonly string[] {
  try {
    readEnv(schema, source);
  } catch (error) {
    if (error instanceof EnvError) return error.faults;
    throw error;
  }
  return [];
}

test('variables come typed, with their defaults, and empty ones count as absent', () => {
  expect(readEnv(Schema, { NAME: ' tidy ', PORT: '', UNRELATED: 'x' })).toEqual({
    NAME: 'tidy',
    PORT: 8080,
    MARQUEE_LOG_LEVEL: 'info',
  });
  expect(readEnv(Schema, { NAME: 'abc', PORT: '0', MARQUEE_LOG_LEVEL: 'debug' }).PORT).toBe(0);
});

test('all faults are told at once, with the meaning of each variable and never its value', () => {
  const faults = faultsOf({ PORT: 'eighty', MARQUEE_LOG_LEVEL: 'loud', KEY: 's3cret' });
  expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['PORT', 'MARQUEE_LOG_LEVEL', 'NAME', 'KEY']);
  expect(faults[2]).toBe('NAME is missing (What it is called): set it');
  expect(faults.join('\n')).not.toMatch(/eighty|loud|s3cret/);
});

test('a secret may be given as a file', async () => {
  const file = join(folder(), 'key');
  await writeFile(file, 'long-enough\n');
  expect(readEnv(Schema, { NAME: 'abc', KEY_FILE: file }).KEY).toBe('long-enough');
});

test('a secret given twice, or as a file that is not there, is a fault', () => {
  expect(faultsOf({ NAME: 'abc', KEY: 'long-enough', KEY_FILE: '/nowhere' })).toEqual([
    'KEY and KEY_FILE are both set: keep one of them',
  ]);
  expect(faultsOf({ NAME: 'abc', KEY_FILE: '/no/such/file' })).toEqual([
    'KEY cannot be read: KEY_FILE names /no/such/file (ENOENT)',
  ]);
});

test('only variables that are secrets may be files', () => {
  expect(faultsOf({ NAME_FILE: '/etc/hostname' })).toEqual(['NAME is missing (What it is called): set it']);
});

test('the broker’s address must be one', () => {
  const schema = z.object({ RABBITMQ_URL: envFields.RABBITMQ_URL, REDIS_URL: envFields.REDIS_URL });
  expect(
    readEnv(schema, { RABBITMQ_URL: 'amqp://guest:guest@rabbit:5672', REDIS_URL: 'redis://redis:6379' }),
  ).toEqual({
    RABBITMQ_URL: 'amqp://guest:guest@rabbit:5672',
    REDIS_URL: 'redis://redis:6379',
  });
  expect(faultsOf({ RABBITMQ_URL: 'http://rabbit', REDIS_URL: 'redis' }, schema)).toHaveLength(2);
});

test('every shared variable says what it is', () => {
  for (const field of Object.values(envFields))
    expect(field.description).toEqual(expect.stringMatching(/\w{3}/));
});
