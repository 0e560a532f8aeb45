import { OverlayDefinition } from '@marquee/contracts';
import { readOverlayFile } from '../overlays/read-overlay-file.ts';
import { describeAttributes } from './overlay-attributes.ts';

/** One overlay with one attribute under test, on a line of its own. */
function read(attribute: string, value: string, others: Record<string, string> = {}) {
  const base: Record<string, string> = {
    name: 'text(hello)',
    file: 'beside.png',
    horizontal_offset: '1',
    vertical_offset: '2',
    ...others,
  };
  delete base[attribute];
  const lines = Object.entries(base).filter(([, one]) => one !== 'ABSENT');
  const text = [
    'queues: {side: [{horizontal_align: left, vertical_align: top, horizontal_offset: 0, vertical_offset: 0}]}',
    'overlays:',
    '  one:',
    '    plex_all: true',
    '    overlay:',
    `      ${attribute}: ${value}`,
    ...lines.map(([name, one]) => `      ${name}: ${one}`),
  ].join('\n');
  const { entries, problems } = readOverlayFile(text);
  return { definition: entries[0]?.definition ?? null, problems };
}

const image = { name: 'badge' };
const queued = { horizontal_offset: 'ABSENT', vertical_offset: 'ABSENT' };
const fromCentre = { horizontal_align: 'center', vertical_align: 'center' };
const px = (value: number) => ({ value, percent: false });
const percent = (value: number) => ({ value, percent: true });

const accepted: [string, string, keyof OverlayDefinition, unknown, Record<string, string>?][] = [
  ['name', 'badge', 'name', 'badge'],
  ['name', '4', 'name', '4'],
  ['name', 'text(a (b) c)', 'name', 'text(a (b) c)'],
  ['name', "'text(  spaces )'", 'name', 'text(  spaces )'],
  ['name', 'text(a) b', 'name', 'text(a)'],
  ['name', 'text(audience_rating)', 'name', 'text(<<audience_rating>>)'],
  ['name', 'text(critic_rating%)', 'name', 'text(<<critic_rating%>>%)'],
  ['name', 'text(user_rating0)', 'name', 'text(<<user_rating%>>)'],
  ['name', 'text(user_rating#)', 'name', 'text(<<user_rating#>>)'],
  ['name', 'blur(20)', 'name', 'blur(20)'],
  ['name', 'blur and (7)', 'name', 'blur(7)'],
  ['default', 'rating/IMDb', 'image', { from: 'default', value: 'rating/IMDb' }],
  ['default', 'overlays/images/rating/IMDb.png', 'image', { from: 'default', value: 'rating/IMDb' }],
  ['pmm', 'rating/IMDb', 'image', { from: 'default', value: 'rating/IMDb' }],
  ['git', 'PMM/rating/IMDb', 'image', { from: 'default', value: 'rating/IMDb' }],
  ['git', 'me/star', 'image', { from: 'git', value: 'me/star' }, { file: 'ABSENT' }],
  ['git', 'me/star', 'image', { from: 'file', value: 'beside.png' }],
  ['file', 'config/a.png', 'image', { from: 'file', value: 'config/a.png' }],
  ['repo', 'star', 'image', { from: 'repo', value: 'star' }, { file: 'ABSENT' }],
  [
    'url',
    'https://a.test/b.png',
    'image',
    { from: 'url', value: 'https://a.test/b.png' },
    { file: 'ABSENT' },
  ],
  ['repo', '', 'image', { from: 'name', value: 'badge' }, { ...image, file: 'ABSENT' }],
  ['horizontal_align', 'right', 'horizontalAlign', 'right'],
  ['vertical_align', 'bottom', 'verticalAlign', 'bottom'],
  ['horizontal_offset', '30', 'horizontalOffset', px(30)],
  ['horizontal_offset', "'+30 '", 'horizontalOffset', px(30)],
  ['horizontal_offset', '100%', 'horizontalOffset', percent(100)],
  ['horizontal_offset', '-30', 'horizontalOffset', px(-30), fromCentre],
  ['vertical_offset', "'-205'", 'verticalOffset', px(-205), fromCentre],
  ['vertical_offset', '-50%', 'verticalOffset', percent(-50), fromCentre],
  ['scale_width', '200', 'scaleWidth', px(200)],
  ['scale_height', '150%', 'scaleHeight', percent(150)],
  ['font', 'fonts/Inter-Bold.ttf', 'font', 'fonts/Inter-Bold.ttf'],
  ['font_style', 'Bold', 'fontStyle', 'Bold', { font: 'Inter.ttf' }],
  ['font_size', '63', 'fontSize', 63],
  ['font_size', "'63'", 'fontSize', 63],
  ['font_color', "'#FFF8'", 'fontColor', [255, 255, 255, 136]],
  ['font_color', 'tomato', 'fontColor', [255, 99, 71, 255]],
  ['font_color', '', 'fontColor', null],
  ['stroke_width', '2', 'strokeWidth', 2],
  ['stroke_color', 'rgb(1, 2, 3)', 'strokeColor', [1, 2, 3, 255]],
  ['addon_position', 'top', 'addonPosition', 'top'],
  ['addon_offset', '15', 'addonOffset', 15],
  ['back_color', "'#00000099'", 'backColor', [0, 0, 0, 153]],
  ['back_width', '0', 'backWidth', 0],
  ['back_height', '105', 'backHeight', 105],
  ['back_align', 'left', 'backAlign', 'left', { back_width: '5' }],
  ['back_padding', '0', 'backPadding', 0],
  ['back_radius', '30', 'backRadius', 30],
  ['back_radius', '0', 'backRadius', null],
  ['back_radius', '', 'backRadius', null],
  ['back_line_color', 'red', 'backLineColor', [255, 0, 0, 255]],
  ['back_line_width', '4', 'backLineWidth', 4],
  ['back_line_width', '0', 'backLineWidth', null],
  ['group', 'ratings', 'group', 'ratings', { weight: '1' }],
  ['group', '4', 'group', '4', { weight: '1' }],
  ['queue', 'side', 'queue', 'side', { weight: '1', ...queued }],
  ['weight', '0', 'weight', 0],
  ['weight', '1_000', 'weight', 1000],
];

