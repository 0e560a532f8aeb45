import type { QueueSetting } from '@marquee/contracts';
import { dynamicTrouble, type WrittenPlace, type WrittenQueue } from '@marquee/kometa';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { offsetAt } from '../align-change.ts';
import { AttributeRow } from '../attribute-row.tsx';
import { ChoiceControl } from '../choice-control.tsx';
import { type Scalar, scalar } from '../section.ts';
import { PlaceField } from './place-field.tsx';
import { PlaceFields } from './place-fields.tsx';
import type { ChangeQueue } from './queue-change.ts';

const axes = ['horizontal', 'vertical'] as const;
const isVariable = (value: unknown) => typeof value === 'string' && /<<[^<>]+>>/.test(value);

/** Places that start at one point and go on by a spacing. */
export function DynamicPlaces(props: {
  queue: WrittenQueue;
  dynamic: Readonly<Record<string, unknown>>;
  onChange: ChangeQueue;
}) {
  const { queue, dynamic, onChange } = props;
  const { t } = useTranslation();
  const limit = queue.settings?.overlay_limit ?? null;
  const known = { queue: queue.name, defaults: queue.defaults, limit };
  const isTrouble = (setting: QueueSetting, value: Scalar) =>
    dynamicTrouble({ ...dynamic, [setting]: value }, known)?.at === setting;
  const set = (changes: readonly [QueueSetting, string | number | boolean | null][], merges = false) => {
    const names = changes.map(([setting]) => setting).join(', ');
    onChange(
      names,
      changes.map(([setting, value]) => ({ kind: 'set-queue', queue: queue.name, setting, value })),
      merges ? names : undefined,
    );
  };
  const start: WrittenPlace = {
    horizontal_align: dynamic.initial_horizontal_align,
    vertical_align: dynamic.initial_vertical_align,
    horizontal_offset: dynamic.initial_horizontal_offset,
    vertical_offset: dynamic.initial_vertical_offset,
  };
  const align = (wanted: { horizontal: string; vertical: string }) =>
    set(
      axes.flatMap((axis): [QueueSetting, Scalar][] => {
        if (start[`${axis}_align`] === wanted[axis]) return [];
        const offset = scalar(start[`${axis}_offset`]);
        const next = isVariable(offset) ? offset : offsetAt(wanted[axis], offset);
        return [
          [`initial_${axis}_align`, wanted[axis]],
          ...(next === offset ? [] : [[`initial_${axis}_offset`, next] as [QueueSetting, Scalar]]),
        ];
      }),
    );
  return (
    <>
      <Box sx={{ px: 4, pb: 2 }}>
        <Typography variant="body2" sx={{ mb: 2 }}>
          {t('overlays.inspector.queue.start')}
        </Typography>
        <PlaceFields
          name={(attribute) => `initial_${attribute}`}
          alignName={t('overlays.inspector.queue.startAlign')}
          says={start}
          otherwise={{}}
          isTrouble={(attribute, value) => isTrouble(`initial_${attribute}`, value)}
          isCentred={(axis) => start[`${axis}_align`] === 'center'}
          onSet={(attribute, value) => set([[`initial_${attribute}`, value]], true)}
          onAlign={align}
        />
      </Box>
      {axes.map((axis) => {
        const setting = `${axis}_spacing` as const;
        return (
          <SettingRow
            key={setting}
            name={setting}
            help={t('overlays.inspector.queue.spacingHelp')}
            otherwise="0"
            dynamic={dynamic}
            onReset={() => set([[setting, null]])}
          >
            <PlaceField
              label={setting}
              value={scalar(dynamic[setting])}
              otherwise="0"
              check={(value) =>
                typeof value === 'string' && !isVariable(value)
                  ? t('overlays.inspector.queue.anyPixels')
                  : isTrouble(setting, value)
                    ? t('overlays.inspector.queue.beyond')
                    : null
              }
              onChange={(value) => set([[setting, value]], true)}
            />
          </SettingRow>
        );
      })}
      <SettingRow
        name="surround"
        help={t('overlays.inspector.queue.surroundHelp')}
        otherwise="false"
        dynamic={dynamic}
        onReset={() => set([['surround', null]])}
      >
        <ChoiceControl
          label="surround"
          value={dynamic.surround === undefined ? null : String(dynamic.surround)}
          options={['true', 'false']}
          defaultMeans="false"
          onChange={(next) => set([['surround', next === null ? null : next === 'true']])}
        />
      </SettingRow>
    </>
  );
}

function SettingRow(props: {
  name: string;
  help: string;
  otherwise: string;
  dynamic: Readonly<Record<string, unknown>>;
  onReset(): void;
  children: React.ReactNode;
}) {
  const { name, help, otherwise, dynamic } = props;
  return (
    <AttributeRow
      attribute={{ name, help, defaultMeans: otherwise }}
      written={dynamic[name] !== undefined}
      problems={[]}
      onReset={props.onReset}
    >
      {props.children}
    </AttributeRow>
  );
}
