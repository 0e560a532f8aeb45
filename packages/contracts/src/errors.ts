import { z } from 'zod';

/**
 * Every error the product can answer with, once. `status` is the HTTP status, `title` the one-line meaning;
 * `mend` says what the person can do. docs/errors.md is checked against this table.
 */
export const errorTable = {
  'request.invalid': {
    status: 422,
    title: 'The request does not fit its schema',
    mend: 'Each entry of details names a field and what it must be; correct it and send again.',
  },
  'request.malformed': {
    status: 400,
    title: 'The request could not be read',
    mend: 'Check that the body is valid JSON in UTF-8 and that the path holds no encoded slashes.',
  },
  'request.too-large': {
    status: 413,
    title: 'The body is larger than this operation takes',
    mend: 'Send less: the limit is in details.',
  },
  'request.unsupported-media-type': {
    status: 415,
    title: 'This operation does not take that content type',
    mend: 'Send the content type that the API page names for this operation.',
  },
  'request.not-found': {
    status: 404,
    title: 'There is no such address',
    mend: 'The list of addresses is at /api/docs.',
  },
  'request.method-not-allowed': {
    status: 405,
    title: 'This address does not take that method',
    mend: 'The Allow header names the methods it takes.',
  },
  'request.timed-out': {
    status: 504,
    title: 'The service did not answer in time',
    mend: 'Try again; if it stays slow, the status page shows which service is busy.',
  },
  'request.precondition-required': {
    status: 428,
    title: 'This write needs an If-Match header',
    mend: 'Read the resource first and send its ETag as If-Match, so that nobody else’s change is overwritten.',
  },
  'request.precondition-failed': {
    status: 412,
    title: 'The resource has changed since you read it',
    mend: 'Read it again, carry your change over, and send the new ETag as If-Match.',
  },
  'request.idempotency-mismatch': {
    status: 422,
    title: 'This Idempotency-Key was used with another request',
    mend: 'Use a new key for a new request.',
  },
  'request.idempotency-in-progress': {
    status: 409,
    title: 'The first request with this Idempotency-Key is still being worked on',
    mend: 'Wait a moment and send the same request again to get its answer.',
  },
  'request.bad-cursor': {
    status: 422,
    title: 'The cursor is not one that this list gave out',
    mend: 'Start from the first page by leaving the cursor out.',
  },
  'auth.required': {
    status: 401,
    title: 'Sign in first',
    mend: 'Sign in and send the request again.',
  },
  'auth.forbidden': {
    status: 403,
    title: 'Your role may not do this',
    mend: 'An admin can give you the role that details names.',
  },
  'auth.wrong-credentials': {
    status: 401,
    title: 'Name and password do not fit together',
    mend: 'Check both; `marquee reset-password NAME` on the server gives a lost account a new password.',
  },
  'auth.session-ended': {
    status: 401,
    title: 'This session has ended',
    mend: 'Sign in again.',
  },
  'auth.too-many-tries': {
    status: 429,
    title: 'Too many tries',
    mend: 'Wait as long as the Retry-After header says.',
  },
  'auth.origin-refused': {
    status: 403,
    title: 'This page’s address is not Marquee’s own',
    mend: 'Open Marquee by the address in MARQUEE_PUBLIC_URL, or set that to the address you use.',
  },
  'auth.person-required': {
    status: 403,
    title: 'An API key may not do this',
    mend: 'Sign in as a person; keys cannot change who may sign in.',
  },
  'auth.ticket-refused': {
    status: 401,
    title: 'This ticket opens no socket',
    mend: 'Ask for a new one at /api/auth/tickets: each is good for 30 seconds, one address and one connection.',
  },
  'auth.plex-off': {
    status: 409,
    title: 'Signing in with Plex is switched off',
    mend: 'Sign in with a password; an admin can switch it on in Settings.',
  },
  'auth.plex-pin-gone': {
    status: 410,
    title: 'This sign-in with Plex is over',
    mend: 'Begin again: each is good for five minutes, one browser and one sign-in.',
  },
  'auth.plex-refused': {
    status: 403,
    title: 'This Plex account may not come in',
    mend: 'Ask the admin to invite it, and the Plex server’s owner to share a library with it.',
  },
  'setup.code-wrong': {
    status: 403,
    title: 'This is not the set-up code',
    mend: 'The code stands on the terminal or in the log of the gateway’s first start, and in setup-code.txt in the data folder.',
  },
  'setup.done': {
    status: 409,
    title: 'The first admin exists already',
    mend: 'Sign in; `marquee reset-password NAME` on the server helps when the password is lost.',
  },
  'session.not-found': {
    status: 404,
    title: 'You have no session with this id',
    mend: 'It may have ended already; the list is at /api/auth/sessions.',
  },
  'api-key.not-found': {
    status: 404,
    title: 'You have no API key with this id',
    mend: 'The list is at /api/auth/api-keys.',
  },
  'api-key.role-too-high': {
    status: 403,
    title: 'A key cannot do more than its person',
    mend: 'Choose your own role or a lower one.',
  },
  'api-key.too-many': {
    status: 409,
    title: 'There are 50 keys already',
    mend: 'Remove one that is not used any more.',
  },
  'user.not-found': {
    status: 404,
    title: 'There is no account with this id',
    mend: 'The list is at /api/users.',
  },
  'user.name-taken': {
    status: 409,
    title: 'There is such an account already',
    mend: 'Choose another name, or change the existing account.',
  },
  'user.owner-stays': {
    status: 409,
    title: 'The first admin stays an admin',
    mend: 'That account can be neither removed, shut nor given another role, so that nobody is locked out.',
  },
  'user.no-password': {
    status: 409,
    title: 'This account has no password here',
    mend: 'It signs in with Plex.',
  },
  'user.no-access': {
    status: 409,
    title: 'This Plex account has no access to a configured server',
    mend: 'Share a library with it in Plex first.',
  },
  'plex-tv.unreachable': {
    status: 502,
    title: 'plex.tv does not answer',
    mend: 'Try again in a moment; a password works meanwhile.',
  },
  'settings.address-refused': {
    status: 422,
    title: 'Marquee does not connect to this address',
    mend: 'Use the address of the service itself; Marquee’s own ports, Docker’s and link-local addresses are never asked.',
  },
  'settings.managed': {
    status: 409,
    title: 'This is set by environment variables',
    mend: 'Change MARQUEE_PLEX_URL and MARQUEE_PLEX_TOKEN where Marquee is started, or remove them to set it here.',
  },
  'notification.not-found': {
    status: 404,
    title: 'You have no notification with this id',
    mend: 'The list is at /api/notifications.',
  },
  'service.unavailable': {
    status: 503,
    title: 'A service of Marquee is not answering',
    mend: 'details names the service; look at its log, or wait: it is asked again by itself.',
  },
  'service.shutting-down': {
    status: 503,
    title: 'The service is stopping',
    mend: 'Send the request again in a few seconds.',
  },
  'service.overloaded': {
    status: 429,
    title: 'Too much work is waiting',
    mend: 'Wait as long as the Retry-After header says.',
  },
  'service.disk-full': {
    status: 507,
    title: 'The disk is full',
    mend: 'Free some space in the data folder; nothing was lost and nothing was written.',
  },
  'server.unexpected': {
    status: 500,
    title: 'Something went wrong on our side',
    mend: 'The log has the whole story under this request id.',
  },
  'server.not-found': {
    status: 404,
    title: 'There is no Plex server with this id',
    mend: 'The configured servers are listed at /api/servers.',
  },
  'plex.unreachable': {
    status: 502,
    title: 'The Plex server does not answer',
    mend: 'Check that Plex is running and that its address is right; `marquee doctor` tries it.',
  },
  'plex.unauthorized': {
    status: 502,
    title: 'The Plex server refuses our token',
    mend: 'Set a fresh Plex token.',
  },
  'plex.bad-answer': {
    status: 502,
    title: 'The Plex server sent something that could not be understood',
    mend: 'Check that the address is that of a Plex Media Server; details says what was wrong.',
  },
  'library.not-found': {
    status: 404,
    title: 'There is no library with this id',
    mend: 'It was removed from Plex, or it is not shared with you. The list is at /api/libraries.',
  },
  'item.not-found': {
    status: 404,
    title: 'There is no item with this id',
    mend: 'It was removed from Plex, or its library is not shared with you.',
  },
  'image.not-found': {
    status: 404,
    title: 'This item has no such picture',
    mend: 'Plex has no picture of this kind for it.',
  },
  'image.unreadable': {
    status: 422,
    title: 'The picture could not be read',
    mend: 'Send a JPEG, PNG or WebP picture of at most 25 megapixels.',
  },
  'image.too-large': {
    status: 422,
    title: 'The picture has too many pixels',
    mend: 'Make it smaller: pictures may have up to 25 megapixels.',
  },
  'image.format': {
    status: 415,
    title: 'The picture is of a kind that is not taken',
    mend: 'Replace it by a JPEG, PNG or WebP picture; overlay pictures must be PNG.',
  },
  'poster.not-found': {
    status: 404,
    title: 'This item has no such poster',
    mend: 'The posters of an item are listed at /api/items/{itemId}/posters.',
  },
  'overlay.invalid': {
    status: 422,
    title: 'The overlay file cannot be read',
    mend: 'Each entry of details names a line and what is wrong there; correct it and send again.',
  },
  'overlay.edit-impossible': {
    status: 422,
    title: 'The overlay file does not allow this change',
    mend: 'Details say why: the definition is missing, the name is taken, or it comes from a template. Read the file again.',
  },
  'overlay.version-not-found': {
    status: 404,
    title: 'This file has no such version',
    mend: 'Its versions are listed at /api/overlays/files/{fileId}/versions.',
  },
  'overlay.template-not-found': {
    status: 404,
    title: 'There is no such template of your own',
    mend: 'Templates are listed at /api/overlays/templates; shipped ones cannot be removed.',
  },
  'render.timed-out': {
    status: 504,
    title: 'The picture was not drawn in time',
    mend: 'Try again; if it stays so, look on the system page whether a renderer runs, or draw fewer overlays.',
  },
  'render.failed': {
    status: 422,
    title: 'The picture could not be drawn',
    mend: 'Details say which poster, picture or font could not be read; replace it and draw again.',
  },
  'font.not-found': {
    status: 404,
    title: 'There is no font with this id',
    mend: 'The fonts are listed at /api/fonts.',
  },
  'font.unreadable': {
    status: 422,
    title: 'The font could not be read',
    mend: 'Use a TrueType or OpenType font of at most 30 MB that other programs open.',
  },
  'job.not-found': {
    status: 404,
    title: 'There is no job with this id',
    mend: 'Jobs are kept for a week after they end.',
  },
  'config.file-not-found': {
    status: 404,
    title: 'There is no such file in the config folder',
    mend: 'It may have been renamed or removed; the list is at /api/config/files.',
  },
  'config.name-refused': {
    status: 422,
    title: 'This file name is not allowed',
    mend: 'Use letters, digits, spaces, dots, dashes, underscores and brackets, with forward slashes between folders, ending in .yml, .yaml, .txt or .env.',
  },
  'config.outside-folder': {
    status: 403,
    title: 'This path leads out of the config folder',
    mend: 'Files outside the config folder, and links that lead there, are never read or written.',
  },
  'config.file-exists': {
    status: 409,
    title: 'A file of this name exists already',
    mend: 'Choose another name, or open the existing file and save it with its ETag.',
  },
  'config.file-mounted': {
    status: 409,
    title: 'This file is mounted by itself and can be neither moved nor removed',
    mend: 'Change how the container is started: mount the folder that the file is in.',
  },
  'config.version-not-found': {
    status: 404,
    title: 'The history has no such version',
    mend: 'The versions are listed at /api/config/versions.',
  },
  'config.definition-not-found': {
    status: 404,
    title: 'There is no such definition in the config folder',
    mend: 'It may have been renamed, moved or removed; read the list again.',
  },
  'config.definition-exists': {
    status: 409,
    title: 'The file has a definition of this name already',
    mend: 'Choose another name, or another file.',
  },
  'config.edit-refused': {
    status: 422,
    title: 'The file is written in a way that this change cannot be made in it',
    mend: 'details says why; edit the file itself under Files.',
  },
  'config.lines-refused': {
    status: 422,
    title: 'These lines cannot stand in the file',
    mend: 'Mend them as details says, and send them again.',
  },
  'config.branch-not-found': {
    status: 404,
    title: 'There is no such branch',
    mend: 'The branches are listed at /api/config/branches; it may have been merged and removed.',
  },
  'config.branch-exists': {
    status: 409,
    title: 'A branch of this name exists already',
    mend: 'Choose another name, or go on with that branch.',
  },
  'config.branch-conflict': {
    status: 409,
    title: 'The branch and the folder changed the same lines',
    mend: 'details names the files and lines; nothing was written. Send what each of these files shall say as `resolved`.',
  },
  'config.branch-secret': {
    status: 422,
    title: 'A branch keeps no secrets',
    mend: 'details names the lines. Put the placeholder back, or write the value into the file itself, not into the branch.',
  },
  'config.undo-conflict': {
    status: 409,
    title: 'What the version changed was changed again since',
    mend: 'details names the files and lines; nothing was written. Change them under Files, or restore a version.',
  },
  'config.template-invalid': {
    status: 422,
    title: 'The template, or a value for it, is not right',
    mend: 'The details name the field and what it must be; correct it and send again.',
  },
  'config.template-not-found': {
    status: 404,
    title: 'There is no such template',
    mend: 'It may have been removed; reload the list of templates.',
  },
  'config.template-refused': {
    status: 409,
    title: 'The template cannot be put there',
    mend: 'The details say why; choose another name or file.',
  },
  'config.bundle-refused': {
    status: 422,
    title: 'The bundle is not taken',
    mend: 'details says which file is in the way; nothing was written.',
  },
  'config.check-timed-out': {
    status: 504,
    title: 'The files took too long to look through',
    mend: 'Divide the largest files into several; saving does not wait for this.',
  },
  'config.not-text': {
    status: 415,
    title: 'This file is not text',
    mend: 'Only UTF-8 text files can be opened here.',
  },
  'config.secret-unknown': {
    status: 422,
    title: 'A placeholder stands for a hidden value that the file does not have',
    mend: 'details says where; write the value itself there, or take the line away.',
  },
  'config.secret-exposed': {
    status: 422,
    title: 'A placeholder stands where its value would be shown',
    mend: 'A hidden value stays hidden: leave its placeholder at a key, token or password, or write the value itself.',
  },
  'config.folder-missing': {
    status: 503,
    title: 'The config folder cannot be reached',
    mend: 'Check that MARQUEE_CONFIG_DIR exists and may be read and written by the user Marquee runs as.',
  },
} as const satisfies Record<string, { status: number; title: string; mend: string }>;

