import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import * as v from "valibot";
import { type Certificate, CertificateSchema, type EditResult, EditResultSchema } from "../../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { createChildCodec } from "../../codec/child-codec.ts";
import type { Codec, DecodedPicture } from "../../codec/codec.ts";
import { readProof } from "../../codec/png-proof.ts";
import { type Evidence, type Verification, verifyResult } from "../../pipeline/verify-result.ts";
import type { CliContext } from "../cli-context.ts";
import type { Command, CommandArgs } from "../command.ts";
import { readPicture } from "../read-picture.ts";

const failed = (message: string, details: Record<string, unknown> = {}): Result<never> =>
  err(emendError("verify_failed", message, { details }));

interface Claim {
  readonly certificate: Certificate;
  readonly patch: EditResult["patch"] | undefined;
}

/** A report as `--report` and `--json` write it, or a certificate alone. */
async function readClaim(path: string, folder: string): Promise<Result<Claim>> {
  const text = await readFile(resolve(folder, path), "utf8").catch(() => undefined);
  if (text === undefined) return err(emendError("bad_usage", `There is no file "${basename(path)}".`));
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    document = undefined;
  }
  const report = v.safeParse(EditResultSchema, document);
  if (report.success) return ok({ certificate: report.output.certificate, patch: report.output.patch });
  const certificate = v.safeParse(CertificateSchema, document);
  if (certificate.success) return ok({ certificate: certificate.output, patch: undefined });
  return err(
    emendError("bad_usage", `"${basename(path)}" is neither a report nor a certificate.`, {
      help: "Use the file that emend edit --report wrote.",
    }),
  );
}

interface Picture extends DecodedPicture {
  readonly bytes: Uint8Array;
}

async function load(path: string, { folder, signal, codec }: CliContext & { readonly codec: Codec }): Promise<Result<Picture>> {
  const bytes = await readPicture(path, folder);
  const decoded = bytes.ok ? await codec.decode(bytes.value, signal) : bytes;
  return bytes.ok && decoded.ok ? ok({ ...decoded.value, bytes: bytes.value }) : (decoded as Result<never>);
}

async function gather(args: CommandArgs, context: CliContext & { readonly codec: Codec }): Promise<Result<Evidence>> {
  const sourcePath = args.text("source");
  if (sourcePath === undefined) return err(emendError("bad_usage", "Say which picture it was made from.", { help: "Use --source IMAGE." }));
  const result = await load(args.positionals[0]!, context);
  const source = result.ok ? await load(sourcePath, context) : result;
  if (!result.ok || !source.ok) return source as Result<never>;
  const [before, after] = [source.value.image, result.value.image];
  const proof = result.value.format === "png" ? readProof(result.value.bytes, after) : undefined;
  const certificatePath = args.text("certificate");
  const claim =
    certificatePath === undefined
      ? ok(proof && { certificate: proof.certificate, patch: undefined })
      : await readClaim(certificatePath, context.folder);
  if (!claim.ok) return claim;
  if (claim.value === undefined) return failed("The picture carries no certificate; give the report with --certificate.");
  const wanted = claim.value.certificate.canvas ?? before;
  if (wanted.width !== after.width || wanted.height !== after.height)
    return failed(`The pictures differ in size: ${wanted.width} × ${wanted.height} and ${after.width} × ${after.height}.`);
  return ok({ sourceBytes: source.value.bytes, source: before, result: after, mask: proof?.mask, ...claim.value });
}

const COMPLAINTS: Readonly<Record<keyof Verification["checks"], string>> = {
  source: "the source is not the file this was made from",
  sourcePixels: "the source's pixels are not those this was made from",
  resultPixels: "the result's pixels are not those that were made",
  mask: "the mask is not the one certified",
  outside: "pixels outside the mask changed",
};

function conclude(verification: Verification, { output, json }: CliContext): Result<0> {
  const broken = (Object.keys(COMPLAINTS) as (keyof Verification["checks"])[]).filter((name) => !verification.checks[name]);
  if (broken.length > 0) return failed(`Not verified: ${broken.map((name) => COMPLAINTS[name]).join("; ")}.`, { ...verification });
  if (json) output.json({ verified: true, ...verification });
  else
    output.line(
      `Verified: ${verification.outside.pixels} pixels outside the ${verification.against} are the source's, every digest agrees.`,
    );
  return ok(0);
}

export const verify: Command = {
  name: "verify",
  usage: "verify OUT.png --source IMAGE [--certificate R.json]",
  summary: "Checks that a result changed nothing outside its mask. Compares the pixels itself and recomputes every digest.",
  positionals: { min: 1, max: 1 },
  options: {
    source: { type: "string", value: "IMAGE", help: "The picture the result was made from." },
    certificate: { type: "string", value: "R.json", help: "The report of the edit; without it, the certificate the PNG carries." },
  },
  run: async (args, context) => {
    const codec = createChildCodec({ logger: context.logger });
    try {
      const evidence = await gather(args, { ...context, codec });
      return evidence.ok ? conclude(verifyResult(evidence.value), context) : evidence;
    } finally {
      await codec.close();
    }
  },
};
