import { appendFileSync, readFileSync } from "node:fs";
import { createServer } from "node:http";

/**
 * Speaks sd-server's start line, output and native API as observed on a real one. What goes wrong is told by `FAKE_SD_MOOD`:
 * `exit` (at the start), `blind` (no vision weights), `crash` (in the first job), `endless` (the job never ends). Picture: `FAKE_SD_PICTURE`.
 * Its pid and arguments are appended to `FAKE_SD_LOG`.
 */
const args = process.argv.slice(2);
const mood = process.env.FAKE_SD_MOOD ?? "well";
const port = Number(args[args.indexOf("--listen-port") + 1]);
appendFileSync(process.env.FAKE_SD_LOG!, `${JSON.stringify({ pid: process.pid, args })}\n`);

const say = (text: string) => process.stdout.write(text);
if (mood === "exit") {
  process.stderr.write("[ERROR] stable-diffusion.cpp:301  - get sd version from file failed: '/secret/place/model.gguf'\n");
  process.exit(1);
}
if (mood === "blind") say("[WARN ] conditioner.hpp:12   - no vision weights detected, vision disabled\n");
say("  |==================================================| 82/82 - 161.09MB/s\u001b[K\n");
say(`[INFO ] main.cpp:148  - listening on: http://127.0.0.1:${port}\n`);

interface Job {
  status: "queued" | "generating" | "completed" | "cancelled";
}
const jobs = new Map<string, Job>();
const bar = (done: number, total: number) =>
  say(`\r  |${"=".repeat(done)}>${" ".repeat(total - done)}| ${done}/${total} - 3.80s/it\u001b[K${done === total ? "\n" : ""}`);

function draw(job: Job): void {
  job.status = "generating";
  bar(1, 9); // tiles of the encoder draw the same bar
  say("[INFO ] stable-diffusion.cpp:1 - generating image: 1/1 - seed 7\n");
  bar(1, 2);
  if (mood === "crash") {
    process.stderr.write("terminate called after throwing an instance of 'std::bad_alloc'\n  what():  std::bad_alloc\n");
    process.kill(process.pid, "SIGABRT");
  }
  if (mood === "endless") return;
  setTimeout(() => {
    bar(2, 2);
    say("[INFO ] stable-diffusion.cpp:1 - sampling completed, taking 7.5s\n");
    bar(3, 9);
    job.status = "completed";
  }, 120);
}

const view = (id: string, { status }: Job) => ({
  id,
  kind: "img_gen",
  status,
  created: 1795293926,
  started: null,
  completed: null,
  queue_position: status === "queued" ? 1 : 0,
  error: null,
  result:
    status === "completed"
      ? { images: [{ b64_json: readFileSync(process.env.FAKE_SD_PICTURE!).toString("base64"), index: 0 }], output_format: "png" }
      : null,
});

createServer((request, response) => {
  const send = (status: number, body: unknown) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  };
  const [, id, verb] = /^\/sdcpp\/v1\/jobs\/([^/]+)(\/cancel)?$/.exec(request.url ?? "") ?? [];
  const job = id === undefined ? undefined : jobs.get(id);
  request.resume().on("end", () => {
    if (request.url === "/sdcpp/v1/capabilities") return send(200, { model: { name: "qwen" }, supported_modes: ["img_gen"] });
    if (request.url === "/sdcpp/v1/img_gen") {
      if (request.headers["content-type"] !== "application/json") return response.writeHead(413).end();
      const name = `job_6b0202e6_${String(jobs.size).padStart(8, "0")}`;
      const made: Job = { status: "queued" };
      jobs.set(name, made);
      setTimeout(() => draw(made), 30);
      return send(202, { created: 1795293926, id: name, kind: "img_gen", poll_url: `/sdcpp/v1/jobs/${name}`, status: "queued" });
    }
    if (id === undefined || job === undefined) return send(404, { error: "job not found" });
    if (verb === undefined) return send(200, view(id, job));
    if (job.status === "generating") return send(409, { error: "job is currently generating and cannot be interrupted yet" });
    job.status = "cancelled";
    return send(200, view(id, job));
  });
}).listen(port, "127.0.0.1");