export type ErrorCode = keyof typeof errorTable;
export const errorCodes = Object.keys(errorTable) as ErrorCode[];
export const ErrorCode = z.enum(errorCodes).meta({
  id: 'ErrorCode',
  description: 'One of the documented error codes (docs/errors.md).',
});

/** Where a problem is and how to mend it; every field is optional because not every problem has a place. */
export const ErrorDetail = z
  .object({
    message: z.string().describe('What is wrong here'),
    path: z.string().optional().describe('The field or key, dotted: body.name, libraries.Films'),
    file: z.string().optional(),
    line: z.int().positive().optional(),
    column: z.int().positive().optional(),
    fix: z.string().optional().describe('How to mend it'),
  })
  .meta({ id: 'ErrorDetail' });
export type ErrorDetail = z.infer<typeof ErrorDetail>;

export const ApiError = z
  .object({
    code: ErrorCode,
    message: z.string(),
    details: z.array(ErrorDetail),
    requestId: z.string(),
  })
  .meta({ id: 'ApiError' });
export type ApiError = z.infer<typeof ApiError>;

/** An error that the client is meant to see. Throw it anywhere; one middleware answers it. */
export class Problem extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly details: ErrorDetail[];
  /** Response headers that belong to this answer, such as Retry-After. */
  readonly headers: Record<string, string>;

  constructor(
    code: ErrorCode,
    options: {
      message?: string;
      details?: ErrorDetail[];
      headers?: Record<string, string>;
      cause?: unknown;
    } = {},
  ) {
    super(options.message ?? errorTable[code].title, { cause: options.cause });
    this.name = 'Problem';
    this.code = code;
    this.status = errorTable[code].status;
    this.details = options.details ?? [{ message: errorTable[code].title, fix: errorTable[code].mend }];
    this.headers = options.headers ?? {};
  }
}

/** `throw problem('plex.unreachable', {…})` reads better than `new`. */
export function problem(code: ErrorCode, options?: ConstructorParameters<typeof Problem>[1]): Problem {
  return new Problem(code, options);
}
