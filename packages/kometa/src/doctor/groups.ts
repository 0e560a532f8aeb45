import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** What findings have in common, the worst first. */
export const DOCTOR_GROUPS = [
  'broken',
  'credentials',
  'risky',
  'dead',
  'ignored',
  'renamed',
  'doubtful',
  'unused',
] as const;
export type DoctorGroup = (typeof DOCTOR_GROUPS)[number];

const RENAMED = /\.(?:renamed-key|renamed-value|moved-key|old-name)$/;
const IGNORED =
  /\.(?:ignored-key|unknown-key|unknown-root|root-key-unknown|attribute-unused|duplicate-mapping|blank-definition|blank-list|not-map|no-overlays|definition-empty|queue-key-unknown|unknown-variable)$/;

export function groupOf({ code, severity }: Pick<Diagnostic, 'code' | 'severity'>): DoctorGroup {
  if (code === 'file.unused') return 'unused';
  if (code.startsWith('risk.')) return 'risky';
  if (/^credentials\.|\.(?:placeholder|blank-required)$/.test(code)) return 'credentials';
  if (code === 'schedule.past' || code === 'schedule.impossible') return 'dead';
  if (RENAMED.test(code)) return 'renamed';
  if (severity === 'error') return 'broken';
  return IGNORED.test(code) ? 'ignored' : 'doubtful';
}
