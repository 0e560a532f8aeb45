import { createHash } from 'node:crypto';
import type { PictureBytes, PictureKind, PictureOwner, PictureSet, PictureType } from '../model.ts';
import { announce } from '../world/announce.ts';
import type { World } from '../world/world.ts';

const firstVersion = 1_700_000_000;

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean =>
  head.every((byte, at) => bytes[at] === byte);

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** What the bytes are, whatever the client says they are. */
export const pictureTypeOf = (bytes: Uint8Array): PictureType | undefined => {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
  return undefined;
};

const setOf = (owner: PictureOwner, kind: PictureKind): PictureSet => {
  const set = owner.pictures[kind] ?? { version: firstVersion, choices: [] };
  owner.pictures[kind] = set;
  return set;
};

/** The lock has the name of the attribute the picture is told in. */
const lockNames: Record<PictureKind, string> = {
  poster: 'thumb',
  art: 'art',
  clearLogo: 'clearLogo',
  squareArt: 'squareArt',
  theme: 'theme',
};

const shelves: Record<PictureKind, string> = {
  poster: 'posters',
  art: 'arts',
  clearLogo: 'clearLogos',
  squareArt: 'squareArts',
  theme: 'themes',
};

const lock = (owner: PictureOwner, kind: PictureKind): void => {
  const name = lockNames[kind];
  if (!owner.locked.includes(name)) owner.locked.push(name);
};

const nextUpload = (set: PictureSet): number =>
  Math.max(
    set.choices.length,
    ...set.choices.map(({ key }) => Number(/^upload:\/\/\w+\/(\d+)$/.exec(key)?.[1] ?? 0)),
  ) + 1;

export const uploadPicture = async (
  world: World,
  owner: PictureOwner,
  kind: PictureKind,
  bytes: Uint8Array,
  contentType: PictureType,
): Promise<void> => {
  const name = createHash('sha256').update(bytes).digest('hex');
  await world.uploads.put(name, bytes);
  const set = setOf(owner, kind);
  const key = `upload://${shelves[kind]}/${nextUpload(set)}`;
  set.choices.unshift({ key, upload: { name, contentType } });
  set.selected = key;
  set.version += 1;
  lock(owner, kind);
  announce(world, owner, 5);
};

export const selectPicture = (world: World, owner: PictureOwner, kind: PictureKind, key: string): boolean => {
  const set = owner.pictures[kind];
  if (!set?.choices.some((choice) => choice.key === key)) return false;
  set.selected = key;
  set.version += 1;
  lock(owner, kind);
  announce(world, owner, 5);
  return true;
};

/** Back to what the agent offers, or to none. */
export const dropPicture = (world: World, owner: PictureOwner, kind: PictureKind): void => {
  const set = setOf(owner, kind);
  set.choices = set.choices.filter(({ key }) => key !== set.selected || !key.startsWith('upload://'));
  delete set.selected;
  set.version += 1;
  announce(world, owner, 5);
};

export const readPicture = async (
  world: World,
  owner: PictureOwner,
  kind: PictureKind,
  key: string,
): Promise<PictureBytes | undefined> => {
  const choice = owner.pictures[kind]?.choices.find((one) => one.key === key);
  if (!choice) return undefined;
  if (!choice.upload) return world.images(owner, kind, key);
  const bytes = await world.uploads.get(choice.upload.name);
  return bytes && { bytes, contentType: choice.upload.contentType };
};
