import { type LogFilter, LogLine } from '@marquee/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLazyLogsQuery, useLogsQuery } from '../../api/logs.ts';
import { askTicket } from '../../api/tickets.ts';
import { useAppDispatch } from '../../app/store.ts';
import { followSocket } from '../../live/ticket-socket.ts';
import { addNewer, addOlder } from './merge-lines.ts';

const PAGE = 300;
/** Lines that come in a burst are shown together. */
const GATHER_MS = 100;

/** The last lines that fit a filter, and each new one as it is written. */
export function useLogLines(filter: LogFilter) {
  const dispatch = useAppDispatch();
  const history = useLogsQuery({ ...filter, limit: PAGE }, { refetchOnMountOrArgChange: true });
  const [askOlder, older] = useLazyLogsQuery();
  // The lines, and the answer that they go on from.
  const [shown, setShown] = useState<{ from: unknown; lines: LogLine[] }>({ from: undefined, lines: [] });
  const [cursor, setCursor] = useState<string | null>(null);
  const [live, setLive] = useState(false);
  const last = useRef('0');
  const first = history.currentData;
  const told = JSON.stringify(filter);

  useEffect(() => {
    if (!first) return;
    const known = addOlder([], first.entries);
    last.current = known.at(-1)?.id ?? '0';
    setShown({ from: first, lines: known });
    setCursor(first.nextCursor);
    let gathered: LogLine[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      timer = undefined;
      const fresh = gathered;
      gathered = [];
      setShown(({ from, lines }) => ({ from, lines: addNewer(lines, fresh) }));
    };
    const stop = followSocket({
      path: '/ws/logs',
      ticket: () => dispatch(askTicket('/ws/logs')),
      query: () => ({ ...(JSON.parse(told) as Record<string, string>), since: last.current }),
      onOpen: () => setLive(true),
      onLost: () => setLive(false),
      onEvent({ data }) {
        const line = LogLine.safeParse(data).data;
        if (!line) return;
        last.current = line.id;
        gathered.push(line);
        timer ??= setTimeout(show, GATHER_MS);
      },
    });
    return () => {
      stop();
      clearTimeout(timer);
      setLive(false);
    };
  }, [first, told, dispatch]);

  const showOlder = useCallback(async () => {
    if (cursor === null) return;
    const { data } = await askOlder({ ...filter, limit: PAGE, cursor });
    if (!data) return;
    setShown(({ from, lines }) => ({ from, lines: addOlder(lines, data.entries) }));
    setCursor(data.nextCursor);
  }, [askOlder, cursor, filter]);

  return {
    /** undefined until Marquee has answered for this filter. */
    lines: first && shown.from === first ? shown.lines : undefined,
    live,
    error: history.error,
    refetch: history.refetch,
    hasOlder: cursor !== null,
    showOlder,
    loadingOlder: older.isFetching,
  };
}
