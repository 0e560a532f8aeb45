import type { FileKind } from './default-files.ts';

/** What a file of each kind has at its root, beside what all may have. */
export const sectionsOf: Readonly<Record<FileKind, readonly string[]>> = {
  collection: ['collections', 'dynamic_collections'],
  metadata: ['metadata'],
  overlay: ['overlays', 'queues'],
  playlist: ['playlists'],
  image: ['metadata'],
};

export const sharedSections = ['templates', 'external_templates'] as const;
