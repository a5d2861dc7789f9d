/** How much a page has built: at once, and for somebody who goes all the way down. */
import type { Page } from 'playwright-core';

export type DomSize = {
  readonly elements: number;
  /** Elements, texts, comments and the document itself. */
  readonly nodes: number;
};

export function domSize(page: Page): Promise<DomSize> {
  return page.evaluate(() => {
    const all = document.createNodeIterator(document);
    let nodes = 0;
    while (all.nextNode()) nodes += 1;
    return { elements: document.querySelectorAll('*').length, nodes };
  });
}

/** Scrolls to the bottom a window's height at a time, and waits for all that comes of it. */
export async function scrollToBottom(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((then) => requestAnimationFrame(then));
    const { scrollingElement: all } = document;
    if (all === null) throw new Error('The page does not scroll.');
    while (all.scrollTop + innerHeight < all.scrollHeight - 1) {
      all.scrollTop += innerHeight;
      // What comes into view is told of after one frame, and drawn in the next.
      await frame();
      await frame();
    }
  });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => new Promise((then) => requestIdleCallback(then)));
}
