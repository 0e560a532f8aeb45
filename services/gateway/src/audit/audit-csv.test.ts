import fc from 'fast-check';
import { lineOf } from './audit-csv.ts';

/** What a spreadsheet reads from a line. */
function cellsOf(line: string): string[] {
  return [...line.slice(0, -2).matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/gs)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

test('whatever a cell holds, it comes back whole, and none begins like a formula', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a,b', '"', 'x\r\ny', '=1+1', ' @x')),
        {
          minLength: 1,
        },
      ),
      (cells) => {
        const read = cellsOf(lineOf(cells));
        expect(read.map((cell) => cell.replace(/^'(?=\s*[=+\-@\t\r\n＝＋－＠])/u, ''))).toEqual(cells);
        for (const cell of read) expect(cell).not.toMatch(/^\s*[=+\-@]/);
      },
    ),
  );
});

test.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'])(
  'the formula %j stays a text',
  (formula) => {
    expect(cellsOf(lineOf([formula]))).toEqual([`'${formula}`]);
  },
);

test('what is not there is an empty cell, a number is a number', () => {
  expect(lineOf([null, 42, 'x'])).toBe(',42,"x"\r\n');
});
