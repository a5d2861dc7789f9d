/** smart-config.json, parsed once at start. Holds no secrets; each key is in the README. */
import * as z from 'zod/mini';
import { breakGlassReasons } from '../domain/access.ts';

// Without this zod tries `new Function` once, which the Content-Security-Policy reports.
z.config({ jitless: true });

/** An absolute http(s) URL without trailing slash, query or fragment. */
const baseUrl = z.string().check(
  z.maxLength(500),
  z.refine((raw) => {
    if (!URL.canParse(raw)) return false;
    const url = new URL(raw);
    return (
      /^https?:$/.test(url.protocol) &&
      !raw.endsWith('/') &&
      url.search === '' &&
      url.hash === '' &&
      (url.protocol === 'https:' || isLoopback(url.hostname))
    );
  }, 'must be an https URL (http on loopback only), with no trailing slash, query or fragment'),
);

const policyShape = {
  clinicalRoles: z.array(z.string()),
  clinicalSnomed: z.array(z.string()),
  privacyRoles: z.array(z.string()),
  breakGlassReasons: z.array(z.enum(breakGlassReasons)),
  minimumJustification: z.number().check(z.int(), z.minimum(1)),
  permissionStands: z.boolean(),
  restricted: z.enum(['shut', 'open-without-location']),
  deceased: z.enum(['shut', 'certify']),
  sendBreakGlassCategory: z.boolean(),
};
const policySchema = z.strictObject(policyShape);

/** A host's own: any of them, and nothing else. Spelt out, which weighs less than deriving it. */
const ownPolicySchema = z.strictObject({
  clinicalRoles: z.optional(policyShape.clinicalRoles),
  clinicalSnomed: z.optional(policyShape.clinicalSnomed),
  privacyRoles: z.optional(policyShape.privacyRoles),
  breakGlassReasons: z.optional(policyShape.breakGlassReasons),
  minimumJustification: z.optional(policyShape.minimumJustification),
  permissionStands: z.optional(policyShape.permissionStands),
  restricted: z.optional(policyShape.restricted),
  deceased: z.optional(policyShape.deceased),
  sendBreakGlassCategory: z.optional(policyShape.sendBreakGlassCategory),
});

const words = z.string().check(z.minLength(1));

/** The text is the deployer's; it is shown as text, whatever it holds. */
const termsSchema = z.strictObject({
  url: baseUrl,
  version: z.string().check(z.regex(/^[A-Za-z0-9._-]{1,40}$/)),
  title: words,
  text: z.array(z.strictObject({ heading: words, body: words })).check(z.minLength(1)),
  putOffDays: z.number().check(z.int(), z.minimum(0)),
});

const issuerSchema = z.strictObject({
  issuer: baseUrl,
  name: z.string().check(z.minLength(1)),
  clientId: z.string().check(z.minLength(1)),
  redirectUri: z.optional(baseUrl),
  scope: z.string().check(z.minLength(1)),
  requiredScopes: z.array(z.string()),
  nhsNumber: z.strictObject({
    from: z.enum(['identifier', 'patient-id', 'fhir-context']),
    systems: z.array(z.string()).check(z.minLength(1)),
  }),
  roleMap: z.record(z.string(), z.string()),
  exchange: baseUrl,
  policy: z.optional(ownPolicySchema),
});

/** Medicines a first look must show; a word stands for the drug's name, in lower case. */
const criticalSchema = z.array(
  z.strictObject({ name: words, words: z.array(words).check(z.minLength(1)) }),
);

const milliseconds = z.number().check(z.int(), z.minimum(1));

const configSchema = z.strictObject({
  issuers: z.array(issuerSchema).check(
    z.minLength(1),
    z.refine(
      (issuers) => new Set(issuers.map((each) => each.issuer)).size === issuers.length,
      'names an issuer twice',
    ),
  ),
  limits: z.strictObject({
    hostTimeoutMs: milliseconds,
    exchangeTimeoutMs: milliseconds,
    summaryMaxBytes: z.number().check(z.int(), z.minimum(1)),
  }),
  policy: policySchema,
  criticalMedicines: criticalSchema,
  terms: termsSchema,
});

export type Config = z.infer<typeof configSchema>;
export type IssuerConfig = z.infer<typeof issuerSchema>;
export type PolicyConfig = z.infer<typeof policySchema>;

export type ConfigOutcome =
  | { readonly type: 'ok'; readonly config: Config }
  /** One line per problem, naming the key. */
  | { readonly type: 'invalid'; readonly problems: readonly string[] };

/** @param raw the parsed JSON of smart-config.json; unknown keys are refused, not ignored */
export function parseConfig(raw: unknown): ConfigOutcome {
  const parsed = configSchema.safeParse(raw);
  if (parsed.success) return { type: 'ok', config: parsed.data };
  return {
    type: 'invalid',
    problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
  };
}

/** Exact string match: a host that differs by a slash is another host (SMART 2.2, `iss`). */
export function issuerFor(config: Config, iss: string): IssuerConfig | null {
  return config.issuers.find((each) => each.issuer === iss) ?? null;
}

/**
 * The deployer's policy for one host: what its entry says, else what holds for all.
 * @param issuer null before the host is known: then nothing that a host allows for itself counts
 */
export function policyFor(config: Config, issuer: IssuerConfig | null): PolicyConfig {
  const own = Object.entries(issuer?.policy ?? {}).filter(([, value]) => value !== undefined);
  return { ...config.policy, ...Object.fromEntries(own) };
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}
