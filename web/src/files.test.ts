import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { File } from "node:buffer";
import { test } from "node:test";
import { plainSha256, sha256 } from "./digest.ts";
import { describeFile, fileKind, fileName } from "./files.ts";

const bytes = (...values: number[]) => new Uint8Array(values);
const hexOf = (data: Uint8Array) => createHash("sha256").update(data).digest("hex");

test("the kind of a file is read from its first bytes", () => {
  assert.equal(fileKind(new TextEncoder().encode("%PDF-1.7")), "pdf");
  assert.equal(fileKind(bytes(0xff, 0xd8, 0xff, 0xe0)), "jpeg");
  assert.equal(fileKind(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)), "png");
  assert.equal(fileKind(new TextEncoder().encode("PK")), "other");
  assert.equal(fileKind(bytes()), "other");
});

test("a file is told as digest, size, kind and name", async () => {
  const file = new File(["%PDF-1.4 x"], "my  paper\n1.pdf") as unknown as globalThis.File;
  const text = await describeFile(file);
  assert.equal(text, `${hexOf(new TextEncoder().encode("%PDF-1.4 x"))} 10 pdf my  paper 1.pdf`);
  assert.equal(fileName(text), "my  paper 1.pdf");
});

test("a file far too large is not read", async () => {
  const file = {
    name: "big.pdf",
    size: 5e9,
    arrayBuffer: () => assert.fail("was read"),
  } as unknown as globalThis.File;
  assert.equal(await describeFile(file), `${"0".repeat(64)} 5000000000 other big.pdf`);
});

test("the digest without WebCrypto is the same at every length around a block", () => {
  for (let length = 0; length < 200; length++) {
    const data = new Uint8Array(randomBytes(length));
    assert.equal(Buffer.from(plainSha256(data)).toString("hex"), hexOf(data));
  }
});

test("the digest by WebCrypto is in hex", async () => {
  assert.equal(await sha256(new Uint8Array([1, 2, 3])), hexOf(bytes(1, 2, 3)));
});
