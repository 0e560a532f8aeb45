import { ErrorCode, ErrorDetail, Problem, problem } from '@marquee/contracts';
import { z } from 'zod';
import { UnreadableMessage } from './wire.ts';

/** What comes back to somebody who asked: the answer, or the problem that the answerer met. */
const Reply = z.union([
  z.object({ answer: z.unknown() }),
  z.object({ problem: z.object({ code: ErrorCode, message: z.string(), details: z.array(ErrorDetail) }) }),
]);

/** The error as the one who asked may see it. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof UnreadableMessage) {
    return problem('request.invalid', { message: error.message, cause: error });
  }
  return problem('server.unexpected', { cause: error });
}

export function replyWith(answerText: string): string {
  return `{"answer":${answerText}}`;
}

export function replyWithProblem(error: unknown): string {
  const { code, message, details } = asProblem(error);
  return JSON.stringify({ problem: { code, message, details } });
}

/** The answer, still to be parsed by the asker's schema; throws the problem if that is what came. */
export function openReply(text: string): unknown {
  const reply = Reply.parse(JSON.parse(text));
  if ('problem' in reply) {
    const { code, message, details } = reply.problem;
    throw problem(code, { message, details });
  }
  return reply.answer;
}
