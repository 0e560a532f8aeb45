import { lookup } from 'node:dns/promises';

/** Every address that a name stands for now. */
export async function resolveName(name: string): Promise<string[]> {
  return (await lookup(name, { all: true })).map(({ address }) => address);
}
