import { jwtVerify } from 'jose';
import { expect, it } from 'vitest';
import { withoutWords } from '../../launch/wordless.ts';

it('leaves out what is said with an error, and throws where it was thrown', () => {
  const code = `function f(a) { if (a) throw new TypeError(\`no \${a}\`); throw refusal('no', () => { throw 1 }); }`;
  expect(withoutWords(code)).toBe('function f(a) { if (a) throw new Error(); throw new Error(); }');
});

it('leaves out what is said with an assertion', () => {
  const code = "lib.assert(key, 'No key'); (0, lib.assert)(a && (b, c), `no ${a}`); assert(d);";
  expect(withoutWords(code)).toBe('lib.assert(key); (0, lib.assert)(a && (b, c)); assert(d);');
});

it('lets an error through that somebody else threw, with all it says', () => {
  const code = 'try { g() } catch (error) { throw error }';
  expect(withoutWords(code)).toBe(code);
});

it('is how every test here meets what verifies an id_token', async () => {
  const refused: unknown = await jwtVerify('no.token', new Uint8Array(32)).catch(
    (error: unknown) => error,
  );
  expect(refused).toStrictEqual(new Error());
});
