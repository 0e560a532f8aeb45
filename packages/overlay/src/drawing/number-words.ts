const SMALL = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'],
  ...['twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
] as const;

function belowHundred(number: number): string {
  if (number < 20) return SMALL[number] ?? '';
  const ones = number % 10;
  return `${TENS[Math.floor(number / 10)]}${ones > 0 ? `-${SMALL[ones]}` : ''}`;
}

function belowThousand(number: number): string {
  const rest = number % 100;
  if (number < 100) return belowHundred(number);
  return `${SMALL[Math.floor(number / 100)]} hundred${rest > 0 ? ` and ${belowHundred(rest)}` : ''}`;
}

/** English words of a whole number: 1234 is "one thousand, two hundred and thirty-four". */
export function numberWords(number: number): string {
  if (number < 0) return `minus ${numberWords(-number)}`;
  const parts: string[] = [];
  let rest = number;
  for (const [scale, name] of SCALES) {
    if (rest < scale) continue;
    parts.push(`${belowThousand(Math.floor(rest / scale))} ${name}`);
    rest %= scale;
  }
  if (parts.length === 0) return belowThousand(rest);
  if (rest === 0) return parts.join(', ');
  return rest < 100
    ? `${parts.join(', ')} and ${belowHundred(rest)}`
    : `${parts.join(', ')}, ${belowThousand(rest)}`;
}
