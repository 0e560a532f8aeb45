import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../run.ts';

/** An authority for one test, and in `folder` a certificate of it (cert.pem, key.pem) for these names. */
export async function makeCertificates(folder: string, names: readonly string[]): Promise<{ ca: string }> {
  const openssl = (...args: string[]) => run('openssl', args, { cwd: folder });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  await openssl('req', '-x509', ...key, '-subj', '/CN=Marquee tests', '-keyout', 'ca.key', '-out', 'ca.pem');
  await openssl(
    ...['req', '-x509', ...key, '-CA', 'ca.pem', '-CAkey', 'ca.key', '-subj', `/CN=${names[0]}`],
    ...['-addext', `subjectAltName=${names.map((name) => `DNS:${name}`).join()}`],
    ...['-addext', 'basicConstraints=critical,CA:FALSE', '-keyout', 'key.pem', '-out', 'cert.pem'],
  );
  return { ca: await readFile(join(folder, 'ca.pem'), 'utf8') };
}
