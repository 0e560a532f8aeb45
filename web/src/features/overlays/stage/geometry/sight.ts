import type { Point } from './boxes.ts';

/** Which part of the canvas is seen, and how large: where its corner lies on the screen, and pixels for a pixel. */
export interface Sight {
  zoom: number;
  x: number;
  y: number;
}
interface Size {
  width: number;
  height: number;
}

const LEAST_ZOOM = 0.1;
const MOST_ZOOM = 8;
const STOPS = [0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.5, 2, 3, 4, 6, 8];
/** Kept free around a canvas that is fitted into the window; on the left and at the top are the rulers. */
const ROOM = 40;
const ROOM_IN_SMALL = 26;
const SMALL = 480;

export function toCanvas({ zoom, x, y }: Sight, point: Point): Point {
  return { x: (point.x - x) / zoom, y: (point.y - y) / zoom };
}

export function toScreen({ zoom, x, y }: Sight, point: Point): Point {
  return { x: point.x * zoom + x, y: point.y * zoom + y };
}

/** What lies under the point stays under it. */
export function zoomedAt(sight: Sight, point: Point, zoom: number): Sight {
  const next = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom));
  const fixed = toCanvas(sight, point);
  return { zoom: next, x: point.x - fixed.x * next, y: point.y - fixed.y * next };
}

export function nextStop(zoom: number, way: 1 | -1): number {
  return way === 1
    ? (STOPS.find((stop) => stop > zoom * 1.001) ?? MOST_ZOOM)
    : (STOPS.findLast((stop) => stop < zoom * 0.999) ?? LEAST_ZOOM);
}

/** The whole canvas in the middle of the window. */
export function fitted(canvas: Size, window: Size): Sight {
  const room = Math.min(window.width, window.height) < SMALL ? ROOM_IN_SMALL : ROOM;
  const zoom = Math.min(
    1,
    Math.max(
      LEAST_ZOOM,
      Math.min((window.width - 2 * room) / canvas.width, (window.height - 2 * room) / canvas.height),
    ),
  );
  return centred(canvas, window, zoom);
}

export function centred(canvas: Size, window: Size, zoom: number): Sight {
  return {
    zoom,
    x: Math.round((window.width - canvas.width * zoom) / 2),
    y: Math.round((window.height - canvas.height * zoom) / 2),
  };
}

/** Some of the canvas always stays in the window. */
export function panned(sight: Sight, by: Point, canvas: Size, window: Size): Sight {
  const keep = (value: number, size: number, room: number) =>
    Math.min(room - ROOM, Math.max(ROOM - size * sight.zoom, value));
  return {
    zoom: sight.zoom,
    x: keep(sight.x + by.x, canvas.width, window.width),
    y: keep(sight.y + by.y, canvas.height, window.height),
  };
}
