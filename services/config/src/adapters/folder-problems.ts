import { type Problem, problem } from '@marquee/contracts';

export function errnoOf(cause: unknown): string | undefined {
  return typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : undefined;
}

export function folderMissing(message: string, cause?: unknown): Problem {
  return problem('config.folder-missing', {
    details: [
      {
        message,
        fix: 'Check that MARQUEE_CONFIG_DIR exists and may be read and written by the user Marquee runs as.',
      },
    ],
    cause,
  });
}

export function outsideFolder(path: string, message: string): Problem {
  return problem('config.outside-folder', {
    details: [{ message, file: path, fix: 'Put the file itself into the config folder.' }],
  });
}

/** What an error of the file system means to the person at the other end; anything unforeseen stays itself. */
export function asFolderProblem(cause: unknown, path: string): unknown {
  switch (errnoOf(cause)) {
    case 'ENOENT':
      return problem('config.file-not-found', { cause });
    case 'ENOTDIR':
      return problem('config.file-not-found', { cause });
    case 'ELOOP':
      return outsideFolder(path, 'This is a link; links are never followed.');
    case 'EACCES':
    case 'EPERM':
      return folderMissing('The config folder does not let us do this: permission denied.', cause);
    case 'EROFS':
      return folderMissing('The config folder is on a read-only file system.', cause);
    case 'EBUSY':
      return problem('config.file-mounted', { cause });
    case 'ENOSPC':
    case 'EDQUOT':
      return problem('service.disk-full', { cause });
    default:
      return cause;
  }
}
