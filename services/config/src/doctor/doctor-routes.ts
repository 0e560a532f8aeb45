import { configDoctorRoutes, configReportRoutes } from '@marquee/contracts';
import type { ServiceApp } from '@marquee/service-kit';
import type { SavePorts } from '../files/save-file.ts';
import type { Desk } from '../problems/deskwork.ts';
import type { PlexPorts } from '../servers/server-info.ts';
import { createDoctor } from './doctor.ts';
import { applyFixes, previewFixes } from './mend.ts';
import { reportOn } from './report.ts';

export function serveDoctor(
  { serve }: Pick<ServiceApp, 'serve'>,
  { saving, desk, ...plex }: PlexPorts & { saving: SavePorts; desk: Desk },
): void {
  const doctor = createDoctor({ ...saving, desk });
  serve(configDoctorRoutes.examine, () => doctor());
  serve(configReportRoutes.report, ({ principal }) => reportOn({ ...plex, saving, desk, doctor }, principal));
  serve(configDoctorRoutes.preview, ({ body }) => previewFixes({ saving, desk }, body.places));
  serve(configDoctorRoutes.fix, ({ body, principal }) =>
    applyFixes({ saving, desk }, { ...body, by: principal.id, author: principal.name }),
  );
}
