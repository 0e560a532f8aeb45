import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createPlainServer } from 'node:net';
import { join } from 'node:path';
import { useTempFolder } from '@marquee/testing';
import { dataPaths } from '../paths.ts';
import { describeFindings } from './doctor.ts';
import { checkDataFolder, checkDocker, checkNode, checkPort, checkServer } from './doctor-checks.ts';

const folder = useTempFolder();
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

test('an old Node is an error that says which is needed', () => {
  expect(checkNode('v18.20.0')).toMatchObject({ verdict: 'error', mend: 'Install Node 20.19 or later.' });
  expect(checkNode('v20.18.9').verdict).toBe('error');
  expect(checkNode('v20.19.0').verdict).toBe('ok');
  expect(checkNode('v22.1.0').verdict).toBe('ok');
});

test('a port is free, ours, or a stranger’s', async () => {
  const ours = await serve((_request, response) => response.end('{"data":{"features":[]}}'));
  const stranger = await serve((_request, response) => response.end('hello'));
  expect(await checkPort('127.0.0.1', ours)).toMatchObject({
    verdict: 'ok',
    message: 'Marquee is running here',
  });
  expect(await checkPort('127.0.0.1', stranger)).toMatchObject({
    verdict: 'error',
    mend: expect.stringContaining('PORT='),
  });
});

test('a data folder is made when it is missing, and a file in its place is told of', async () => {
  const [made] = await checkDataFolder(dataPaths(join(folder(), 'new')));
  expect(made).toMatchObject({ verdict: 'ok' });
  const [refused] = await checkDataFolder(dataPaths('/dev/null/data'));
  expect(refused).toMatchObject({ verdict: 'error', mend: expect.stringContaining('MARQUEE_DATA') });
});

test('a server that listens is ok, one that does not says how to mend it', async () => {
  const server = createPlainServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect(await checkServer('Redis', `redis://127.0.0.1:${port}`, 6379, 'Start it.')).toMatchObject({
    verdict: 'ok',
  });
  server.close();
  await once(server, 'close');
  expect(await checkServer('Redis', `redis://127.0.0.1:${port}`, 6379, 'Start it.')).toMatchObject({
    verdict: 'error',
    mend: 'Start it.',
  });
});

test('Docker that is missing is a warning, since only previews want it', async () => {
  const port = await serve((_request, response) => response.end('{"Version":"28.2.2"}'));
  expect(await checkDocker(`tcp://127.0.0.1:${port}`)).toEqual({
    part: 'Docker',
    verdict: 'ok',
    message: 'engine 28.2.2',
  });
  expect(await checkDocker(`unix://${join(folder(), 'no.sock')}`)).toMatchObject({ verdict: 'warning' });
});

test('the report ends with how much there is to mend', () => {
  const report = describeFindings([
    { part: 'Node', verdict: 'ok', message: 'v22' },
    { part: 'Port 8080', verdict: 'error', message: 'taken', mend: 'Choose another.' },
  ]);
  expect(report.split('\n')).toEqual([
    '✓ Node       v22',
    '✗ Port 8080  taken',
    '             → Choose another.',
    '',
    '1 to mend.',
  ]);
});
