import { type Problem, problem } from '@marquee/contracts';

export function addressRefused(message: string): Problem {
  return problem('settings.address-refused', { details: [{ path: 'url', message }] });
}
