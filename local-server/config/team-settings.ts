import * as v from "valibot";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** What makes one companion a part of a team's: docs/TEAM.md. Nothing set is the embedded use of one person. */
export interface TeamSettings {
  readonly databaseUrl?: string;
  readonly s3?: {
    readonly endpoint: string;
    readonly region: string;
    readonly keyId: string;
    readonly secret: string;
    readonly publicUrl?: string;
  };
  /** Jobs this process runs at once; 0 = it only accepts. */
  readonly jobs: number;
  /** Jobs of an engine at once over all machines, by engine name. */
  readonly engineLimits: Readonly<Record<string, number>>;
  /** Bytes each tenant may store. */
  readonly quotaBytes?: number;
  /** Versions and ended jobs older than this go; kept for good where not set. */
  readonly keepDays?: number;
  /** How long the same request gets the same result without work; 24 where not set, 0 never. */
  readonly cacheHours?: number;
}

const MEGABYTE = 1024 * 1024;
const wrong = (name: string, help: string): Result<never> => err(emendError("bad_usage", `${name} is not set as it should be.`, { help }));

const Count = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));
const Address = v.pipe(v.string(), v.url());

function engineLimitsOf(text: string): Result<Record<string, number>> {
  const pairs = text.split(",").map((pair) => pair.trim().split("="));
  if (pairs.every(([name, limit]) => name && /^[1-9]\d{0,3}$/.test(limit ?? "")))
    return ok(Object.fromEntries(pairs.map(([name, limit]) => [name!, Number(limit)])));
  return wrong("EMEND_ENGINE_LIMITS", "Write engine=number, separated by commas: comfyui=1,dashscope=4.");
}

function s3Of(env: Env): Result<TeamSettings["s3"]> {
  const { EMEND_S3_ENDPOINT: endpoint, EMEND_S3_KEY_ID: keyId, EMEND_S3_SECRET: secret, EMEND_S3_PUBLIC_URL: publicUrl } = env;
  if (endpoint === undefined) return ok(undefined);
  if (!v.is(Address, endpoint)) return wrong("EMEND_S3_ENDPOINT", "It is the address of the bucket: https://host/bucket.");
  if (!keyId || !secret) return wrong("EMEND_S3_KEY_ID", "EMEND_S3_ENDPOINT needs EMEND_S3_KEY_ID and EMEND_S3_SECRET.");
  if (publicUrl !== undefined && !v.is(Address, publicUrl)) return wrong("EMEND_S3_PUBLIC_URL", "It is the public address of the bucket.");
  const region = env.EMEND_S3_REGION ?? "auto";
  return ok({ endpoint, region, keyId, secret, ...(publicUrl !== undefined && { publicUrl: publicUrl.replace(/\/+$/, "") }) });
}

function countOf(env: Env, name: string): Result<number | undefined> {
  const text = env[name];
  if (text === undefined || text === "") return ok(undefined);
  const parsed = v.safeParse(Count, text);
  return parsed.success ? ok(parsed.output) : wrong(name, "It is a whole number.");
}

/** Reads `EMEND_DATABASE_URL`, `EMEND_S3_*`, `EMEND_JOBS`, `EMEND_ENGINE_LIMITS`, `EMEND_QUOTA_MB`, `EMEND_KEEP_DAYS`, `EMEND_CACHE_HOURS`; `bad_usage` names what is wrong. */
export function teamSettingsOf(env: Env): Result<TeamSettings> {
  const databaseUrl = env.EMEND_DATABASE_URL || undefined;
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl))
    return wrong("EMEND_DATABASE_URL", "It is postgres://user:password@host:5432/name.");
  const s3 = s3Of(env);
  const [jobs, quota, days, hours] = [
    countOf(env, "EMEND_JOBS"),
    countOf(env, "EMEND_QUOTA_MB"),
    countOf(env, "EMEND_KEEP_DAYS"),
    countOf(env, "EMEND_CACHE_HOURS"),
  ];
  const limits = env.EMEND_ENGINE_LIMITS ? engineLimitsOf(env.EMEND_ENGINE_LIMITS) : ok({});
  if (!s3.ok) return s3;
  if (!jobs.ok) return jobs;
  if (!quota.ok) return quota;
  if (!hours.ok) return hours;
  if (!days.ok || days.value === 0)
    return wrong("EMEND_KEEP_DAYS", "It is a whole number of days from 1; leave it out to keep everything.");
  if (!limits.ok) return limits;
  return ok({
    ...(databaseUrl !== undefined && { databaseUrl }),
    ...(s3.value !== undefined && { s3: s3.value }),
    ...(quota.value !== undefined && { quotaBytes: quota.value * MEGABYTE }),
    ...(days.value !== undefined && { keepDays: days.value }),
    ...(hours.value !== undefined && { cacheHours: hours.value }),
    jobs: jobs.value ?? 1,
    engineLimits: limits.value,
  });
}
