import { canvasOf } from '@marquee/overlay';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineClient, Scene } from '../../../engine/engine-client.ts';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { type Alignment, aligned, type Distribution, distributed } from './geometry/arrange.ts';
import type { Point } from './geometry/boxes.ts';
import { moveEach } from './geometry/move.ts';
import type { Piece } from './geometry/piece.ts';
import { Handles } from './handles.tsx';
import { asPicture, LayerBoxes, onScreen } from './layer-boxes.tsx';
import { FeltLines, Guides } from './lines.tsx';
import { PixelReadout } from './pixel-readout.tsx';
import { placeWords } from './place-words.ts';
import { RULER, Rulers } from './rulers.tsx';
import { StageProblem, StageWarnings } from './stage-notices.tsx';
import type { StageProps } from './stage-props.ts';
import { StageTools, type Switches } from './stage-tools.tsx';
import { useActivePicture } from './use-active-picture.ts';
import { useFollowFocus } from './use-follow-focus.ts';
import { useGuides } from './use-guides.ts';
import { type Doing, type Felt, useHand } from './use-hand.ts';
import { usePicture } from './use-picture.ts';
import { useSight } from './use-sight.ts';
import { useStageKeys } from './use-stage-keys.ts';
import { type BeforeIs, Wipe } from './wipe.tsx';

/** Above this a pixel is shown as a square. */
const SQUARES_FROM = 2;
const PART = { kind: 'part' } as const;
const forEarsOnly = {
  ...({ position: 'absolute', overflow: 'hidden', whiteSpace: 'nowrap' } as const),
  ...{ width: '1px', height: '1px', clipPath: 'inset(50%)' },
};
const noGuides = { x: [], y: [] };

type Props = Pick<StageProps, 'locked' | 'selection' | 'onSelect' | 'onPlace' | 'onCopy' | 'onAccount'> & {
  engine: EngineClient;
  scene: Scene;
  /** What it is compared with, and what that is. */
  before: Scene;
  beforeIs: BeforeIs;
  switches: Switches;
  onSwitch(name: keyof Switches): void;
  several: boolean;
};

