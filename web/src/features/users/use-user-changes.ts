import type { User } from '@marquee/contracts';
import type { SerializedError } from '@reduxjs/toolkit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallProblem } from '../../api/call-problem.ts';
import { useEndAllSessionsOfMutation } from '../../api/sessions.ts';
import { useChangeUserMutation } from '../../api/users.ts';

type Change = Partial<Pick<User, 'role' | 'disabled'>>;
type News =
  | { kind: 'done'; words: string; undo?: () => void }
  | { kind: 'rolled-back'; words: string; error: CallProblem | SerializedError };

export interface UserChanges {
  news: News | null;
  forget(): void;
  tell(words: string): void;
  change(user: User, change: Change): void;
  endSessions(user: User): void;
}

/** Changes that show at once; what was done can be taken back, and what Marquee refused is told as taken back. */
export function useUserChanges(): UserChanges {
  const { t } = useTranslation();
  const [send] = useChangeUserMutation();
  const [endAll] = useEndAllSessionsOfMutation();
  const [news, setNews] = useState<News | null>(null);

  const wordsOf = (user: User, change: Change): string => {
    if (change.role) return t('users.changedRole', { name: user.name, role: t(`roleNames.${change.role}`) });
    return t(change.disabled ? 'users.changedShut' : 'users.changedOpen', { name: user.name });
  };
  const change = async (user: User, wish: Change, undoable = true) => {
    setNews(null);
    const { error } = await send({ userId: user.id, body: wish });
    if (error) {
      setNews({ kind: 'rolled-back', words: t('users.rolledBack', { name: user.name }), error });
      return;
    }
    const before: Change = wish.role === undefined ? { disabled: user.disabled } : { role: user.role };
    setNews({
      kind: 'done',
      words: wordsOf(user, wish),
      ...(undoable && { undo: () => void change({ ...user, ...wish }, before, false) }),
    });
  };
  const endSessions = async (user: User) => {
    const { data, error } = await endAll({ userId: user.id });
    if (data) setNews({ kind: 'done', words: t('users.ended', { name: user.name, count: data.ended }) });
    else if (error)
      setNews({ kind: 'rolled-back', words: t('users.rolledBack', { name: user.name }), error });
  };
  return {
    news,
    forget: () => setNews(null),
    tell: (words) => setNews({ kind: 'done', words }),
    change: (user, wish) => void change(user, wish),
    endSessions: (user) => void endSessions(user),
  };
}
