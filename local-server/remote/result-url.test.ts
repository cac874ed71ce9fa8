import assert from "node:assert/strict";
import { test } from "node:test";
import { isPrivateAddress, resultUrl } from "./result-url.ts";

const HOSTS = ["cdn.example.com", "*.results.example.com"];

test("named hosts over https may be fetched from, and hosts below a starred domain", () => {
  for (const text of ["https://cdn.example.com/a.png?Expires=1", "https://eu.results.example.com/x", "https://CDN.example.com:443/a"]) {
    assert.ok(resultUrl(text, HOSTS), text);
  }
});

const REFUSED = [
  "http://cdn.example.com/a.png",
  "ftp://cdn.example.com/a.png",
  "file:///etc/passwd",
  "data:image/png;base64,AAAA",
  "https://cdn.example.com:8443/a.png",
  "https://user:pass@cdn.example.com/",
  "https://cdn.example.com@evil.example/",
  "https://cdn.example.com.evil.example/",
  "https://evilcdn.example.com/",
  "https://results.example.com/",
  "https://xresults.example.com/",
  "https://127.0.0.1/",
  "https://2130706433/",
  "https://0x7f.1/",
  "https://0177.0.0.1/",
  "https://[::1]/",
  "https://[::ffff:169.254.169.254]/",
  "https://169.254.169.254/latest/meta-data",
  "https://127.0.0.1.nip.io/",
  "//cdn.example.com/a",
  "",
];
for (const text of REFUSED) {
  test(`not fetched: ${text || "nothing"}`, () => assert.equal(resultUrl(text, HOSTS), undefined));
}

test("a number on the list is still a number", () => assert.equal(resultUrl("https://8.8.8.8/", ["8.8.8.8"]), undefined));

test("addresses of this machine and its network are private, others are not", () => {
  const inside = [
    "127.0.0.1",
    "10.1.2.3",
    "172.31.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "::1",
    "fe80::1",
    "fd00::1",
  ];
  for (const address of [...inside, "::ffff:10.0.0.1", "64:ff9b::a00:1", "224.0.0.1", "not an address"]) {
    assert.equal(isPrivateAddress(address), true, address);
  }
  for (const address of ["8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111"])
    assert.equal(isPrivateAddress(address), false, address);
});
