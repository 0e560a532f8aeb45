import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

/** Posters as they come from Plex: soft shapes under film grain, JPEG. Drawn for the occasion. */
export async function drawPosters(
  folder: string,
  { count, width, height }: { count: number; width: number; height: number },
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const grain = await sharp({
      create: {
        width,
        height,
        channels: 3,
        background: 'grey',
        noise: { type: 'gaussian', mean: 128, sigma: 5 },
      },
    })
      .png({ compressionLevel: 1 })
      .toBuffer();
    const poster = await sharp(Buffer.from(scene(number, width, height)))
      .composite([{ input: grain, blend: 'soft-light' }])
      .flatten()
      .jpeg({ quality: 90 })
      .toBuffer();
    const file = join(folder, `${width}x${height}-${number}.jpg`);
    await writeFile(file, poster);
    files.push(file);
  }
  return files;
}

function scene(number: number, width: number, height: number): string {
  const hue = (number * 67) % 360;
  const hill = (level: number) =>
    `<path fill="hsl(${hue + level * 18} 45% ${38 - level * 9}%)" d="M0 ${height * (0.45 + level * 0.14)} Q${width * (0.2 + ((number + level) % 5) * 0.15)} ${height * (0.3 + level * 0.15)} ${width} ${height * (0.5 + level * 0.12)} V${height} H0Z"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="hsl(${hue} 60% 22%)"/><stop offset="1" stop-color="hsl(${hue + 40} 70% 62%)"/></linearGradient></defs>
<rect width="100%" height="100%" fill="url(#sky)"/><circle cx="${width * 0.7}" cy="${height * 0.24}" r="${width * 0.13}" fill="hsl(${hue + 60} 90% 80%)"/>
${[0, 1, 2, 3].map(hill).join('')}</svg>`;
}
