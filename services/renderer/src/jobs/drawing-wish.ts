import { overlayTextsAsked, problem, type TextLayout } from '@marquee/contracts';
import type { Bus } from '@marquee/service-kit';

/** What to draw, as requests say it. */
export interface AskedDrawing {
  fileIds: string[];
  files: string[];
  only: string[] | null;
  layout: TextLayout | 'auto';
}

/** The same with all texts at hand. */
export interface DrawingWish {
  texts: string[];
  only: string[] | null;
  layout: TextLayout;
}

export async function readWish(
  { bus, layout }: { bus: Pick<Bus, 'request'>; layout: TextLayout },
  asked: AskedDrawing,
): Promise<DrawingWish> {
  return {
    texts: [...(await textsOf(bus, asked.fileIds)), ...asked.files],
    only: asked.only,
    layout: asked.layout === 'auto' ? layout : asked.layout,
  };
}

async function textsOf(bus: Pick<Bus, 'request'>, fileIds: string[]): Promise<string[]> {
  if (fileIds.length === 0) return [];
  const { files } = await bus.request(overlayTextsAsked, { fileIds });
  return fileIds.map((id) => {
    const file = files.find((one) => one.id === id);
    if (file === undefined) throw problem('config.file-not-found');
    return file.text;
  });
}
