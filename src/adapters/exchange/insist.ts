/** What must arrive although nobody waits for it: tried again for about a minute and a half. */
import type { Answer } from './request.ts';

/** Milliseconds before each further try. */
const patience = [1000, 4000, 15_000, 60_000];

/**
 * @param send one try; each must be the same request, so that it counts once
 * @param later runs something after so many milliseconds
 * @returns true once it was acknowledged; false where it never will be, or patience is at its end
 */
export async function insist(
  send: () => Promise<Answer>,
  later: (run: () => void, afterMs: number) => void,
): Promise<boolean> {
  for (const wait of [...patience, null]) {
    const answer = await send();
    if (answer.type === 'answer' && answer.ok) return true;
    if (wait === null || isFinal(answer)) return false;
    await new Promise<void>((resolve) => {
      later(resolve, wait);
    });
  }
  return false;
}

/** The exchange will not take it however often it is asked, or the token is gone. */
function isFinal(answer: Answer): boolean {
  if (answer.failure.kind === 'unauthorised') return true;
  const { status } = answer.failure;
  return status !== null && status >= 400 && status < 500 && status !== 408 && status !== 429;
}
