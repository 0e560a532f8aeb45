import type { OverlayTemplate } from '@marquee/contracts';

/** Templates that come with Marquee. */
export interface ShippedTemplates {
  list(): Promise<OverlayTemplate[]>;
  /** One of the pictures that they name, by its file name. */
  picture(name: string): Promise<Uint8Array | undefined>;
}

export const noTemplates: ShippedTemplates = { list: async () => [], picture: async () => undefined };
