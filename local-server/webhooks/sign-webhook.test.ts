import assert from "node:assert/strict";
import { test } from "node:test";
import { signWebhook } from "./sign-webhook.ts";

test("a signature is that of the specification's own example", () => {
  const message = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1614265330, body: '{"test": 2432232314}' };
  const headers = signWebhook(message, "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  assert.equal(headers["webhook-signature"], "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
});
