import { ACCESS_TOKEN } from '@marquee/contracts';

/** The cookie with which a page may look: pictures, streams, pages of the API. It writes nothing. */
export const VIEW_TOKEN = { type: 'view+jwt', lifeSeconds: ACCESS_TOKEN.lifeSeconds } as const;
