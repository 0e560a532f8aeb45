import type { OverlayEdit, PlaceAttribute } from '@marquee/contracts';
import type { WrittenList, WrittenPlace, WrittenQueue } from '@marquee/kometa';
import AddRounded from '@mui/icons-material/AddRounded';
import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { completePlaces, isTrouble, nextPlace, removingPlace } from '../../model/queues.ts';
import { offsetAt } from '../align-change.ts';
import { type Scalar, scalar } from '../section.ts';
import { PlaceFields } from './place-fields.tsx';
import type { ChangeQueue } from './queue-change.ts';

/** The places of a list, each with what it says and, greyed, what it takes from the one before. */
export function PlaceList(props: {
  queue: WrittenQueue;
  list: WrittenList;
  /** The place that the overlay has on the item shown. */
  here: number | null;
  onChange: ChangeQueue;
}) {
  const { queue, list, here, onChange } = props;
  const { t } = useTranslation();
  const complete = completePlaces(list, queue.defaults);
  const at = { queue: queue.name, list: list.name };
  const count = list.places.length;
  const setting = (place: number, attribute: PlaceAttribute, value: Scalar): OverlayEdit => ({
    kind: 'set-place',
    ...at,
    place,
    attribute,
    value,
  });
  const add = () =>
    onChange(t('overlays.inspector.queue.add'), [
      {
        kind: 'add-place',
        ...at,
        place: count,
        values: Object.fromEntries(
          Object.entries(nextPlace(complete)).map(([name, value]) => [name, scalar(value)]),
        ),
      },
    ]);
  return (
    <>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, px: 4, py: 0 }}>
        {list.places.map((says, place) => (
          <PlaceRow
            // Places have no names: one is what stands there.
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            key={place}
            number={place + 1}
            says={says}
            before={complete[place - 1] ?? pick(queue.defaults)}
            isHere={place === here}
            isOnly={count === 1}
            onSet={(attribute, value) =>
              onChange(
                `${place + 1} ${attribute}`,
                [setting(place, attribute, value)],
                `${list.name ?? ''} ${place} ${attribute}`,
              )
            }
            onAlign={(changes) =>
              onChange(
                `${place + 1} ${changes.map(([attribute]) => attribute).join(', ')}`,
                changes.map(([attribute, value]) => setting(place, attribute, value)),
              )
            }
            onRemove={() =>
              onChange(t('overlays.inspector.queue.remove', { place: place + 1 }), [
                ...removingPlace({ ...at, place }, list),
              ])
            }
          />
        ))}
      </Box>
      <Box sx={{ px: 4, pt: 2 }}>
        <Button size="small" startIcon={<AddRounded />} onClick={add}>
          {t('overlays.inspector.queue.add')}
        </Button>
      </Box>
    </>
  );
}

const axes = ['horizontal', 'vertical'] as const;

function PlaceRow(props: {
  number: number;
  says: WrittenPlace;
  /** What it takes when it does not say it. */
  before: WrittenPlace;
  isHere: boolean;
  isOnly: boolean;
  onSet(attribute: PlaceAttribute, value: Scalar): void;
  onAlign(changes: readonly [PlaceAttribute, Scalar][]): void;
  onRemove(): void;
}) {
  const { number, says, before, isHere } = props;
  const { t } = useTranslation();
  const place = { ...before, ...says };
  const align = (wanted: { horizontal: string; vertical: string }) =>
    props.onAlign(
      axes.flatMap((axis): [PlaceAttribute, Scalar][] => {
        if (place[`${axis}_align`] === wanted[axis]) return [];
        const offset = scalar(place[`${axis}_offset`]);
        const next = offsetAt(wanted[axis], offset);
        return [
          [`${axis}_align`, wanted[axis]],
          ...(next === offset ? [] : [[`${axis}_offset`, next] as [PlaceAttribute, Scalar]]),
        ];
      }),
    );
  return (
    <Box
      component="li"
      aria-label={t('overlays.inspector.queue.place', { place: number })}
      sx={{
        display: 'grid',
        gridTemplateColumns: '20px minmax(0, 1fr) 32px',
        columnGap: 2,
        alignItems: 'start',
        py: 2,
        '& + &': { borderTop: 1, borderColor: 'line' },
        '@media (pointer: coarse)': { gridTemplateColumns: '20px minmax(0, 1fr) 44px' },
      }}
    >
      <Tooltip title={isHere ? t('overlays.inspector.queue.here') : ''}>
        <Typography
          variant="caption"
          component="span"
          sx={{
            mt: 1.5,
            width: 20,
            height: 20,
            borderRadius: '10px',
            display: 'grid',
            placeItems: 'center',
            fontVariantNumeric: 'tabular-nums',
            ...(isHere ? { bgcolor: 'primary.main', color: 'primary.contrastText' } : { color: 'text.low' }),
          }}
        >
          {number}
        </Typography>
      </Tooltip>
      <PlaceFields
        name={(attribute) => t('overlays.inspector.queue.field', { place: number, attribute })}
        alignName={t('overlays.inspector.queue.alignName', { place: number })}
        says={says}
        otherwise={before}
        isTrouble={(attribute, value) =>
          isTrouble({ ...place, [attribute]: value ?? before[attribute] }, attribute)
        }
        isCentred={(axis) => place[`${axis}_align`] === 'center'}
        onSet={props.onSet}
        onAlign={align}
      />
      <Tooltip
        title={
          props.isOnly
            ? t('overlays.inspector.queue.last')
            : t('overlays.inspector.queue.remove', { place: number })
        }
      >
        <span>
          <IconButton
            aria-label={t('overlays.inspector.queue.remove', { place: number })}
            disabled={props.isOnly}
            onClick={props.onRemove}
            sx={{ width: 32, height: 32, '@media (pointer: coarse)': { width: 44, height: 44 } }}
          >
            <DeleteOutlineRounded sx={{ fontSize: 16 }} />
          </IconButton>
        </span>
      </Tooltip>
    </Box>
  );
}

const pick = ({ horizontal_align, vertical_align, horizontal_offset, vertical_offset }: WrittenPlace) => ({
  horizontal_align,
  vertical_align,
  horizontal_offset,
  vertical_offset,
});
