import type { Principal } from "../../protocol/access.ts";
import type { Digest, EditRequest, EditResult, EngineView, FindResult } from "../../protocol/edit.ts";
import type { Result } from "../../protocol/errors.ts";
import type { Rect } from "../../protocol/geometry.ts";
import type { Review, ReviewRequest } from "../../protocol/history.ts";
import type { Operation, Plan } from "../../protocol/plan.ts";
import type { RenderRequest } from "../../protocol/render.ts";
import type { UsageView } from "../../protocol/usage.ts";
import type { VerifyAnswer } from "../../protocol/verify.ts";
import type { Batches } from "../jobs/batches.ts";
import type { TenantJobs } from "../jobs/tenant-jobs.ts";
import type { Logger } from "../observability/logger.ts";
import type { Metrics } from "../observability/metrics.ts";
import type { ModelRegistry } from "../registry/model-registry.ts";
import type { BlobStore } from "../store/blob-store.ts";
import type { EditHistory } from "../store/edit-history.ts";

/** What the transport offers to one who was admitted: the things of the tenant asking and nobody else's. HTTP and the socket are two ways to it. */
export interface TenantServices {
  readonly principal: Principal;
  readonly blobs: BlobStore;
  readonly queue: TenantJobs;
  /** Results of the same request within the last day, unless it asks for new ones. */
  known(request: EditRequest): Promise<readonly EditResult[] | undefined>;
  readonly batches: Batches;
  readonly history: EditHistory;
  /** Records what the one asking decided about a job of this tenant. */
  review(jobId: string, request: ReviewRequest): Promise<Review>;
  /** Takes one request out of what the tenant may ask a minute: `rate_limited`. */
  admit(): Result<undefined>;
  /** Whether the tenant may ask for another edit today and this month: `rate_limited`. */
  mayEdit(): Promise<Result<undefined>>;
  /** Whether a callback may go to this address: `bad_request` says why not. */
  mayCall(url: string): Result<undefined>;
  /** Tells the address when the job or batch has ended; on disk when it settles. */
  callBack(kind: "job" | "batch", subject: string, url: string): Promise<void>;
  /** The tenant's secret for checking signatures, as receivers want it (`whsec_…`); `renew` replaces it. */
  webhookSecret(renew: boolean): Promise<string>;
  /** Writes into the audit log what the one asking did: ids and codes only. */
  record(action: string, outcome: string, subject?: string): void;
  /** The numbers of this companion for Prometheus. */
  metrics(): Promise<string>;
  /** The tenant's own entries after `after`. */
  auditLog(after: number): Promise<readonly unknown[]>;
  /** What the tenant used today and this month, and what it may use. */
  usage(): Promise<UsageView>;
  /** About this companion and its machine, without names, paths or words of anybody: to be copied into a report. */
  diagnostics(signal: AbortSignal): Promise<Readonly<Record<string, unknown>>>;
  readonly logger: Logger;
  /** The companion's own version. */
  readonly version: string;
  /** Names an edit may ask for beside `auto`. */
  readonly engineNames: readonly string[];
  /** `after`: the operations of earlier rounds on the same source. */
  /** May something else read an instruction that `plan` leaves open? */
  mayPhrase(): boolean;
  /** Lets it try; gives the plan as it is where that comes to nothing. */
  phrase(plan: Plan, signal: AbortSignal): Promise<Plan>;
  plan(instruction: string, after?: readonly Operation[]): Plan;
  /** The plan with rules for prices written out for this picture, which is read only where the plan holds such a rule. */
  tabulate(plan: Plan, source: Digest, signal: AbortSignal): Promise<Result<Plan>>;
  /** With `region` (image pixels) only what lies there, read from a cut around it. */
  find(source: Digest, signal: AbortSignal, region?: Rect<"image">): Promise<Result<FindResult>>;
  /** The machine's models; they belong to no tenant. */
  readonly models: ModelRegistry;
  engines(signal: AbortSignal): Promise<Result<readonly EngineView[]>>;
  /** A stored picture at another size or in another format, stored too. */
  render(request: RenderRequest, signal: AbortSignal): Promise<Result<Digest>>;
  /** Which of the strings the library has a face for. */
  lettering(texts: readonly string[], signal: AbortSignal): Promise<Result<readonly boolean[]>>;
  /** Whether the stored pictures of a result still are what its certificate says, and `layer` (a blob) the pixels of its patch. */
  verify(result: EditResult, layer: Digest | undefined, signal: AbortSignal): Promise<Result<VerifyAnswer>>;
  /** An address of one of the tenant's pictures that needs no token for an hour; path and query. */
  linkTo(picture: Digest): string;
  /** Writes down whether pictures may leave this machine for an engine, and gives the engine as it stands then. For admins. */
  setConsent(engine: string, allowed: boolean, signal: AbortSignal): Promise<Result<EngineView>>;
}

/** Behind the door. A handler never gets this: only what `of` gives for who is asking, so that it cannot reach another tenant's things. */
export interface Services {
  readonly logger: Logger;
  /** Who holds this token now; `undefined` admits nobody. Asked anew at every request, so a revoked token is out at once. */
  authenticate(token: string | undefined): Promise<Principal | undefined>;
  /** Who comes with a link instead of a token (`linkTo`). */
  admitLink(path: string, query: URLSearchParams): Principal | undefined;
  of(principal: Principal): TenantServices;
  readonly metrics: Pick<Metrics, "request">;
}
