import { type JsonSchema, toJsonSchema, toJsonSchemaDefs } from "@valibot/to-json-schema";
import type * as v from "valibot";
import { PrincipalSchema } from "../../../protocol/access.ts";
import { BatchRequestSchema, BatchViewSchema } from "../../../protocol/batch.ts";
import { EditRequestSchema, EditResultSchema, EngineViewSchema, FindResultSchema, JobViewSchema } from "../../../protocol/edit.ts";
import { EmendErrorSchema } from "../../../protocol/errors.ts";
import { HistoryEntrySchema, ReviewSchema } from "../../../protocol/history.ts";
import { OperationSchema, PlanSchema } from "../../../protocol/plan.ts";
import { TextStyleSchema } from "../../../protocol/text-style.ts";

/** Schemas the document names once and refers to. */
const NAMED = {
  BatchRequest: BatchRequestSchema,
  BatchView: BatchViewSchema,
  EditRequest: EditRequestSchema,
  EditResult: EditResultSchema,
  EmendError: EmendErrorSchema,
  EngineView: EngineViewSchema,
  FindResult: FindResultSchema,
  HistoryEntry: HistoryEntrySchema,
  JobView: JobViewSchema,
  Operation: OperationSchema,
  Plan: PlanSchema,
  Principal: PrincipalSchema,
  Review: ReviewSchema,
  TextStyle: TextStyleSchema,
} satisfies Readonly<Record<string, v.GenericSchema>>;

/** Checks that no JSON Schema can say (`exactly one of …`) are left out; the texts in docs/PROTOCOL.md say them. */
const CONVERSION = {
  target: "draft-2020-12",
  errorMode: "ignore",
  overrideRef: ({ referenceId }: { readonly referenceId: string }) => `#/components/schemas/${referenceId}`,
} as const;

export function schemaOf(schema: v.GenericSchema): JsonSchema {
  const { $schema: _, $defs: __, ...rest } = toJsonSchema(schema, { ...CONVERSION, definitions: NAMED });
  return rest;
}

export const namedSchemas = (): Readonly<Record<string, JsonSchema>> => toJsonSchemaDefs(NAMED, CONVERSION);
