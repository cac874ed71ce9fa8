import assert from "node:assert/strict";
import { test } from "node:test";
import { diagnose } from "./diagnosis.ts";

interface Browser {
  readonly permissions?: Record<string, PermissionState>;
  readonly delegated?: Record<string, boolean>;
  readonly ancestors?: readonly string[];
}

const gate = ({ permissions = {}, delegated = {}, ancestors = ["https://www.figma.com"] }: Browser) => ({
  permission: async (name: string) => permissions[name],
  delegated: (feature: string) => delegated[feature],
  ancestors,
});

test("a browser without local network access rules means nobody is running", async () => {
  assert.equal(await diagnose(gate({})), "not_running");
});

test("a denied permission that the host frame does not hand on is the host's doing", async () => {
  const browser = { permissions: { "loopback-network": "denied" }, delegated: { "loopback-network": false } } as const;
  assert.equal(await diagnose(gate(browser)), "not_delegated");
});

test("a denied permission that is handed on was denied by the person", async () => {
  const browser = { permissions: { "loopback-network": "denied" }, delegated: { "loopback-network": true } } as const;
  assert.equal(await diagnose(gate(browser)), "denied_by_person");
});

test("the older permission name is asked where the newer is unknown", async () => {
  const browser = { permissions: { "local-network-access": "denied" }, delegated: { "local-network-access": false } } as const;
  assert.equal(await diagnose(gate(browser)), "not_delegated");
});

test("an unanswered prompt is told apart, and a granted permission leaves only a companion that is not running", async () => {
  assert.equal(await diagnose(gate({ permissions: { "loopback-network": "prompt" } })), "asking");
  assert.equal(await diagnose(gate({ permissions: { "loopback-network": "granted" } })), "not_running");
});

test("a page that is local itself is never gated", async () => {
  const browser = { permissions: { "loopback-network": "denied" }, delegated: { "loopback-network": false } } as const;
  assert.equal(await diagnose(gate({ ...browser, ancestors: ["http://localhost:17320"] })), "not_running");
});
