export const RENDER_LIMITS = {
  /** Of any picture that is decoded. */
  pixels: 25_000_000,
  seconds: 10,
  memoryBytes: 512 * 1024 * 1024,
  fontBytes: 30_000_000,
  attempts: 5,
} as const;