test.each(accepted.map((row) => [...row.slice(0, 4), row[4] ?? {}] as Required<typeof row>))(
  '%s: %s gives %s',
  (attribute, value, property, expected, others) => {
    const { definition, problems } = read(attribute, value, others);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(OverlayDefinition.parse(definition)[property]).toEqual(expected);
  },
);

const refused: [string, string, string, Record<string, string>?][] = [
  ['name', '', 'name-missing'],
  ['name', "''", 'name-missing'],
  ['name', 'a | b', 'name-bar'],
  ['name', 'text()', 'text-unreadable'],
  ['name', 'texture', 'text-unreadable'],
  ['name', '"text(a\\nb)"', 'text-unreadable'],
  ['name', 'text(a)', 'offsets-needed', queued],
  ['name', 'backdrops', 'backdrop-name'],
  ['horizontal_align', 'middle', 'not-choice'],
  ['horizontal_align', 'top', 'not-choice'],
  ['horizontal_align', '', 'not-choice'],
  ['vertical_align', 'left', 'not-choice'],
  ['horizontal_offset', '-1', 'not-offset'],
  ['horizontal_offset', '10.7', 'not-offset'],
  ['horizontal_offset', '7.5%', 'not-offset'],
  ['horizontal_offset', '101%', 'not-offset'],
  ['horizontal_offset', '-51%', 'not-offset', fromCentre],
  ['horizontal_offset', '51%', 'not-offset', fromCentre],
  ['horizontal_offset', '1e400', 'not-offset'],
  ['horizontal_offset', '.nan', 'not-offset'],
  ['horizontal_offset', '1000000000', 'too-large'],
  ['horizontal_offset', 'far', 'not-offset'],
  ['horizontal_offset', 'true', 'not-offset'],
  ['vertical_offset', '', 'offsets-together'],
  ['scale_width', '0', 'not-scale'],
  ['scale_width', '0%', 'not-scale'],
  ['scale_height', '1.5', 'not-scale'],
  ['scale_height', '99999999', 'too-large'],
  ['font_color', 'colour', 'not-colour'],
  ['font_color', '123456', 'not-colour'],
  ['stroke_color', "'#12345'", 'not-colour'],
  ['back_color', 'rgb(1, 2)', 'not-colour'],
  ['back_line_color', '[1]', 'not-colour'],
  ['back_color', 'red', 'offsets-needed', { ...image, ...queued }],
  ['addon_offset', '0', 'not-integer'],
  ['addon_offset', '-10', 'not-integer'],
  ['addon_offset', '', 'not-integer'],
  ['addon_position', 'center', 'not-choice'],
  ['back_width', '-1', 'not-integer'],
  ['back_width', '1e9', 'not-integer'],
  ['back_width', '1000000000', 'too-large'],
  ['back_height', '', 'not-integer'],
  ['back_align', 'left', 'back-width-needed'],
  ['back_radius', '-3', 'not-integer'],
  ['back_radius', '2.5', 'not-integer'],
  ['back_line_width', 'thick', 'not-integer'],
  ['font_size', '1000000', 'too-large'],
  ['group', '', 'group-blank', { weight: '1' }],
  ['group', "''", 'group-blank', { weight: '1' }],
  ['group', 'a', 'weight-needed'],
  ['queue', '', 'queue-blank', { weight: '1' }],
  ['queue', 'side', 'weight-needed', queued],
  ['queue', 'nowhere', 'queue-unknown', { weight: '1' }],
  ['queue', 'side', 'group-and-queue', { weight: '1', group: 'a' }],
  ['weight', '-1', 'not-integer'],
  ['weight', 'x', 'not-integer'],
  ['weight', '', 'not-integer'],
  ['weight', '1.5', 'not-integer'],
];

