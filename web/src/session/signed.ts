import {
  type ApiResponse,
  type SignedIn,
  SignedIn as SignedInReply,
  successEnvelope,
} from '@marquee/contracts';
import type { Signed } from './session-slice.ts';

const Envelope = successEnvelope(SignedInReply);

/** Counts from the server's own time, so that a browser whose clock is wrong still knows when to renew. */
export function signedBy(
  { data, timestamp }: { data: SignedIn; timestamp: string },
  now = Date.now(),
): Signed {
  const life = Date.parse(data.expiresAt) - Date.parse(timestamp);
  return { user: data.user, accessToken: data.accessToken, freshUntil: now + life };
}

export function readSigned(body: unknown): Signed | null {
  const { data } = Envelope.safeParse(body);
  return data ? signedBy(data) : null;
}

export type SignedEnvelope = Extract<ApiResponse<SignedIn>, { success: true }>;
