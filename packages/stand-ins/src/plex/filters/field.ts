import type { PlexAccount, PlexCollection, PlexItem } from '../model.ts';
import type { TypeName } from '../world/titles.ts';
import type { World } from '../world/world.ts';

export type Listed = PlexItem | PlexCollection;

/** Who is asking: ratings and plays are personal. */
export interface Eyes {
  world: World;
  account: PlexAccount;
}

/** A value that can be picked from a list: its wire key and what people read. */
export interface Choice {
  key: string;
  title: string;
}

export type FieldType =
  | 'string'
  | 'integer'
  | 'boolean'
  | 'date'
  | 'tag'
  | 'resolution'
  | 'audioLanguage'
  | 'subtitleLanguage'
  | 'guid';

interface FieldBase {
  name: string;
  title: string;
  /** Offered as a list at `/library/sections/N/<name>`. */
  listed?: boolean;
}

export interface TextField extends FieldBase {
  type: 'string' | 'guid';
  read(item: Listed, eyes: Eyes): string[];
}

export interface NumberField extends FieldBase {
  type: 'integer' | 'date' | 'boolean';
  read(item: Listed, eyes: Eyes): number[];
}

export interface ChoiceField extends FieldBase {
  type: 'tag' | 'resolution' | 'audioLanguage' | 'subtitleLanguage';
  read(item: Listed, eyes: Eyes): Choice[];
}

export type Field = TextField | NumberField | ChoiceField;

export type KindFields = Partial<Record<TypeName, Field[]>>;
