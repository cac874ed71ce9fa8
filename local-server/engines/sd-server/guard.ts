import { spawn } from "node:child_process";

/**
 * Runs the command in its arguments and ends it when the companion goes, however it goes: sd-server by itself would live on as an
 * orphan, holding gigabytes. The companion holds the other end of this process's IPC channel.
 */
const child = spawn(process.argv[2]!, process.argv.slice(3), { stdio: ["ignore", "inherit", "inherit"] });
// Who was started, for the case that this process is killed too.
child.on("spawn", () => process.send?.({ pid: child.pid }));
child.on("error", () => process.exit(127));
child.on("exit", (code) => process.exit(code ?? 1));
process.on("disconnect", () => child.kill("SIGKILL"));
process.on("SIGTERM", () => child.kill("SIGKILL"));
process.on("SIGINT", () => undefined);
