import { describe, expect, it } from 'vitest';
import { type LeftOut, namesOf, without } from '../../launch/left-out.ts';

const script = `
exports.kept = exports.spare = void 0;
const debug = lib_1.debug.extend('x');
function spare() { return 1; }
exports.spare = spare;
function kept(asked) {
  debug('asked for %s', asked);
  if (asked === 'never') {
    return never(asked);
  }
  return asked;
}
exports.kept = kept;
class Client {
  constructor() {
    this.units = {};
    this.connect();
  }
  connect() {}
  refresh() { return 'refreshed'; }
}
exports.Client = Client;
exports.api = () => ({ ready: 1, init: 2, options: 3 });
`;

const leave = (leftOut: LeftOut, names: readonly string[] = []) =>
  without(script, leftOut, new Set(names));

describe('what is left out of a script', () => {
  it('is what was named, with what exports it, and what it says to a silent debug', () => {
    const left = leave({
      declared: ['spare'],
      members: ['units', 'connect'],
      properties: ['init'],
      branches: ["asked === 'never'"],
    });
    for (const gone of ['spare', 'units', 'connect', 'init', 'never(', 'asked for']) {
      expect(left).not.toContain(gone);
    }
    for (const kept of ['exports.kept = kept', 'refresh()', 'ready: 1', 'options: 3']) {
      expect(left).toContain(kept);
    }
  });

  it('throws where a branch is taken after all', () => {
    const left = leave({ branches: ["asked === 'never'"] });
    expect(left).toMatch(/if \(asked === 'never'\) \{ throw new Error\(/);
    expect(left).toContain('return asked;');
  });

  it.each<[string, LeftOut]>([
    ['a function', { declared: ['moved'] }],
    ['a method', { members: ['moved'] }],
    ['a property', { properties: ['moved'] }],
    ['a branch', { branches: ["asked === 'always'"] }],
  ])('stops the build where %s is not there', (_, leftOut) => {
    expect(() => leave(leftOut)).toThrow('is there 0 times');
  });

  it('stops the build where it is still named', () => {
    expect(() => without(`${script}\nspare();`, { declared: ['spare'] }, new Set())).toThrow(
      'spare is left out, and still named',
    );
    const calls = script.replace("'refreshed'", 'this.connect()');
    expect(() => without(calls, { members: ['connect'] }, new Set())).toThrow(
      'connect is left out',
    );
  });

  it('stops the build where another file of the package still uses it', () => {
    const names = namesOf({ 'lib.js': { declared: ['debug'] } });
    expect(() => without(script, {}, names)).toThrow('debug is left out');
  });
});
