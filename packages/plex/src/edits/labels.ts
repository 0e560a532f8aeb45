import { problem } from '@marquee/contracts';
import type { CallOptions } from '../connection/options.ts';
import { isPlexType } from '../items/item-types.ts';
import type { PlexItem } from '../metadata/item.ts';
import type { MetadataCalls } from '../metadata/metadata.ts';
import type { EditCalls, EditTarget } from './edits.ts';
import { unionOfTags, withoutTags } from './tags.ts';

const cannotEdit = (message: string) => problem('plex.bad-answer', { details: [{ message }] });

/** What an item says about itself is enough to edit it. */
export function editTarget({ ratingKey, sectionId, type }: PlexItem): EditTarget {
  if (sectionId === null) throw cannotEdit(`item ${ratingKey} does not say which section it is in`);
  if (!isPlexType(type)) throw cannotEdit(`item ${ratingKey} is of an unknown kind "${type}"`);
  return { sectionId, type, ratingKeys: [ratingKey] };
}

/** Labels of one item. Each change reads the list first, because Plex takes the whole list only. */
export function labelCalls(metadata: MetadataCalls, edits: EditCalls) {
  async function change(
    ratingKey: string,
    options: CallOptions,
    next: (current: readonly string[]) => readonly string[],
  ): Promise<string[]> {
    const item = await metadata.get(ratingKey, options);
    const wanted = [...next(item.labels)];
    const unchanged =
      wanted.length === item.labels.length && wanted.every((name, i) => name === item.labels[i]);
    if (unchanged) return wanted;
    await edits.replaceTags(
      editTarget(item),
      'label',
      { wanted, current: item.labels, locked: true },
      options,
    );
    return wanted;
  }
  return {
    set: (ratingKey: string, labels: readonly string[], options: CallOptions = {}) =>
      change(ratingKey, options, () => unionOfTags([], labels)),
    add: (ratingKey: string, labels: readonly string[], options: CallOptions = {}) =>
      change(ratingKey, options, (current) => unionOfTags(current, labels)),
    remove: (ratingKey: string, labels: readonly string[], options: CallOptions = {}) =>
      change(ratingKey, options, (current) => withoutTags(current, labels)),
  };
}
