import { API_PREFIX, IMAGE_WIDTHS } from '@marquee/contracts';

type Kind = 'poster' | 'art';
type Width = (typeof IMAGE_WIDTHS)[number];

/** Our own address of a picture; its version lets the browser keep it for ever. */
export function imageAddress(itemId: string, kind: Kind, width: Width, version?: string): string {
  const query = new URLSearchParams({ width: String(width), ...(version && { v: version }) });
  return `${API_PREFIX}/items/${encodeURIComponent(itemId)}/images/${kind}?${query}`;
}

/** The offered widths from small to `largest`, for the browser to choose by its own screen. */
export function imageChoices(itemId: string, kind: Kind, version: string, largest: Width): string {
  return IMAGE_WIDTHS.filter((width) => width <= largest)
    .map((width) => `${imageAddress(itemId, kind, width, version)} ${width}w`)
    .join(', ');
}
