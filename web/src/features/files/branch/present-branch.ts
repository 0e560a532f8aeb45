import { createContext, useContext } from 'react';

/** The branch whose files are looked at; undefined: the folder itself, which is what Kometa reads. */
export const PresentBranch = createContext<string | undefined>(undefined);

export const usePresentBranch = (): string | undefined => useContext(PresentBranch);
