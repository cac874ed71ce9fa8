import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { createSdServerEngine } from "../../local-server/engines/sd-server/index.ts";
import { ok } from "../../protocol/errors.ts";
import { engineContract } from "./engine-contract.ts";

engineContract({
  name: "sd-server",
  wire: (png) => {
    const pictures = new Map<string, Uint8Array>();
    return {
      makesPicture: ({ url }) => url === "/sdcpp/v1/img_gen",
      answer: ({ url, headers }, body, response, picture = png) => {
        const send = (status: number, value: unknown) => {
          response.writeHead(status, { "content-type": "application/json" });
          response.end(JSON.stringify(value));
        };
        if (url === "/sdcpp/v1/img_gen") {
          const sent = JSON.parse(body.toString());
          assert.equal(headers["content-type"], "application/json");
          assert.equal(sent.strength, 1);
          assert.ok(sent.width % 32 === 0 && sent.height % 32 === 0 && sent.width * sent.height <= 1_048_576);
          const id = `job_6b0202e6_${pictures.size}`;
          pictures.set(id, picture);
          return send(202, { created: 1, id, kind: "img_gen", poll_url: `/sdcpp/v1/jobs/${id}`, status: "queued" });
        }
        const id = url?.split("/").at(-1) ?? "";
        const made = pictures.get(id);
        if (made === undefined) return send(404, { error: "job not found" });
        const images = [{ b64_json: Buffer.from(made).toString("base64"), index: 0 }];
        return send(200, {
          id,
          kind: "img_gen",
          status: "completed",
          error: null,
          queue_position: 0,
          result: { images, output_format: "png" },
        });
      },
    };
  },
  create: (url, { codec, backOff, deadlineMs }) =>
    createSdServerEngine({
      codec,
      backOff,
      deadlineMs,
      env: {},
      dataFolder: tmpdir(),
      start: async () => ok({ url, ended: new AbortController().signal, onStep: () => undefined, stop: async () => undefined }),
    }),
});
