import { expect, test } from "vitest";
import { PassphraseCrypter, passphraseFromEnvironment } from "../../../engine/state/passphrase.ts";

/** Written by the Pulumi CLI, with the passphrase `test`. */
const written = {
  salt: "v1:I1zxcgz8uo0=:v1:MfyiMm6VmFQX9mq3:CwTMLHGowcAie+/c/3QcEd0gnf09Xg==",
  geheim: "v1:Y8yvMBUyil/g21ww:vr9XotyGOXIMNc+mOtp95uDPWui1NA==",
};

test("reads what the Pulumi CLI has encrypted, and only with its passphrase", () => {
  expect(PassphraseCrypter.open(written.salt, "test").decrypt(written.geheim)).toBe("geheim");
  expect(() => PassphraseCrypter.open(written.salt, "Test")).toThrow("incorrect passphrase");
  expect(() => PassphraseCrypter.open("v2:x", "test")).toThrow("malformed encryption salt");
});

test("a changed ciphertext is refused, not read as something else", () => {
  const crypter = PassphraseCrypter.open(written.salt, "test");
  expect(() => crypter.decrypt(written.geheim.replace("vr9X", "vr9Y"))).toThrow();
  expect(() => crypter.decrypt("geheim")).toThrow("malformed ciphertext");
});

test("a new salt is read again, and two stacks do not share one", () => {
  const [one, other] = [PassphraseCrypter.create("a passphrase"), PassphraseCrypter.create("a passphrase")];
  expect(one.salt).not.toBe(other.salt);
  expect(PassphraseCrypter.open(one.salt, "a passphrase").decrypt(one.encrypt("Zürich"))).toBe("Zürich");
});

test("a value keeps its ciphertext within its resource, and does not show as equal to that of another", () => {
  const crypter = PassphraseCrypter.open(written.salt, "test");
  expect(crypter.decrypt(written.geheim, "urn:a")).toBe("geheim");
  expect(crypter.encrypt("geheim", "urn:a")).toBe(written.geheim);
  expect(crypter.encrypt("geheim", "urn:b")).not.toBe(written.geheim);
  expect(crypter.encrypt("geheim")).not.toBe(crypter.encrypt("geheim"));
});

test("the passphrase comes from its variable, else from a file, else the variables are named", () => {
  const readFile = (path: string) => `from ${path}\n`;
  expect(passphraseFromEnvironment({ PULUMI_CONFIG_PASSPHRASE: "" }, readFile)).toBe("");
  expect(passphraseFromEnvironment({ PULUMI_CONFIG_PASSPHRASE_FILE: "f" }, readFile)).toBe("from f");
  expect(() => passphraseFromEnvironment({}, readFile)).toThrow(/PULUMI_CONFIG_PASSPHRASE_FILE/);
});
