import type { ItemSummary } from '@marquee/contracts';
import MovieOutlined from '@mui/icons-material/MovieOutlined';
import { skipToken } from '@reduxjs/toolkit/query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFewQuery, useLibrariesQuery } from '../../api/libraries.ts';
import { itemWords } from '../../ui/item-words.ts';
import { fit } from './fuzzy.ts';
import type { PaletteEntry } from './palette-entry.ts';

const PAUSE_MS = 150;
const SHORTEST = 2;
const EACH = 5;
const SHOWN = 8;

/** Titles of all libraries that hold what is typed; asked after a short pause in typing. */
export function useFoundTitles(typed: string): { titles: PaletteEntry[]; looking: boolean } {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: libraries } = useLibrariesQuery();
  const search = useSettled(typed.trim());
  const libraryIds = useMemo(() => libraries?.map(({ id }) => id) ?? [], [libraries]);
  const wanted = search.length >= SHORTEST && libraryIds.length > 0;
  const { currentData: found, isFetching } = useFewQuery(
    wanted ? { libraryIds, sort: 'title', search, limit: EACH } : skipToken,
  );
  const titles = useMemo(
    () =>
      bestFirst(found ?? [], search).map((item): PaletteEntry => {
        const { line } = itemWords(item, t, 'library');
        return {
          id: `item:${item.id}`,
          group: 'titles',
          label: item.title,
          hint: [line, libraries?.find(({ id }) => id === item.libraryId)?.title].filter(Boolean).join(' · '),
          icon: MovieOutlined,
          run: () => void navigate(`/items/${item.id}`),
        };
      }),
    [found, search, libraries, navigate, t],
  );
  const waiting = typed.trim().length >= SHORTEST && search !== typed.trim();
  return { titles: wanted ? titles : [], looking: waiting || (wanted && isFetching) };
}

function bestFirst(items: readonly ItemSummary[], search: string): ItemSummary[] {
  return [...items]
    .sort((one, other) => (fit(search, other.title) ?? 0) - (fit(search, one.title) ?? 0))
    .slice(0, SHOWN);
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
