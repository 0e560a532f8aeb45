import { isMap } from 'yaml';
import { isBlank, pythonText } from '../yaml/read-values.ts';
import { ANY_FILE, readYaml, type YamlTree } from '../yaml/yaml-tree.ts';
import { addBlock, linesOfBlock } from './definition-blocks.ts';
import { EditRefused, refuseUnreadable, unusual } from './edit-problem.ts';
import { afterColon, contentEnd, indentOf, ownPair } from './layout.ts';
import type { Patch } from './patch.ts';
import { fillBlank, type Place, replaceBehind } from './replace-behind.ts';

/** A key as somebody wrote it, behind the last one of its map. */
export function addAt(tree: YamlTree, { holder, above, last, said }: Place, block: string): Patch[] {
  refuseOddBlock(block, String(last));
  const lines = linesOfBlock(block);
  if (isBlank(tree, holder)) {
    if (above !== null && !('pair' in above)) throw unusual(said);
    if (above?.map.flow) throw inBracesRefused();
    return fillBlank(tree, above, lines, '');
  }
  if (!isMap(holder)) throw new EditRefused('edit.not-a-map', `${said}: what should hold it is no map`);
  if (ownPair(tree, holder, String(last))) throw new EditRefused('edit.exists', `There is ${last} already`);
  if (!holder.flow) return addBlock(tree, holder, block);
  if (holder.items.length > 0 || !above || !('pair' in above) || above.map.flow) throw inBracesRefused();
  const { map, pair } = above;
  const indent = `${indentOf(tree, map)}  `;
  const below = lines.map((line) => (line === '' ? '' : indent + line));
  return replaceBehind(tree, afterColon(tree, pair), holder, contentEnd(tree, pair), '', below);
}

const inBracesRefused = () =>
  new EditRefused(
    'edit.in-braces',
    'What it should be written into is in braces; write it on lines of their own first',
  );

/** One key, without anything that is said elsewhere. */
function refuseOddBlock(block: string, name: string): void {
  const tree = readYaml(block, ANY_FILE);
  const fault = tree.faults[0];
  if (fault?.code === 'alias-unknown') {
    throw new EditRefused('edit.alias', `${name} uses what stands elsewhere in its file: ${fault.message}`);
  }
  refuseUnreadable(tree);
  const [pair, ...more] = isMap(tree.root) ? tree.root.items : [];
  if (!pair || more.length > 0 || pythonText(tree, pair.key) !== name) throw unusual(`“${name}”`);
}
