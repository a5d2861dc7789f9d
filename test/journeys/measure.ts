/** Measures of what is drawn. */
import type { AppScreen } from './clinician.ts';

/** How many CSS pixels of the page lie outside its width; 0 where nothing scrolls sideways. */
export function sidewaysOverflow(app: AppScreen): Promise<number> {
  return app.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/** The width the page has for itself, in CSS pixels. */
export function pageWidth(app: AppScreen): Promise<number> {
  return app.evaluate(() => window.innerWidth);
}
