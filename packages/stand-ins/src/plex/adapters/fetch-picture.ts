import type { FetchPicture } from '../world/ports.ts';

const patienceMilliseconds = 10_000;
const most = 20 * 1024 * 1024;

/** Downloads what a client names by `url=`, as a real server does. */
export const fetchPicture: FetchPicture = async (url) => {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patienceMilliseconds) });
    if (!response.ok || Number(response.headers.get('content-length') ?? 0) > most) return undefined;
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length <= most ? bytes : undefined;
  } catch (error) {
    // Unreachable and too slow are the client's news (400), not a fault of this server.
    const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
    if (name === 'TypeError' || name === 'TimeoutError') return undefined;
    throw error;
  }
};
