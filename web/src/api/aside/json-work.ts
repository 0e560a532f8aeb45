/** Large texts are turned into JSON, and back, where nobody's typing waits for it. */
export type JsonTask = { kind: 'read'; json: BufferSource } | { kind: 'write'; value: unknown };
export type ToJson = JsonTask & { ticket: number };
export type FromJson = { ticket: number } & ({ done: unknown } | { failed: string });

/** What is read, or the bytes of what is written. */
export function doJsonTask(task: JsonTask): unknown {
  if (task.kind === 'read') return JSON.parse(new TextDecoder().decode(task.json));
  return new TextEncoder().encode(JSON.stringify(task.value));
}
