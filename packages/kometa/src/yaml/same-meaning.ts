import { plainOf } from './read-values.ts';
import { readYaml } from './yaml-tree.ts';

/** Whether two texts say the same, keys in the same order; false where one of them cannot be read. */
export function sameMeaning(one: string, other: string): boolean {
  const [first, second] = [readYaml(one), readYaml(other)];
  if (first.faults.length > 0 || second.faults.length > 0) return false;
  return JSON.stringify(plainOf(first, first.root)) === JSON.stringify(plainOf(second, second.root));
}
