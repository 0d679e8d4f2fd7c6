/* A signature as `ssh-keygen -Y sign` writes it (OpenSSH's PROTOCOL.sshsig): read, and checked with WebCrypto where the
   browser has Ed25519. Pure functions. */

import { digestOf } from "../kit/canonical.js";

const ARMOUR = /^\s*-----BEGIN SSH SIGNATURE-----\s+([A-Za-z0-9+/=\s]+?)\s*-----END SSH SIGNATURE-----\s*$/;
const MAGIC = "SSHSIG";
const HASHES = { sha256: "SHA-256", sha512: "SHA-512" };

/** What a file ending in .sig holds; undefined when it is no signature by an Ed25519 key. @type {(armoured: string) => Signature | undefined} */
export function readSignature(armoured) {
  try {
    const blob = fromBase64(ARMOUR.exec(armoured)[1].replace(/\s+/g, ""));
    if (text(blob.slice(0, 6)) !== MAGIC || number(blob, 6) !== 1) return undefined;
    const [publicKey, namespace, reserved, hash, signed, ...more] = strings(blob.slice(10));
    const [[type, key, ...other], [kind, signature, ...rest]] = [strings(publicKey), strings(signed)];
    const whole = text(type) === "ssh-ed25519" && text(kind) === "ssh-ed25519" && key.length === 32 && signature.length === 64;
    if (!whole || more.length + other.length + rest.length || !Object.hasOwn(HASHES, text(hash))) return undefined;
    return { publicKey, key, namespace: text(namespace), reserved, hash: text(hash), signature };
  } catch {
    return undefined;
  }
}

/** Whether the signature stands under these bytes in this namespace: 'good', 'bad', or 'unable' where this browser knows
    no Ed25519. @type {(read: Signature, bytes: Uint8Array<ArrayBuffer>, namespace: string) => Promise<"good" | "bad" | "unable">} */
export async function checkSignature(read, bytes, namespace) {
  if (read.namespace !== namespace) return "bad";
  let key;
  try {
    key = await crypto.subtle.importKey("raw", read.key, { name: "Ed25519" }, false, ["verify"]);
  } catch (error) {
    return error.name === "DataError" ? "bad" : "unable"; // no key at all, or a browser that knows no Ed25519
  }
  const hashed = await digestOf(bytes, HASHES[read.hash]);
  const encoded = new TextEncoder();
  const parts = [encoded.encode(read.namespace), read.reserved, encoded.encode(read.hash), hashed].map(asString);
  const signed = new Uint8Array([...encoded.encode(MAGIC), ...parts.flat()]);
  return await crypto.subtle.verify({ name: "Ed25519" }, key, read.signature, signed) ? "good" : "bad";
}

/** The key as its owner writes it down: `SHA256:...`, as `ssh-keygen -l` does. @type {(publicKey: Uint8Array<ArrayBuffer>) => Promise<string>} */
export async function fingerprint(publicKey) {
  return `SHA256:${toBase64(await digestOf(publicKey)).replace(/=+$/, "")}`;
}

/** A line of a public key in the form of OpenSSH. @type {(publicKey: Uint8Array) => string} */
export const keyLine = (publicKey) => `ssh-ed25519 ${toBase64(publicKey)}`;

const fromBase64 = (words) => Uint8Array.from(atob(words), (sign) => sign.charCodeAt(0));
const toBase64 = (bytes) => btoa(String.fromCharCode(...bytes));
const text = (bytes) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
const number = (bytes, at) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
const asString = (bytes) => [...new Uint8Array(new Uint32Array([bytes.length]).buffer).reverse(), ...bytes];

/* The strings that follow each other: a length in four bytes and as many bytes. */
function strings(bytes) {
  const found = [];
  for (let at = 0; at < bytes.length;) {
    const end = at + 4 + number(bytes, at);
    if (end > bytes.length) throw new RangeError("cut off");
    found.push(bytes.slice(at + 4, end));
    at = end;
  }
  return found;
}
