import { describe, expect, it } from 'vitest';
import { parseStartArgs } from '../../mocks/args.ts';

const message = (args: readonly string[], env = {}) => {
  const parsed = parseStartArgs(args, env);
  return parsed.type === 'invalid' ? parsed.message : `not invalid but ${parsed.type}`;
};

describe('without options', () => {
  it('the sandbox starts on 4000, 4001 and 4002 and keeps its records', () => {
    expect(parseStartArgs([], {})).toEqual({
      type: 'start',
      options: {
        hostPort: 4000,
        appPort: 4001,
        exchangePort: 4002,
        data: 'mocks/.data',
        fresh: false,
        build: false,
        dev: false,
        speed: 1,
        launcher: null,
      },
    });
  });
});

describe('an option', () => {
  it('on the command line wins over the environment', () => {
    const env = { OCS_HOST_PORT: '5000', OCS_APP_PORT: '5001' };
    expect(parseStartArgs(['--host-port', '6000'], env)).toMatchObject({
      options: { hostPort: 6000, appPort: 5001, exchangePort: 4002 },
    });
  });

  it('allows a third-party launcher, its address kept to the letter', () => {
    const args = ['--launcher', 'http://localhost:8080/v/r4/fhir'];
    args.push('--launcher-introspection', 'http://localhost:8080/introspect');
    expect(parseStartArgs(args, {})).toMatchObject({
      options: {
        launcher: {
          iss: 'http://localhost:8080/v/r4/fhir',
          introspection: 'http://localhost:8080/introspect',
        },
      },
    });
  });

  it('may ask for free ports, for all three at once', () => {
    const args = ['--host-port', '0', '--app-port', '0', '--exchange-port=0'];
    expect(parseStartArgs(args, {})).toMatchObject({ type: 'start' });
  });

  it('may ask for help, which names every option', () => {
    const parsed = parseStartArgs(['--help'], {});
    const text = parsed.type === 'help' ? parsed.text : '';
    const names = ['host-port', 'app-port', 'exchange-port', 'data', 'fresh', 'build', 'dev'];
    for (const name of [...names, 'speed', 'launcher', 'launcher-introspection']) {
      expect(text).toContain(`--${name} `);
    }
  });
});

describe('a value that can not be used', () => {
  it.each(['x', '65536', '-1', '1.5', '', '0x10'])('is refused as a port: "%s"', (value) => {
    expect(message([`--app-port=${value}`])).toBe(
      `--app-port must be a port from 0 to 65535, not "${value}".`,
    );
  });

  it('is refused from the environment too', () => {
    expect(message([], { OCS_EXCHANGE_PORT: 'many' })).toContain('--exchange-port must be a port');
  });

  it.each(['0', 'fast', '-2'])('is refused as a speed: "%s"', (value) => {
    expect(message([`--speed=${value}`])).toContain('--speed must be a number above 0');
  });

  it('is refused where two parts would share a port', () => {
    expect(message(['--app-port', '4000'])).toContain('three different ports');
  });

  it.each([
    [['--launcher', 'http://localhost/fhir'], 'go together'],
    [['--launcher=ftp://a/', '--launcher-introspection=http://a/i'], 'http or https'],
    [['--build', '--dev'], 'Choose one'],
    [['--data='], 'folder'],
    [['--colour'], '--colour'],
    [['extra'], 'extra'],
  ])('is refused: %s', (args, reason) => {
    expect(message(args)).toContain(reason);
  });
});
