import type { Role } from '@marquee/contracts';

export interface User {
  id: string;
  name: string;
  role: Role;
  createdAt: string;
}

export interface UserStore {
  list(): Promise<User[]>;
  findByName(name: string): Promise<User | undefined>;
  add(user: User, passwordHash: string): Promise<void>;
  setPasswordHash(id: string, passwordHash: string, at: string): Promise<void>;
  passwordHashOf(id: string): Promise<string | undefined>;
}
