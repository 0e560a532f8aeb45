import { z } from 'zod';

export const Role = z.enum(['viewer', 'editor', 'admin']).meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

/** Who may call a route: anybody, or a signed-in person of at least this role. */
export type Access = Role | 'public';

const rank: Record<Role, number> = { viewer: 1, editor: 2, admin: 3 };

export function allows(access: Access, role: Role | undefined): boolean {
  if (access === 'public') return true;
  return role !== undefined && rank[role] >= rank[access];
}

/** The person or program behind a request, as every service sees it. */
export const Principal = z.object({
  id: z.string(),
  name: z.string(),
  role: Role,
  /** Library ids this person may see; 'all' for local accounts and the server's owner. */
  libraries: z.union([z.literal('all'), z.array(z.string())]),
  /** What stands behind it: a person's session, or an API key of theirs. */
  via: z.object({ kind: z.enum(['session', 'api-key', 'nobody']), id: z.string() }),
});
export type Principal = z.infer<typeof Principal>;

export function maySeeLibrary(principal: Principal, libraryId: string): boolean {
  return principal.libraries === 'all' || principal.libraries.includes(libraryId);
}
