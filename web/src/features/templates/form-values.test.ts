import type { TemplateVariable } from '@marquee/contracts';
import { troublesOf, typedDefaults, valuesOf } from './form-values.ts';

const variables: TemplateVariable[] = [
  { name: 'who', label: 'Who', kind: 'text' },
  { name: 'year', label: 'Year', kind: 'number', default: 1990 },
  { name: 'hdr', label: 'HDR', kind: 'yes-no', default: true, optional: true },
  { name: 'plain', label: 'Plain', kind: 'yes-no' },
  { name: 'mode', label: 'Mode', kind: 'choice', choices: ['a', 'b'] },
  { name: 'genres', label: 'Genres', kind: 'list', default: ['Drama', 'Crime'] },
  { name: 'when', label: 'When', kind: 'text', optional: true },
];

test('fields begin with what the template offers', () => {
  expect(typedDefaults({ variables })).toEqual({
    ...{ who: '', year: '1990', hdr: true, plain: false, mode: 'a', genres: 'Drama, Crime', when: '' },
  });
});

test('what is typed becomes values of their kind; blank and unticked ones are left out where they may be', () => {
  const typed = {
    ...typedDefaults({ variables }),
    who: ' Ada ',
    year: '7,5',
    hdr: false,
    genres: ' a ,, b ',
  };
  expect(valuesOf({ variables }, typed)).toEqual({
    ...{ who: 'Ada', year: 7.5, hdr: null, plain: false, mode: 'a', genres: ['a', 'b'], when: null },
  });
});

test('what is missing or no number is told', () => {
  const typed = { ...typedDefaults({ variables }), year: 'soon', genres: ' ' };
  expect(troublesOf({ variables }, typed)).toEqual({ who: 'needed', year: 'number', genres: 'needed' });
});
