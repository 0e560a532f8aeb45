import type { Codec } from '@marquee/overlay';
import type { Check, Difference } from './check.ts';

export interface Finding {
  id: string;
  check: Check;
}

/** Pictures make a report heavy; the rest is listed in words. */
const MAX_PICTURED = 60;

/** One page: expected, made and difference side by side for whatever differs. */
export async function reportPage(
  { line, findings, cases }: { line: string; findings: readonly Finding[]; cases: number },
  codec: Codec,
): Promise<string> {
  const sections: string[] = [];
  for (const [index, { id, check }] of findings.entries()) {
    const pictures =
      check.pictures === undefined || index >= MAX_PICTURED ? '' : await threePictures(check.pictures, codec);
    sections.push(
      `<section><h2>${inHtml(id)} <small>${inHtml(check.subject)} · ${inHtml(check.what)}</small></h2><p>${inHtml(check.detail)}</p>${pictures}</section>`,
    );
  }
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Fidelity</title><style>
body{font:14px/1.5 system-ui,sans-serif;background:#0b0d10;color:#f2f4f7;margin:32px;max-width:1200px}
small{color:#8a94a3;font-weight:400}section{border-top:1px solid #2a303a;padding:12px 0}
.row{display:flex;gap:12px}figure{margin:0;flex:1}img{width:100%;image-rendering:pixelated;background:#1a1e25}figcaption{color:#b4bcc8}
</style><h1>Fidelity</h1><p>${inHtml(line)} · ${cases} cases</p>${
    sections.length === 0 ? '<p>Nothing differs.</p>' : sections.join('\n')
  }</html>`;
}

async function threePictures(pictures: Difference, codec: Codec): Promise<string> {
  const difference = { ...pictures, expected: highlighted(pictures) };
  const figures = [
    ['expected', await asPng(pictures, pictures.expected, codec)],
    ['made', await asPng(pictures, pictures.actual, codec)],
    ['difference', await asPng(difference, difference.expected, codec)],
  ];
  return `<div class="row">${figures
    .map(
      ([name, png]) =>
        `<figure><img alt="${name}" src="data:image/png;base64,${png}"><figcaption>${name}</figcaption></figure>`,
    )
    .join('')}</div>`;
}

/** White where any channel differs, dimmed elsewhere. */
function highlighted({ expected, actual, channels }: Difference): Uint8Array {
  const result = expected.slice();
  for (let at = 0; at < expected.length; at += channels) {
    let off = false;
    for (let channel = 0; channel < channels; channel += 1)
      off ||= expected[at + channel] !== actual[at + channel];
    for (let channel = 0; channel < 3; channel += 1)
      result[at + channel] = off ? 255 : (expected[at + channel] ?? 0) >> 2;
    if (channels === 4) result[at + 3] = 255;
  }
  return result;
}

async function asPng(
  { width, height, channels }: Difference,
  data: Uint8Array,
  codec: Codec,
): Promise<string> {
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const alpha = channels === 4 ? (data[pixel * 4 + 3] ?? 0) : 255;
    for (let channel = 0; channel < 3; channel += 1)
      rgb[pixel * 3 + channel] = ((data[pixel * channels + channel] ?? 0) * alpha) / 255;
  }
  const png = await codec.encode(
    { width, height, data: rgb },
    { format: 'png', quality: 90, exif: null, icc: null },
  );
  return Buffer.from(png).toString('base64');
}

function inHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