test.each(refused.map((row) => [...row.slice(0, 3), row[3] ?? {}] as Required<typeof row>))(
  '%s: %s is refused as %s',
  (attribute, value, code, others) => {
    const { definition, problems } = read(attribute, value, others);
    expect(definition).toBeNull();
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ code: `overlay.${code}`, effect: 'overlay', mapping: 'one' });
    expect(errors[0]?.mend).not.toBe('');
    // The value under test is the first attribute; what it lacks may be told at another.
    const elsewhere = ['offsets-needed', 'offsets-together'].includes(code);
    if (!elsewhere) {
      const column = `      ${attribute}: `.length + 1;
      expect(errors[0]).toMatchObject({ attribute, line: 6 });
      expect([column, 7]).toContain(errors[0]?.column);
    }
  },
);

const warned: [string, string, string, keyof OverlayDefinition, unknown, Record<string, string>?][] = [
  ['name', 'blur', 'blur-unreadable', 'name', 'blur(50)'],
  ['name', 'blur(much)', 'blur-unreadable', 'name', 'blur(50)'],
  ['name', 'text(<<nothing>>)', 'variable-unknown', 'name', 'text(<<nothing>>)'],
  ['name', 'text(<<episode_count>>)', 'variable-unknown', 'name', 'text(<<episode_count>>)'],
  ['name', 'text(<<title%>>)', 'variable-unknown', 'name', 'text(<<title%>>)'],
  ['font_size', '0', 'not-integer', 'fontSize', 36],
  ['font_size', 'big', 'not-integer', 'fontSize', 36],
  ['stroke_width', '0', 'not-integer', 'strokeWidth', 0],
  ['stroke_width', '', 'not-integer', 'strokeWidth', 0],
  ['back_padding', '-1', 'not-integer', 'backPadding', 0],
  ['back_align', 'middle', 'not-choice', 'backAlign', 'center'],
  ['horizontal_align', 'RIGHT', 'choice-case', 'horizontalAlign', null],
  ['font_style', 'Bold', 'font-style-alone', 'fontStyle', 'Bold'],
  ['rotate', '45', 'attribute-unknown', 'kind', 'text'],
  ['scale', '2', 'attribute-unknown', 'kind', 'text'],
  ['text', 'hello', 'attribute-unknown', 'kind', 'text'],
  ['opacity', '50', 'attribute-unknown', 'kind', 'text'],
  ['shadow', 'true', 'attribute-unknown', 'kind', 'text'],
  ['font_size', '20', 'attribute-unused', 'fontSize', 36, image],
  ['addon_offset', '0', 'attribute-unused', 'addonOffset', 0, { file: 'ABSENT' }],
];

test.each(warned.map((row) => [...row.slice(0, 5), row[5] ?? {}] as Required<typeof row>))(
  '%s: %s warns as %s',
  (attribute, value, code, property, expected, others) => {
    const { definition, problems } = read(attribute, value, others);
    const found = problems.find((problem) => problem.code === `overlay.${code}`);
    expect(found).toMatchObject({ severity: 'warning', effect: 'none', attribute, line: 6 });
    expect(definition?.[property]).toEqual(expected);
  },
);

test.each([
  'originally_available',
  'originally_available[%d %B]',
  'runtimeH',
  'imdb_rating%',
  'plex_tmdb_rating/',
])('<<%s>> is a variable of films', (variable) => {
  expect(read('name', `text(<<${variable}>>)`).problems).toEqual([]);
});

test('every attribute is tried in the tables above', () => {
  const tried = new Set([...accepted, ...refused].map(([attribute]) => attribute));
  const ofOverlay = describeAttributes().filter((attribute) => attribute.of === 'overlay');
  expect(ofOverlay.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  expect(ofOverlay.length).toBeGreaterThan(25);
});

test('a backdrop has its offsets and covers the poster when nothing else is said', () => {
  const { definition } = read('name', 'backdrop', { ...queued, file: 'ABSENT', back_color: 'red' });
  expect(definition).toMatchObject({
    kind: 'backdrop',
    horizontalOffset: px(0),
    verticalOffset: px(0),
    backWidth: null,
    backHeight: null,
    image: null,
  });
});

test('a backdrop without a colour is kept, and told to fail its items', () => {
  const { definition, problems } = read('name', 'backdrop', { file: 'ABSENT' });
  expect(definition?.kind).toBe('backdrop');
  expect(problems).toMatchObject([
    { code: 'overlay.backdrop-colourless', severity: 'error', effect: 'item' },
  ]);
});
