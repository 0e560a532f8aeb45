import CollectionsBookmarkOutlined from '@mui/icons-material/CollectionsBookmarkOutlined';
import EventRounded from '@mui/icons-material/EventRounded';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Poster } from '../../../ui/poster.tsx';
import { NeedChips } from '../need-chips.tsx';
import { ChooseBox } from './choose-box.tsx';
import { CollectionLink } from './collection-link.tsx';
import { BuilderChips, OffMark, ProblemMark, VisibleMarks } from './collection-marks.tsx';
import type { EntryProps } from './list-props.ts';

export const CARD_HEIGHT = 132;
const POSTER = 72;

/** One collection: its picture in Plex, what makes it, and what is to be known of it. */
export const CollectionCard = memo(function CollectionCard(props: EntryProps) {
  const { one, poster, chosen } = props;
  const { t } = useTranslation();
  return (
    <Card
      data-testid="collection-card"
      sx={{
        position: 'relative',
        height: CARD_HEIGHT,
        display: 'flex',
        borderColor: chosen ? 'accentStrong' : 'line',
        '&:hover': { borderColor: chosen ? 'accentStrong' : 'edge' },
      }}
    >
      <Box
        sx={{
          flex: 'none',
          width: POSTER + 24,
          p: 3,
          display: 'grid',
          alignContent: 'start',
          // The words beside it say that it is off; the picture only follows.
          filter: one.enabled ? 'none' : 'grayscale(1)',
        }}
      >
        <Box
          sx={{
            aspectRatio: '2 / 3',
            borderRadius: 1,
            overflow: 'hidden',
            bgcolor: 'raised',
            display: 'grid',
            placeItems: 'center',
          }}
        >
          {poster ? (
            <Poster item={poster} width={POSTER} />
          ) : (
            <CollectionsBookmarkOutlined aria-hidden sx={{ color: 'text.low' }} />
          )}
        </Box>
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, py: 3, pr: 3, display: 'flex', flexDirection: 'column', gap: 1 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 28 }}>
          <Box sx={{ flex: 1, minWidth: 0 }} data-index={props.index}>
            <CollectionLink one={one} mayEdit={chosen !== null} poster={poster} tabIndex={props.tabIndex} />
          </Box>
          <OffMark enabled={one.enabled} />
          {chosen !== null && (
            <Box sx={{ my: -1, mr: -1.5 }}>
              <ChooseBox
                title={one.title}
                checked={chosen}
                tabIndex={props.tabIndex}
                onToggle={(to) => props.onToggle(one.id, to)}
              />
            </Box>
          )}
        </Box>
        <Typography variant="caption" color="textSecondary" noWrap>
          {[...one.libraries, one.file].join(' · ')}
        </Typography>
        <Box sx={{ display: 'flex', gap: 1, minWidth: 0 }}>
          <BuilderChips one={one} most={2} />
        </Box>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mt: 'auto', minWidth: 0, height: 22 }}>
          <ProblemMark problems={one.problems} />
          <VisibleMarks visible={one.visible} />
          <NeedChips needs={one.needs} most={2} />
          {one.schedule !== null && (
            <Box
              component="span"
              title={t('collections.scheduled', { schedule: one.schedule })}
              sx={{
                display: 'inline-flex',
                alignItems: 'center',
                gap: 1,
                minWidth: 0,
                color: 'text.secondary',
              }}
            >
              <EventRounded aria-hidden sx={{ fontSize: 16 }} />
              <Typography component="span" variant="caption" noWrap>
                {one.schedule}
              </Typography>
            </Box>
          )}
        </Box>
      </Box>
    </Card>
  );
});
