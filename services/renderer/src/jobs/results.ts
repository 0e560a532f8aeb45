import { RenderResult } from '@marquee/contracts';
import type { Blobs } from '@marquee/service-kit';
import type { Drawn, Encoded } from '../studio/studio.ts';

/** What was drawn, by the key of its job; a bounded cache, so anything may be gone. */
export interface Results {
  /** undefined also when one of its pictures is gone. */
  find(key: string): Promise<RenderResult | undefined>;
  keep(key: string, drawn: Drawn, drawnMs: number): Promise<RenderResult>;
}

export function createResults(blobs: Blobs): Results {
  const nameOf = (key: string): string => `render:${key}`;

  async function put({ bytes, contentType, width, height }: Encoded) {
    const { hash } = await blobs.put(bytes, contentType);
    return { blob: hash, contentType, width, height, sizeBytes: bytes.length };
  }

  return {
    async find(key) {
      const blob = await blobs.getNamed(nameOf(key));
      if (blob === undefined) return undefined;
      const parsed = RenderResult.safeParse(JSON.parse(Buffer.from(blob.bytes).toString()));
      if (!parsed.success) return undefined;
      const { image, compared } = parsed.data;
      const pictures = [image, compared?.before ?? null, compared?.difference ?? null];
      for (const picture of pictures) {
        if (picture !== null && (await blobs.get(picture.blob)) === undefined) return undefined;
      }
      return parsed.data;
    },
    async keep(key, { account, image, compared }, drawnMs) {
      const result: RenderResult = {
        key,
        account,
        image: image === null ? null : await put(image),
        compared:
          compared === null
            ? null
            : {
                differingPixels: compared.differingPixels,
                before: await put(compared.before),
                difference: compared.difference === null ? null : await put(compared.difference),
              },
        drawnMs,
      };
      await blobs.putNamed(nameOf(key), Buffer.from(JSON.stringify(result)), 'application/json');
      return result;
    },
  };
}
