import { linesLogged, logRoutes } from '@marquee/contracts';
import {
  type Bus,
  listName,
  readCursor,
  type ServiceApp,
  type Subscription,
  writeCursor,
} from '@marquee/service-kit';
import type { LogBook } from './log-book.ts';

export function serveLogs(service: Pick<ServiceApp, 'serve'>, { book }: { book: LogBook }): void {
  service.serve(logRoutes.list, async ({ query: { cursor, limit, ...filter } }) => {
    const list = listName({ list: 'logs', ...filter });
    const { lines, total, more } = book.page(filter, { before: readCursor(list, cursor), limit });
    const last = lines.at(-1);
    return { entries: lines, total, nextCursor: more && last ? writeCursor(list, Number(last.id)) : null };
  });
}

/** Writes what all services log into the book. */
export function hearLines(bus: Pick<Bus, 'subscribe'>, book: LogBook): Promise<Subscription> {
  return bus.subscribe(linesLogged, {}, (lines) => book.add(lines));
}
