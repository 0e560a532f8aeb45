import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { User } from '@marquee/contracts';
import { z } from 'zod';
import { readSetupCode, setUp } from '../account.ts';
import { ask } from '../ask.ts';
import { type Product, startProduct } from '../product.ts';
import { projectRoot } from '../program.ts';
import { strangers } from './addresses.ts';
import { type RawAnswer, rawAsk } from './raw-request.ts';

jest.setTimeout(120_000);

const password = 'correct horse battery staple';
const post = (url: string, path: string, body: unknown, from?: string): Promise<RawAnswer> =>
  rawAsk(url, {
    method: 'POST',
    path,
    headers: ['content-type: application/json', 'user-agent: test'],
    body: JSON.stringify(body),
    ...(from === undefined ? {} : { from }),
  });

describe('on a Marquee that nobody has set up', () => {
  let marquee: Product;
  beforeAll(async () => {
    marquee = await startProduct({ people: 'nobody' });
  });
  afterAll(() => marquee?.end());

  test('nobody comes in by Plex, and nobody is an admin without the code', async () => {
    for (const code of ['', '0000-0000-0000', 'XKCD-4711-QRST', '%', '*']) {
      expect(
        (await post(marquee.url, '/api/auth/setup', { code, name: 'Eve', password }, '127.5.0.1')).status,
      ).toBe(403);
    }
    for (const step of ['start', 'finish'])
      expect((await post(marquee.url, `/api/auth/plex/${step}`, undefined)).status).toBe(409);
    expect((await post(marquee.url, '/api/auth/login', { name: 'admin', password: 'admin' })).status).toBe(
      401,
    );
  });

  test('of fifty who have the code in the same moment, exactly one becomes the owner', async () => {
    const code = await readSetupCode(marquee.dataFolder);
    const from = strangers(6);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        post(marquee.url, '/api/auth/setup', { code, name: `Owner ${n}`, password }, from.next().value),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array.from({ length: 49 }, () => 409)]);

    const made = answers.find(({ status }) => status === 201);
    const { accessToken } = z.object({ accessToken: z.string() }).parse(JSON.parse(made?.body ?? '').data);
    const people = await ask(`${marquee.url}/api/users`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    expect(z.array(User).parse(people.data)).toEqual([
      expect.objectContaining({ role: 'admin', owner: true }),
    ]);
    expect((await post(marquee.url, '/api/auth/setup', { code, name: 'Late', password })).status).toBe(409);
  });
});

describe('a stranger who tries names', () => {
  let marquee: Product;
  beforeAll(async () => {
    marquee = await startProduct({ people: 'nobody' });
    const { headers } = await setUp(marquee.url, marquee.dataFolder);
    for (const name of ['Known 0', 'Known 1', 'Shut 0', 'Shut 1']) {
      const made = await ask(`${marquee.url}/api/users`, {
        method: 'POST',
        headers,
        body: { name, password, role: 'viewer' },
      });
      if (!name.startsWith('Shut')) continue;
      const { id } = User.parse(made.data);
      await ask(`${marquee.url}/api/users/${id}`, { method: 'PATCH', headers, body: { disabled: true } });
    }
  });
  afterAll(() => marquee?.end());

  const ROUNDS = 60;
  /** Two accounts each, so that no name is tried so often that its answers are slowed down. */
  const tries = {
    unknown: (round: number) => ({ name: `Nobody ${round}`, password: `wrong ${round}` }),
    wrong: (round: number) => ({ name: `Known ${round % 2}`, password: `wrong ${round}` }),
    shut: (round: number) => ({ name: `Shut ${round % 2}`, password }),
  };
  type Kind = keyof typeof tries;

  /** What may differ between any two answers. */
  const withoutChance = ({ head, body }: RawAnswer) =>
    `${head}\n\n${body}`
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
      .replace(/"timestamp":"[^"]+"/, '"timestamp":"T"')
      .replace(/^date: .*$/im, 'date: D');

  test('reads the same answer for unknown, wrong and shut, to the byte', async () => {
    const from = strangers(7);
    const seen = new Set<string>();
    const took: Record<Kind, number[]> = { unknown: [], wrong: [], shut: [] };
    const one = async (kind: Kind, round: number) => {
      const address = from.next().value;
      const began = performance.now();
      const answer = await post(marquee.url, '/api/auth/login', tries[kind](round), address);
      took[kind].push(performance.now() - began);
      seen.add(withoutChance(answer));
    };
    // In turns, two at a time, so that each kind meets the same neighbours.
    const turns = Array.from({ length: ROUNDS }, (_, round) =>
      (['unknown', 'wrong', 'shut'] as const).map((kind) => ({ kind, round })),
    ).flat();
    while (turns.length > 0) await Promise.all(turns.splice(0, 2).map(({ kind, round }) => one(kind, round)));

    expect([...seen]).toEqual([expect.stringMatching(/^HTTP\/1\.1 401 [\s\S]*"auth\.wrong-credentials"/)]);
    await report(took);
  });
});

/** For people to judge: what a stranger could measure. Times are told, never asserted; the first ones warm up. */
async function report(took: Record<string, number[]>): Promise<void> {
  const told = Object.entries(took).map(([kind, [_first, ...times]]) => {
    const sorted = times.toSorted((a, b) => a - b);
    const meanMs = times.reduce((sum, time) => sum + time, 0) / times.length;
    const variance = times.reduce((sum, time) => sum + (time - meanMs) ** 2, 0) / (times.length - 1);
    return {
      kind,
      meanMs,
      standardErrorMs: Math.sqrt(variance / times.length),
      medianMs: sorted[sorted.length >> 1],
    };
  });
  const means = told.map(({ meanMs }) => meanMs);
  const folder = join(projectRoot, 'artifacts/attacks');
  await mkdir(folder, { recursive: true });
  const gap = { largestGapOfMeansMs: Math.max(...means) - Math.min(...means), told };
  await writeFile(join(folder, 'enumeration.json'), `${JSON.stringify(gap, null, 2)}\n`);
}
