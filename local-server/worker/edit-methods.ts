import type { Tenant } from "../../protocol/access.ts";
import type { Digest, EditRequest, EditResult, EngineView, FindResult, Progress } from "../../protocol/edit.ts";
import type { Rect } from "../../protocol/geometry.ts";
import type { RenderRequest } from "../../protocol/render.ts";
import type { VerifyAnswer } from "../../protocol/verify.ts";

/** What the edit worker can be asked: the pipeline, over the process boundary. */
export type EditMethods = {
  readonly edit: {
    readonly params: { readonly tenant: Tenant; readonly request: EditRequest };
    readonly value: readonly EditResult[];
    readonly event: Progress;
  };
  readonly find: {
    readonly params: { readonly tenant: Tenant; readonly source: Digest; readonly region?: Rect<"image"> };
    readonly value: FindResult;
    readonly event: never;
  };
  readonly render: {
    readonly params: { readonly tenant: Tenant; readonly request: RenderRequest };
    readonly value: Digest;
    readonly event: never;
  };
  readonly verify: {
    readonly params: { readonly tenant: Tenant; readonly result: EditResult; readonly layer?: Digest };
    readonly value: VerifyAnswer;
    readonly event: never;
  };
  readonly lettering: { readonly params: readonly string[]; readonly value: readonly boolean[]; readonly event: never };
  readonly engines: { readonly params: null; readonly value: readonly EngineView[]; readonly event: never };
};
