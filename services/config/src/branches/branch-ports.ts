import type { branchChanged } from '@marquee/contracts';
import type { z } from 'zod';
import type { SavePorts } from '../files/save-file.ts';
import type { Branches } from '../history/branches.ts';

export interface BranchPorts extends SavePorts {
  branches: Branches;
  announceBranch(news: z.infer<typeof branchChanged.payload>): Promise<void>;
}
