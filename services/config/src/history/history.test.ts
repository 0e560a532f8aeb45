import { problem } from '@marquee/contracts';
import { memoryRepository } from '../testing/memory-repository.ts';
import { createHistory } from './history.ts';
import type { Repository } from './repository.ts';

const AT = new Date('2026-11-21T05:00:00Z');
const note = (author: string) => ({ author, by: author, origin: 'save' as const, message: '', at: AT });
const PEOPLE = Array.from({ length: 10 }, (_, at) => `ada-${at}`);

function historyIn(repository: Repository) {
  const heads: string[] = [];
  const { moveHead } = repository;
  repository.moveHead = async (id) => {
    heads.push(id);
    await moveHead(id);
  };
  const history = createHistory({ repository });
  const save = async (author: string, text = author) => {
    const blob = await history.keep(text);
    return await history.record([{ path: `${author}.yml`, blob }], note(author));
  };
  return { heads, history, save };
}

test('who saves at once gets a version of their own, and the disk is waited for together', async () => {
  const repository = memoryRepository();
  const { heads, history, save } = historyIn(repository);
  await history.versions();
  const made = await Promise.all(PEOPLE.map((author) => save(author)));
  expect(heads.length).toBeLessThan(PEOPLE.length);
  const versions = await history.versions();
  expect(versions).toEqual(made);
  expect(versions.map(({ by, changes }) => [by, changes.length])).toEqual(PEOPLE.map((one) => [one, 1]));
  expect(await createHistory({ repository }).versions()).toEqual(versions);
  expect([...(await history.files()).keys()]).toEqual(PEOPLE.map((one) => `${one}.yml`));
});

test('what says the same as before is no version, also among others', async () => {
  const { history, save } = historyIn(memoryRepository());
  await save('ada-0');
  const made = await Promise.all([save('ada-1'), save('ada-0'), save('ada-2')]);
  expect(made.map((version) => version?.by)).toEqual(['ada-1', undefined, 'ada-2']);
  expect(await history.versions()).toHaveLength(3);
});

test('where the disk fails none of those who came together has saved, and the next ones do', async () => {
  const repository = memoryRepository();
  const { history, save } = historyIn(repository);
  await save('ada-0');
  const { writeTree } = repository;
  repository.writeTree = (entries) => {
    const { id } = writeTree(entries);
    return { id, kept: Promise.reject(problem('service.disk-full')) };
  };
  const refused = await Promise.allSettled(PEOPLE.slice(1, 4).map((author) => save(author)));
  expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(await history.versions()).toHaveLength(1);
  let trees = 0;
  repository.writeTree = (entries) => {
    trees += 1;
    return writeTree(entries);
  };
  await save('ada-1');
  expect(trees).toBe(1);
  expect([...(await history.files()).keys()]).toEqual(['ada-0.yml', 'ada-1.yml']);
});
