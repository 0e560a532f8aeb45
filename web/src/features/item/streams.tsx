import type { MediaStream } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatLanguage } from '../../i18n/format.ts';

export function Streams({ streams }: { streams: readonly MediaStream[] }) {
  const { t } = useTranslation();
  if (streams.length === 0) return null;
  return (
    <Box role="region" aria-label={t('item.streams')} tabIndex={0} sx={{ mt: 4, overflowX: 'auto' }}>
      <Table size="small" sx={{ whiteSpace: 'nowrap' }}>
        <TableHead>
          <TableRow>
            {(['kind', 'title', 'codec', 'language', 'more'] as const).map((column) => (
              <TableCell key={column} sx={{ color: 'text.low' }}>
                {t(`item.columns.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {keyed(streams).map(([key, stream]) => (
            <TableRow key={key} sx={{ '&:last-child td': { border: 0 } }}>
              <TableCell>{t(`item.streamKinds.${stream.kind}`)}</TableCell>
              <TableCell>{stream.title}</TableCell>
              <TableCell>{stream.codec?.toUpperCase()}</TableCell>
              <TableCell>{stream.language && formatLanguage(stream.language)}</TableCell>
              <TableCell sx={{ color: 'text.secondary' }}>{streamFacts(stream, t)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

/** Streams have no id, and two may be alike in every way. */
function keyed(streams: readonly MediaStream[]): [string, MediaStream][] {
  return streams.map((stream, place) => [`${place}-${stream.kind}`, stream]);
}

function streamFacts(stream: MediaStream, t: TFunction): string {
  const facts = [
    stream.hdr && stream.hdr !== 'none' && t(`item.hdr.${stream.hdr}`),
    stream.kind === 'video' && stream.bitDepth !== null && t('item.bits', { count: stream.bitDepth }),
    stream.channels !== null && t('item.channels', { count: stream.channels }),
    stream.default && t('item.default'),
    stream.forced && t('item.forced'),
  ];
  return facts.filter(Boolean).join(' · ');
}
