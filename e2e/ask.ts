export interface Answer {
  status: number;
  headers: Headers;
  /** The envelope's data, or its error. */
  data: unknown;
  error: unknown;
}

/** Asks as a script would and opens the envelope. */
export async function ask(
  address: string,
  { body, headers, ...options }: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const answer = await fetch(address, {
    ...options,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const envelope: unknown = await answer.json();
  if (typeof envelope !== 'object' || envelope === null || !('data' in envelope) || !('error' in envelope))
    throw new Error(`${address} answered without an envelope: ${JSON.stringify(envelope)}`);
  const { data, error } = envelope;
  return { status: answer.status, headers: answer.headers, data, error };
}
