import type { PlexAccount } from '../model.ts';
import { CHILD, FRIEND, OWNER, SECTION } from './items.ts';

/** The owner, a friend who sees the films, and a child of the house. */
export const accounts: PlexAccount[] = [
  {
    id: OWNER,
    plexId: 4_200_001,
    uuid: 'd3a0000000000001',
    name: 'projectionist',
    email: 'projectionist@marquee.invalid',
    accessToken: 'demo-owner-token',
    sections: 'all',
    home: true,
  },
  {
    id: FRIEND,
    plexId: FRIEND,
    uuid: 'd3a0000000000017',
    name: 'usherette',
    email: 'usherette@marquee.invalid',
    accessToken: 'demo-friend-token',
    sections: [SECTION.films],
  },
  {
    id: CHILD,
    plexId: CHILD,
    uuid: 'd3a0000000000023',
    name: 'matinee',
    accessToken: 'demo-child-token',
    sections: [SECTION.series, SECTION.music],
    home: true,
    restricted: true,
  },
];
