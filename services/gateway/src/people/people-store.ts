import type { Role, User } from '@marquee/contracts';

interface NewPerson {
  name: string;
  role: Role;
  owner?: boolean;
  /** A local account has a password, one of Plex a number. */
  login: { origin: 'local'; passwordHash: string } | { origin: 'plex'; plexId: number };
  libraries: User['libraries'];
}

interface PersonChange {
  role?: Role;
  disabled?: boolean;
  libraries?: User['libraries'];
  passwordHash?: string;
  lastSeenAt?: string;
}

/** Everyone who may sign in. */
export interface PeopleStore {
  list(): Promise<User[]>;
  find(id: string): Promise<User | undefined>;
  /** However it is written: case and look-alike spellings do not matter. */
  findByName(name: string): Promise<User | undefined>;
  findByPlexId(plexId: number): Promise<User | undefined>;
  /** Throws `user.name-taken`; for the owner `setup.done` when there is one. */
  add(person: NewPerson): Promise<User>;
  change(id: string, change: PersonChange): Promise<User>;
  remove(id: string): Promise<void>;
  passwordHashOf(id: string): Promise<string | undefined>;
  hasOwner(): Promise<boolean>;
}