/** One item under the hand: the engine's pixels, and everything that is taken hold of above them. */
export function StageWindow(props: Props) {
  const { t } = useTranslation();
  const { engine, scene, before, beforeIs, switches, onSwitch, several, locked, selection, onSelect } = props;
  const { level } = scene.item.facts;
  const canvas = useMemo(() => canvasOf(level), [level]);
  const hint = useId();
  const looking = useSight(canvas);
  const [guides, setGuides] = useGuides(canvas);
  const [part, setPart] = useState(0.5);
  const [hovered, setHovered] = useState<Point | null>(null);
  const [explained, setExplained] = useState<Piece | null>(null);
  const [said, setSaid] = useState('');

  const nameOf = ({ what, pieces }: Pick<Doing, 'what' | 'pieces'>) =>
    what === 'resize'
      ? t('overlays.stage.done.resize', { name: firstName(pieces) })
      : t('overlays.stage.done.move', { count: pieces.length, name: firstName(pieces) });
  const picture = useActivePicture(engine, scene, {
    onPlace: props.onPlace,
    onCopy: props.onCopy,
    onAccount: props.onAccount,
    locked,
    nameOf,
  });
  const { pieces, current, place, takeBack, copies } = picture;
  // While copies are taken along it is they that are held.
  const held = copies ? selection.map((key) => copies.get(key) ?? key) : selection;
  const chosen = pieces.filter(({ key }) => held.includes(key));

  const ground = {
    looking,
    canvas,
    pieces,
    current,
    selection,
    onSelect,
    guides,
    onGuides: setGuides,
    onWipe: setPart,
    snapping: switches.snapping,
    explain: setExplained,
    hover: setHovered,
    place,
    takeBack,
  };
  const hand = useHand(ground);
  const keys = useStageKeys(ground, hand);
  const focus = useFollowFocus(looking.element, selection, pieces);

  const arrange = (moved: ReturnType<typeof moveEach>, name: string) => {
    if (moved.changes.length === 0) return;
    place(moved.changes, 'done', { what: 'move', pieces: chosen, name });
  };
  const free = chosen.filter(({ fixed }) => fixed === null);
  const align = (how: Alignment) =>
    arrange(
      moveEach(aligned(free, how, canvas)),
      t('overlays.stage.done.align', { count: free.length, name: firstName(free) }),
    );
  const distribute = (how: Distribution) =>
    arrange(moveEach(distributed(free, how)), t('overlays.stage.done.distribute', { count: free.length }));

  const acts = useRef({ align, distribute });
  acts.current = { align, distribute };
  const lineUp = useCallback((how: Alignment) => acts.current.align(how), []);
  const spread = useCallback((how: Distribution) => acts.current.distribute(how), []);
  const clearGuides = useCallback(() => setGuides(noGuides), [setGuides]);

  // Said when it has come to rest, not at every step.
  const [single] = chosen;
  const rest =
    hand.felt.kind !== null
      ? null
      : chosen.length > 1
        ? t('overlays.stage.selected', { count: chosen.length })
        : single
          ? t('overlays.stage.told', { name: single.definition.mapping, place: placeWords(single, t) })
          : '';
  useEffect(() => {
    if (rest !== null) setSaid(rest);
  }, [rest]);

  const stale = picture.drawnItemId !== scene.item.itemId;
  const colour = switches.pixel && hovered ? picture.colourAt(hovered) : null;
  return (
    <>
      <StageTools
        width={looking.size.width}
        zoom={looking.sight.zoom}
        zoomStep={looking.zoomStep}
        fit={looking.fit}
        full={looking.full}
        before={beforeIs}
        switches={switches}
        onSwitch={onSwitch}
        hasGuides={guides.x.length + guides.y.length > 0}
        onClearGuides={clearGuides}
        movable={free.length}
        onAlign={lineUp}
        onDistribute={spread}
        several={several}
      />
      <StageWarnings
        account={stale ? null : picture.account}
        missing={engine.missing()}
        onRetry={picture.retry}
      />
      <Box
        ref={looking.setElement}
        role="group"
        aria-label={t('overlays.stage.label', { title: scene.item.title })}
        aria-describedby={hint}
        aria-busy={stale}
        tabIndex={0}
        data-testid="stage"
        onKeyDown={keys.onKeyDown}
        onKeyUp={keys.onKeyUp}
        onFocus={focus.onFocus}
        onBlur={() => {
          keys.finish();
          focus.onBlur();
        }}
        onPointerDown={(event) => {
          setExplained(null);
          hand.press(event, { on: 'ground' });
        }}
        onPointerMove={hand.move}
        onPointerUp={hand.release}
        onPointerCancel={hand.cancel}
        onPointerLeave={() => setHovered(null)}
        sx={{
          position: 'relative',
          flex: 1,
          minHeight: 280,
          overflow: 'hidden',
          touchAction: 'none',
          userSelect: 'none',
          bgcolor: 'background.default',
          cursor: cursorOf(hand.felt, switches),
          '&:focus-visible': { outlineOffset: -2 },
        }}
      >
        {picture.problem ? (
          <StageProblem problem={picture.problem} title={scene.item.title} onRetry={picture.retry} />
        ) : (
          stale && (
            <Skeleton
              variant="rectangular"
              role="status"
              aria-label={t('overlays.stage.loading')}
              sx={{ position: 'absolute' }}
              style={onScreen({ x: 0, y: 0, ...canvas }, looking.sight)}
            />
          )
        )}
        <canvas
          ref={picture.setCanvas}
          hidden={stale || picture.problem !== null}
          style={{
            ...asPicture(canvas, looking.sight),
            imageRendering: looking.sight.zoom > SQUARES_FROM ? 'pixelated' : 'auto',
          }}
        />
        {!stale && !picture.problem && (
          <>
            {switches.wipe && (
              <BeforePicture engine={engine} scene={before} part={part} looking={looking} canvas={canvas} />
            )}
            <LayerBoxes
              pieces={pieces}
              selection={held}
              canvas={canvas}
              sight={looking.sight}
              press={hand.press}
              onSelect={onSelect}
            />
            <Guides
              guides={guides}
              canvas={canvas}
              sight={looking.sight}
              press={hand.press}
              onGuides={setGuides}
            />
            {chosen.length === 1 && single && !switches.wipe && (
              <Handles piece={single} sight={looking.sight} press={hand.press} />
            )}
            <FeltLines felt={hand.felt} sight={looking.sight} canvas={canvas} />
            <Rulers
              sight={looking.sight}
              size={looking.size}
              canvas={canvas}
              guides={guides}
              press={hand.press}
              onGuides={setGuides}
            />
            <Box
              aria-hidden="true"
              sx={{
                position: 'absolute',
                left: 0,
                top: 0,
                width: RULER,
                height: RULER,
                bgcolor: 'background.paper',
              }}
            />
            {switches.wipe && (
              <Wipe
                part={part}
                onPart={setPart}
                before={beforeIs}
                canvas={canvas}
                sight={looking.sight}
                press={hand.press}
              />
            )}
            {hovered && colour !== null && <PixelReadout at={hovered} colour={colour} />}
          </>
        )}
        {explained && (
          <Alert
            severity="info"
            variant="outlined"
            role="status"
            onClose={() => setExplained(null)}
            onPointerDown={(event) => event.stopPropagation()}
            sx={{ position: 'absolute', left: 28, right: 8, bottom: 8, bgcolor: 'background.paper' }}
          >
            <MarkedText
              text={t(`overlays.stage.fixed.${explained.fixed ?? 'locked'}`, {
                name: explained.definition.mapping,
                queue: queueName(scene, explained),
              })}
            />
          </Alert>
        )}
      </Box>
      <Typography id={hint} sx={forEarsOnly}>
        {t('overlays.stage.hint')}
      </Typography>
      <Box role="status" aria-live="polite" sx={forEarsOnly}>
        {said}
      </Box>
    </>
  );
}

function cursorOf({ kind, copying }: Felt, { pixel }: Switches): string {
  if (kind === 'pan') return 'grabbing';
  if (kind === 'move') return copying ? 'copy' : 'move';
  return pixel ? 'crosshair' : 'default';
}

function queueName({ set }: Scene, { definition }: Piece): string {
  return set.queues.find(({ key }) => key === definition.queue)?.name ?? definition.queue ?? '';
}

/** The picture as it was, up to where the wipe stands. */
function BeforePicture(props: {
  engine: EngineClient;
  scene: Scene;
  part: number;
  looking: ReturnType<typeof useSight>;
  canvas: { width: number; height: number };
}) {
  const { engine, scene, part, looking, canvas } = props;
  const { setCanvas, draw } = usePicture(engine, 1, PART);
  useEffect(() => draw(scene), [draw, scene]);
  return (
    <canvas
      ref={setCanvas}
      data-testid="before"
      style={{
        ...asPicture(canvas, looking.sight),
        pointerEvents: 'none',
        clipPath: `inset(0 ${(1 - part) * 100}% 0 0)`,
        imageRendering: looking.sight.zoom > SQUARES_FROM ? 'pixelated' : 'auto',
      }}
    />
  );
}

function firstName([first]: readonly Piece[]): string {
  return first?.definition.mapping ?? '';
}
