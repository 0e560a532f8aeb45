import { configRoutes } from '@marquee/contracts';
import { answer, type ServiceApp } from '@marquee/service-kit';
import { listOnBranch, readOnBranch } from '../branches/branch-files.ts';
import type { BranchPorts } from '../branches/branch-ports.ts';
import { createOnBranch, moveOnBranch, removeOnBranch, saveOnBranch } from '../branches/save-on-branch.ts';
import { byWhom } from '../resources/by-whom.ts';
import type { Drafts } from './drafts.ts';
import { moveFile, removeFile } from './move-file.ts';
import { noteEscapes } from './note-escapes.ts';
import { listFiles, overviewOf } from './overview.ts';
import { noteRead, readFile } from './read-file.ts';
import { createFile, saveFile } from './save-file.ts';

/** The folder, or a branch where the query names one. */
export function serveFiles(
  service: Pick<ServiceApp, 'serve'>,
  { saving, drafts }: { saving: BranchPorts; drafts: Drafts },
): void {
  const { folder } = saving;
  const serve = noteEscapes(service.serve);

  serve(configRoutes.overview, () => overviewOf(folder));
  serve(configRoutes.list, ({ query: { branch } }) =>
    branch === undefined ? listFiles(folder) : listOnBranch(saving, branch),
  );
  serve(configRoutes.read, async ({ params, query: { branch }, log }) => {
    if (branch !== undefined) {
      const file = await readOnBranch(saving, branch, params.fileId);
      return answer(file, { etag: file.etag });
    }
    const file = await readFile(folder, params.fileId);
    await noteRead(saving, file).catch((cause: unknown) =>
      log.warn({ err: cause, file: file.path }, 'A change from outside was not noted'),
    );
    return answer(file, { etag: file.etag });
  });
  serve(configRoutes.create, async ({ query: { branch }, body, principal }) => {
    const wish = { ...body, ...byWhom(principal) };
    const file = await (branch === undefined
      ? createFile(saving, wish)
      : createOnBranch(saving, { ...wish, branch }));
    return answer(file, { etag: file.etag });
  });
  serve(configRoutes.write, async ({ params, query, body, ifMatch, principal }) => {
    const { branch } = query;
    const wish = { ...params, ...body, ifMatch, ...byWhom(principal) };
    const file = await (branch === undefined
      ? saveFile(saving, wish)
      : saveOnBranch(saving, { ...wish, branch }));
    const isKnown = query.answer === 'short' && file.content === body.content;
    return answer(isKnown ? { ...file, content: null } : file, { etag: file.etag });
  });
  serve(configRoutes.move, async ({ params, query: { branch }, body, ifMatch, principal }) => {
    const wish = { ...params, to: body.path, message: body.message, ifMatch, ...byWhom(principal) };
    const file = await (branch === undefined
      ? moveFile({ ...saving, drafts }, wish)
      : moveOnBranch({ ...saving, drafts }, { ...wish, branch }));
    return answer(file, { etag: file.etag });
  });
  serve(configRoutes.remove, ({ params, query: { branch }, ifMatch, principal }) => {
    const wish = { ...params, ifMatch, ...byWhom(principal) };
    return branch === undefined ? removeFile(saving, wish) : removeOnBranch(saving, { ...wish, branch });
  });
  serve(configRoutes.draft, async ({ params, query: { branch }, principal }) => {
    if (branch !== undefined) await saving.branches.find(branch);
    return await drafts.find(principal.id, params.fileId, branch);
  });
  serve(configRoutes.saveDraft, ({ params, query, body, principal }) =>
    drafts.save(principal.id, { ...params, ...query, ...body }),
  );
  serve(configRoutes.dropDraft, async ({ params, query: { branch }, principal }) => {
    if (branch !== undefined) await saving.branches.find(branch);
    return await drafts.drop(principal.id, params.fileId, branch);
  });
}
