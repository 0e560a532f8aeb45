import type { UploadStore } from '../world/ports.ts';

export const memoryUploads = (): UploadStore => {
  const kept = new Map<string, Uint8Array>();
  return {
    put: async (name, bytes) => {
      kept.set(name, bytes);
    },
    get: async (name) => kept.get(name),
  };
};
