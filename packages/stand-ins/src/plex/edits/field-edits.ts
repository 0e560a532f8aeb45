import type { PictureOwner, PlexAccount } from '../model.ts';
import type { Query } from '../wire/query.ts';
import { changeUse } from '../world/world.ts';

const texts = [
  'title',
  'titleSort',
  'originalTitle',
  'editionTitle',
  'summary',
  'tagline',
  'studio',
  'contentRating',
  'originallyAvailableAt',
] as const;
const numbers = ['year', 'index', 'rating', 'audienceRating', 'addedAt', 'updatedAt'] as const;
/** Never empty: Plex keeps the old value instead. */
const required = new Set<string>(['title', 'addedAt', 'updatedAt']);

type Editable = Partial<Record<(typeof texts)[number], string> & Record<(typeof numbers)[number], number>>;

const emptyTo = (thing: Editable, name: keyof Editable): void => {
  if (!required.has(name)) delete thing[name];
};

/** The value of `name.value=`; plain `name=` is the older spelling of the same wish. */
const wish = (query: Query, name: string): string | undefined => query.get(`${name}.value`);

const numberWish = (text: string): number | undefined => {
  const value = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
};

export const editFields = (owner: PictureOwner, query: Query, account: PlexAccount): void => {
  const thing: Editable = owner;
  for (const name of texts) {
    const value = wish(query, name);
    if (value === undefined) continue;
    if (value === '') emptyTo(thing, name);
    else thing[name] = value;
  }
  for (const name of numbers) {
    const text = wish(query, name);
    if (text === undefined) continue;
    const value = numberWish(text);
    if (value === undefined) emptyTo(thing, name);
    else thing[name] = value;
  }
  const rating = wish(query, 'userRating');
  if (rating !== undefined) {
    changeUse(owner, account, (use) => {
      const value = numberWish(rating);
      if (value === undefined || value < 0) delete use.userRating;
      else use.userRating = value;
    });
  }
};

const lockShape = /^([A-Za-z]+)\.locked$/;

export const editLocks = (owner: PictureOwner, query: Query): void => {
  for (const { name, value } of query.list) {
    const field = lockShape.exec(name)?.[1];
    if (field === undefined) continue;
    owner.locked = owner.locked.filter((one) => one !== field);
    if (value === '1') owner.locked.push(field);
  }
};
