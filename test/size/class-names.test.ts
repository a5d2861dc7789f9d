import { join } from 'node:path';
import { compile } from 'sass';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../architecture/source-files.ts';
import { projectRoot } from '../support/run-command.ts';
import { classesIn, unusedClasses, wordsIn } from './class-names.ts';

const sources = readFiles(['src'], /\.tsx?$/);
const sheets = [...readFiles(['src'], /\.scss$/).keys()];
const inName = (path: string) => path.slice(path.lastIndexOf('/') + 1);
/** A name with an underscore in front is part of other sheets, and comes with them. */
const compiled = sheets.filter((path) => !inName(path).startsWith('_'));

describe('the app’s style sheets', () => {
  it.each(compiled)('%s has no class that no element gets', (path) => {
    const loadPaths = [join(projectRoot, 'node_modules')];
    const { css } = compile(join(projectRoot, path), { loadPaths });
    expect(classesIn(css)).not.toEqual([]);
    expect(unusedClasses(css, wordsIn(sources))).toEqual([]);
    // What a library's sheet brings is here too.
    expect(css).not.toMatch(/@font-face|url\(/);
  });

  it('are each loaded by a source file', () => {
    const all = [...sources.values()].join('\n');
    expect(compiled.filter((path) => !all.includes(`styles/${inName(path)}'`))).toEqual([]);
  });

  it('load no font', () => {
    const texts = [...readFiles(['src', 'launch'], /\.(?:s?css)$/).values()];
    expect(texts.filter((text) => /@font-face|@import/.test(text))).toEqual([]);
  });
});

describe('a class', () => {
  const unused = (css: string, source: string) =>
    unusedClasses(css, wordsIn(new Map([['a.tsx', source]])));

  it.each([
    ['.tag{}', 'const a = <p class="tag tag--small">x</p>;'],
    ['.tag--small{}', 'type Tone = "small"; const a = (t: Tone) => `tag tag--${t}`;'],
    ['.tag--on{}', "const a = (on: boolean) => `tag${on ? ' tag--on' : ''}`;"],
    ['@media (min-width:1.5em){.tag:hover>.tag{margin:.5rem}}', "const a = 'tag';"],
  ])('is used: %s in %s', (css, source) => {
    expect(unused(css, source)).toEqual([]);
  });

  it.each([
    ['.tag{}', '// tag'],
    ['.tag{}', 'const tag = <p>tag</p>;'],
    ['.tag--big{}', "type Tone = 'small'; const a = (t: Tone) => `tag--${t}`;"],
    ['.tag-x{}', "const a = 'tag';"],
    ['p,li .tag:not(b){}', "const a = 'p';"],
  ])('is not used: %s in %s', (css, source) => {
    expect(unused(css, source)).toHaveLength(1);
  });
});
