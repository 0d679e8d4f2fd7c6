/* The canonical form and its hashes, equal to the program's; and signatures that ssh-keygen made. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { script } from "./find.js";

const { canonical, digest, hashes, sha256 } = await script("canonical", "kit");
const { checkSignature, fingerprint, keyLine, readSignature } = await script("sshsig");

const VECTORS = process.env.CLAUSULE_VECTORS;
const bytes = (words) => new TextEncoder().encode(words);
const armoured = (...lines) => ["-----BEGIN SSH SIGNATURE-----", ...lines, "-----END SSH SIGNATURE-----", ""].join("\n");

/* `printf '{"manifest":1}' | ssh-keygen -Y sign`: by the default hash, by sha256, and in the namespace 'file'. */
const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOjZXNX99UyhH1jOXL33/zPzVQM1haj3hUewD+0edCyN";
const SIGNED = bytes('{"manifest":1}');
const SIGNATURE = armoured(
  "U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAg6Nlc1f31TKEfWM5cvff/M/NVAz",
  "WFqPeFR7AP7R50LI0AAAAIY2xhdXN1bGUAAAAAAAAABnNoYTUxMgAAAFMAAAALc3NoLWVk",
  "MjU1MTkAAABAoeFk87bR7UOEUfMrW1G6/x+ukt+7OHncqDdPQj9gs71HKAQC502HEkR7Vs",
  "idw3eCOgCmN+9GsLp9IeFxza9DCw==",
);
const BY_SHA256 = armoured(
  "U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAg6Nlc1f31TKEfWM5cvff/M/NVAz",
  "WFqPeFR7AP7R50LI0AAAAIY2xhdXN1bGUAAAAAAAAABnNoYTI1NgAAAFMAAAALc3NoLWVk",
  "MjU1MTkAAABA6lTJrkRsRldFph8t52tEAvTjBpiJSFw5Bb+Mj3lvE6jddH4hFI3yyBSKAR",
  "1JxsdOpKAY/dQfwBwGcRNZlJx6Aw==",
);
const FOR_FILES = armoured(
  "U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAg6Nlc1f31TKEfWM5cvff/M/NVAz",
  "WFqPeFR7AP7R50LI0AAAAEZmlsZQAAAAAAAAAGc2hhNTEyAAAAUwAAAAtzc2gtZWQyNTUx",
  "OQAAAECSJdAA1HyJOG6YHazszAnq2AyfFRhwUf5j7Ck6krmAzNJRwMHFHp80wZojkl9RjO",
  "zOrYuUQs/DzNlWJnDT0nYK",
);

test("words have the canonical form and the digest that the program gives them", { skip: !VECTORS }, async () => {
  for (const [words, form, hash] of JSON.parse(readFileSync(VECTORS, "utf8"))) {
    assert.equal(canonical(words), form, JSON.stringify(words));
    assert.equal(await digest(["1.1", [words], { b: form, a: null }]), hash, JSON.stringify(words));
  }
});

test("a hash is that of sha256sum, and can be computed here", async () => {
  assert.ok(hashes());
  assert.equal(await sha256(bytes("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test("a signature of ssh-keygen is good under these bytes, in this namespace, and bad elsewhere", async () => {
  for (const [one, hash] of [[SIGNATURE, "sha512"], [BY_SHA256, "sha256"]]) {
    const read = readSignature(one.replaceAll("\n", "\r\n"));
    assert.deepEqual([read.namespace, read.hash], ["clausule", hash]);
    assert.equal(await checkSignature(read, SIGNED, "clausule"), "good");
    assert.equal(await checkSignature(read, bytes('{"manifest":2}'), "clausule"), "bad");
    assert.equal(await checkSignature(read, SIGNED, "file"), "bad");
    const other = { ...read, signature: read.signature.map((byte, at) => (at === 9 ? byte ^ 1 : byte)) };
    assert.equal(await checkSignature(other, SIGNED, "clausule"), "bad");
  }
  assert.equal(await checkSignature(readSignature(FOR_FILES), SIGNED, "clausule"), "bad");
  assert.equal(await checkSignature(readSignature(FOR_FILES), SIGNED, "file"), "good");
});

test("a browser that knows no Ed25519 is no verdict", async () => {
  const { importKey } = SubtleCrypto.prototype;
  SubtleCrypto.prototype.importKey = () => Promise.reject(new DOMException("no", "NotSupportedError"));
  try {
    assert.equal(await checkSignature(readSignature(SIGNATURE), SIGNED, "clausule"), "unable");
  } finally {
    SubtleCrypto.prototype.importKey = importKey;
  }
});

test("a key is written as its owner writes it", async () => {
  const { publicKey } = readSignature(SIGNATURE);
  assert.equal(keyLine(publicKey), KEY);
  assert.equal(await fingerprint(publicKey), "SHA256:Ln1Md7Pu6/LUY5/X25Hll4f8izi+RmeYRZ5RnA/dUD0");
});

test("what is no signature by an Ed25519 key is none", () => {
  const lines = SIGNATURE.split("\n");
  const packed = lines.slice(1, -2).join("");
  for (const spoiled of ["", "ssh-ed25519 AAAA", packed, armoured(""), armoured("%%%"), armoured(packed.slice(4)), armoured(packed.slice(0, -8)),
    armoured(btoa(`${atob(packed)}more`)), armoured(btoa(atob(packed).replace("sha512", "sha999"))),
    armoured(btoa(atob(packed).replaceAll("ssh-ed25519", "ssh-ed25518"))), armoured(btoa(atob(packed).replace("SSHSIG\0\0\0\x01", "SSHSIG\0\0\0\x02"))),
    armoured(btoa(atob(packed).replace("\0\0\0\x33", "\xff\xff\xff\xff")))]) {
    assert.equal(readSignature(spoiled), undefined, spoiled.slice(0, 60));
  }
});
