import type { CallOptions } from '../connection/options.ts';
import type { IdentityCalls } from './identity.ts';

/** The server's own name for itself, which every playlist address holds. It never changes, so it is asked once. */
export type MachineIdentifier = (options: CallOptions) => Promise<string>;

export function rememberMachineIdentifier(server: IdentityCalls): MachineIdentifier {
  let known: string | undefined;
  return async (options) => {
    known ??= (await server.identity(options)).machineIdentifier;
    return known;
  };
}
