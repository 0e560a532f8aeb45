import { type FolderChecker, type Survey, surveyFolder } from '@marquee/kometa';
import { lookInto } from '../problems/check-texts.ts';
import type { FolderTexts } from '../problems/finding.ts';

export interface SurveyTask extends FolderTexts {
  kind: 'survey';
}

export function surveyTexts(
  checker: FolderChecker,
  { texts, names, now }: SurveyTask,
  onFile?: (path: string) => void,
): Survey {
  return surveyFolder(checker.check({ texts, ...lookInto(names) }, now, onFile));
}
