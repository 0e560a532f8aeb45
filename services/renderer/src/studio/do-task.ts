import { canvasOf, ImageProblem } from '@marquee/overlay';
import { drawJob } from './draw-job.ts';
import { createKeptAssets, type KeptAssets, type Material } from './kept-assets.ts';
import { orUnreadable } from './or-unreadable.ts';
import { drawSpecimen } from './specimen.ts';
import { type Encoded, StudioProblem, type StudioTask } from './studio.ts';
import type { Tools } from './tools.ts';

export type StudioHand = (task: StudioTask, material: Material) => Promise<unknown>;

/** Carries out whatever the studio is asked, in a thread or wherever a test likes it. */
export function createStudioHand(tools: Tools): StudioHand {
  const kept = createKeptAssets(tools);
  return async (task, material) => {
    try {
      return await carryOut(tools, kept, task, material);
    } catch (error) {
      if (!(error instanceof ImageProblem)) throw error;
      throw new StudioProblem(error.code, error.message, { cause: error });
    }
  };
}

async function carryOut(
  tools: Tools,
  kept: KeptAssets,
  task: StudioTask,
  material: Material,
): Promise<unknown> {
  switch (task.kind) {
    case 'draw':
      return drawJob(tools, kept, task.job, material);
    case 'base': {
      const { width, height } = canvasOf(task.level);
      return tools.pixels.resizeRgb((await tools.codec.decodePoster(task.picture)).rgb, width, height);
    }
    case 'names':
      return orUnreadable(() => tools.open().text.addFont('font', task.font));
    case 'specimen':
      return drawSpecimen(tools, task);
    case 'picture':
      return checkPicture(tools, task.picture);
    case 'sheet': {
      const sheet = await tools.sheet(task.pictures, task.width);
      return { ...sheet, contentType: 'image/jpeg' } satisfies Encoded;
    }
  }
}

const PNG = [0x89, 0x50, 0x4e, 0x47];

async function checkPicture({ codec }: Tools, bytes: Uint8Array): Promise<Encoded> {
  if (!PNG.every((byte, place) => bytes[place] === byte))
    throw new StudioProblem('image.format', 'It is not a PNG picture');
  const { width, height } = await codec.decodePicture(bytes);
  return { bytes, contentType: 'image/png', width, height };
}
