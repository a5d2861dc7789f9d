/** What can be said to `npm start` and `npm run dev`, on the command line or in the environment. */
import { parseArgs } from 'node:util';

/** A third-party SMART launcher that may launch the app too. */
export type LauncherOption = { readonly iss: string; readonly introspection: string };

/** What the sandbox is to do. Ports are TCP ports on 127.0.0.1; 0 picks a free one. */
export type StartOptions = {
  readonly hostPort: number;
  readonly appPort: number;
  readonly exchangePort: number;
  /** Folder of the exchange's database. */
  readonly data: string;
  /** Forget the consents and the access log of earlier runs. */
  readonly fresh: boolean;
  readonly build: boolean;
  readonly dev: boolean;
  /** Divides the sources' latencies and deadlines; 1 is lifelike. */
  readonly speed: number;
  readonly launcher: LauncherOption | null;
};

export type ParsedArgs =
  | { readonly type: 'start'; readonly options: StartOptions }
  | { readonly type: 'help'; readonly text: string }
  | { readonly type: 'invalid'; readonly message: string };

const help = `Starts the sandbox: a host, the app and an exchange, on three ports of 127.0.0.1.

  --host-port <n>       the sandbox host          (4000, or OCS_HOST_PORT)
  --app-port <n>        the app                   (4001, or OCS_APP_PORT)
  --exchange-port <n>   the exchange              (4002, or OCS_EXCHANGE_PORT)
  --data <folder>       the exchange's database   (mocks/.data, or OCS_DATA)
  --fresh               forget consents and the access log of earlier runs
  --build               build the app before serving it
  --dev                 serve the app from source and reload on change
  --speed <n>           divide the sources' delays by n (1)
  --launcher <iss>      allow a third-party SMART launcher: the FHIR base it launches with
  --launcher-introspection <url>   where its tokens are introspected
  --help                this text
`;

/** An option whose value can not be used; the message names the option and the value. */
class Unusable extends Error {}

/**
 * Reads the options. Input: the arguments after the script's name, and the environment.
 * Outcomes: options to start with, the help text, or a message that says what is wrong.
 */
export function parseStartArgs(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ParsedArgs {
  try {
    const { values } = parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        'host-port': { type: 'string', default: env['OCS_HOST_PORT'] ?? '4000' },
        'app-port': { type: 'string', default: env['OCS_APP_PORT'] ?? '4001' },
        'exchange-port': { type: 'string', default: env['OCS_EXCHANGE_PORT'] ?? '4002' },
        data: { type: 'string', default: env['OCS_DATA'] ?? 'mocks/.data' },
        fresh: { type: 'boolean', default: false },
        build: { type: 'boolean', default: false },
        dev: { type: 'boolean', default: false },
        speed: { type: 'string', default: '1' },
        launcher: { type: 'string' },
        'launcher-introspection': { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { type: 'help', text: help };
    if (values.build && values.dev) throw new Unusable('Choose one of --build and --dev.');
    const options: StartOptions = {
      hostPort: port('--host-port', values['host-port']),
      appPort: port('--app-port', values['app-port']),
      exchangePort: port('--exchange-port', values['exchange-port']),
      data: folder(values.data),
      fresh: values.fresh,
      build: values.build,
      dev: values.dev,
      speed: positive('--speed', values.speed),
      launcher: launcher(values.launcher, values['launcher-introspection']),
    };
    distinctPorts(options);
    return { type: 'start', options };
  } catch (error) {
    // parseArgs throws TypeErrors with a code for what it does not know; anything else is a bug.
    const expected = error instanceof Unusable || (error instanceof TypeError && 'code' in error);
    if (!expected) throw error;
    return { type: 'invalid', message: error.message };
  }
}

function port(option: string, value: string): number {
  const number = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
  if (!(number <= 65_535)) {
    throw new Unusable(`${option} must be a port from 0 to 65535, not "${value}".`);
  }
  return number;
}

function positive(option: string, value: string): number {
  const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
  if (!(number > 0)) throw new Unusable(`${option} must be a number above 0, not "${value}".`);
  return number;
}

function folder(value: string): string {
  if (value.trim() === '') throw new Unusable('--data must name a folder.');
  return value;
}

function distinctPorts({ hostPort, appPort, exchangePort }: StartOptions): void {
  const chosen = [hostPort, appPort, exchangePort].filter((number) => number !== 0);
  if (new Set(chosen).size < chosen.length) {
    throw new Unusable(
      'Host, app and exchange need three different ports: they are three origins.',
    );
  }
}

function launcher(iss: string | undefined, introspection: string | undefined) {
  if (iss === undefined && introspection === undefined) return null;
  if (iss === undefined || introspection === undefined) {
    throw new Unusable('--launcher and --launcher-introspection go together.');
  }
  return {
    iss: webAddress('--launcher', iss),
    introspection: webAddress('--launcher-introspection', introspection),
  };
}

/** The app compares `iss` as an exact string, so the value is checked and never rewritten. */
function webAddress(option: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new Unusable(`${option} must be an http or https address, not "${value}".`);
  }
  return value;
}
