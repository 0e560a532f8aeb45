import type { Principal } from '@marquee/contracts';
import { createLogger } from '@marquee/service-kit';
import { until } from '../testing/until.ts';
import { createVigil } from './vigil.ts';

const log = createLogger({ service: 'test', level: 'silent' });
const person = (session: string, change: Partial<Principal> = {}): Principal => ({
  id: 'ada',
  name: 'Ada',
  role: 'admin',
  libraries: ['demo.1', 'demo.2'],
  via: { kind: 'session', id: session },
  ...change,
});

function watching(current: (principal: Principal) => Promise<Principal | undefined> = async (one) => one) {
  let end: (id: string) => void = () => undefined;
  let looks = 0;
  const over: string[] = [];
  const vigil = createVigil({
    onEnd(listener) {
      end = listener;
      return () => undefined;
    },
    current: async (principal) => {
      looks += 1;
      return current(principal);
    },
    log,
    everyMs: 1,
  });
  const watch = (principal: Principal, name: string) => vigil.watch(principal, () => over.push(name));
  return { vigil, watch, over, end: (id: string) => end(id), looks: () => looks };
}

test('whoever is signed out is over at once, others go on', () => {
  const { vigil, watch, over, end } = watching();
  watch(person('s1'), 'one');
  watch(person('s1'), 'two');
  watch(person('s2'), 'other');
  end('s1');
  end('s1');
  expect(over).toEqual(['one', 'two']);
  vigil.close();
});

test('who has left is not called', () => {
  const { vigil, watch, over, end } = watching();
  watch(person('s1'), 'gone')();
  end('s1');
  expect(over).toEqual([]);
  vigil.close();
});

test.each<[string, Partial<Principal> | undefined]>([
  ['another role', { role: 'viewer' }],
  ['other libraries', { libraries: ['demo.1'] }],
  ['no account any more', undefined],
])('%s is seen without being told, and ends what is open', async (_what, change) => {
  const { vigil, watch, over } = watching(async (one) =>
    one.via.id === 's2' ? one : change && { ...one, ...change },
  );
  watch(person('s1'), 'changed');
  watch(person('s2'), 'same');
  await until(() => over.length > 0);
  expect(over).toEqual(['changed']);
  vigil.close();
});

test('the same libraries in another order are the same', async () => {
  const { vigil, watch, over, looks } = watching(async (one) => ({
    ...one,
    libraries: ['demo.2', 'demo.1'],
  }));
  watch(person('s1'), 'one');
  await until(() => looks() > 2);
  expect(over).toEqual([]);
  vigil.close();
});

test('a look that fails ends nobody, and the next one is made', async () => {
  let fails = 3;
  const { vigil, watch, over, looks } = watching(async () => {
    fails -= 1;
    if (fails > 0) throw new Error('the database is busy');
    return undefined;
  });
  watch(person('s1'), 'one');
  await until(() => over.length === 1);
  expect(looks()).toBeGreaterThanOrEqual(3);
  vigil.close();
});
