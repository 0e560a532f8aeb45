import { configDoctorRoutes, configReportRoutes } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';
import type { SavePorts } from '../files/save-file.ts';
import type { LookThrough } from '../problems/look-through.ts';
import type { PlexPorts } from '../servers/server-info.ts';
import { createDoctor } from './doctor.ts';
import { applyFixes, previewFixes } from './mend.ts';
import { reportOn } from './report.ts';

export function serveDoctor(
  { serve }: Pick<ServiceApp, 'serve'>,
  { saving, lookThrough, ...plex }: PlexPorts & { saving: SavePorts; lookThrough: LookThrough },
): void {
  const doctor = createDoctor({ ...saving, lookThrough });
  serve(configDoctorRoutes.examine, () => doctor());
  serve(configReportRoutes.report, ({ principal }) =>
    reportOn({ ...plex, saving, lookThrough, doctor }, principal),
  );
  serve(configDoctorRoutes.preview, ({ body }) => previewFixes({ saving, lookThrough }, body.places));
  serve(configDoctorRoutes.fix, ({ body, principal }) =>
    applyFixes({ saving, lookThrough }, { ...body, by: principal.id, author: principal.name }),
  );
}
