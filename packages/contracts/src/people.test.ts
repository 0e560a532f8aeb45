import { UserName } from './people.ts';

const fault = (name: string) => UserName.safeParse(name).error?.issues[0]?.message;

test.each([
  'Ada',
  'Zoë Ångström-Łukasz',
  'Ольга',
  'Νίκος',
  '山田 太郎',
  'タロー Taro',
  '김철수',
  'محمد',
  'มานะ',
  'Ada2@home.example',
  'Ада_2',
])('%s is a name', (name) => {
  expect(fault(name)).toBeUndefined();
});

test.each(['аdmin', 'admіn', 'Αda', 'Аdа', 'ρlex', 'Οльга', 'ａdmіn'])(
  '%s looks like another name, since it mixes alphabets',
  (name) => {
    expect(fault(name)).toMatch(/one alphabet/);
  },
);

test.each(['', ' Ada', 'Ada ', 'A\r\nda', 'A\u202Eda', 'Ada\u200B', '<b>Ada</b>', 'A'.repeat(65), '...'])(
  '%j is no name',
  (name) => {
    expect(fault(name)).toMatch(/^Use 1 to 64/);
  },
);

test('letters in another width are the same name', () => {
  expect(UserName.parse('Ａｄａ')).toBe('Ada');
});
