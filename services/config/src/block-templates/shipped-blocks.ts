import type { BlockTemplate } from '@marquee/contracts';

/** Block templates that come with Marquee. */
export interface ShippedBlocks {
  list(): Promise<BlockTemplate[]>;
}

export const noBlocks: ShippedBlocks = { list: async () => [] };
