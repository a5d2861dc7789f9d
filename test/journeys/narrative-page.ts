/** The page on which the browser reads every hostile narrative, the way the app would show it. */
import { sanitised } from '../../src/ui/summary/narrative/sanitise.ts';
import { after, attacks, before, notPlain } from '../ui/narrative-attacks.ts';

const main = document.createElement('main');
document.body.append(main);

/** What went wrong, in words; empty for an attack that came to nothing. */
const wrong = attacks.flatMap(({ name, xhtml, swallows }) => {
  const { content } = sanitised(xhtml, Infinity);
  const text = content.textContent;
  const found = [...notPlain(content)];
  if (!text.includes(before) || (!swallows && !text.includes(after))) found.push('words are lost');
  main.append(content);
  return found.map((what) => `${name}: ${what}`);
});

const result = document.createElement('output');
result.textContent = JSON.stringify({ tried: attacks.length, wrong });
document.body.append(result);
