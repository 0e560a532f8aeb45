import type { Listed } from '../filters/field.ts';
import type { PictureOwner } from '../model.ts';
import type { Attributes, Element } from '../wire/element.ts';
import { describeCollection } from './collection.ts';
import type { View } from './eyes.ts';
import { describeItem } from './item.ts';
import { describePlaylist } from './playlist.ts';

export const describeListed = (listed: Listed, view: View, more: Attributes = {}): Element =>
  listed.kind === 'collection' ? describeCollection(listed, view) : describeItem(listed, view, more);

export const describeOwner = (owner: PictureOwner, view: View): Element =>
  owner.kind === 'playlist' ? describePlaylist(owner, view) : describeListed(owner, view);
