import { createCipheriv, createDecipheriv, pbkdf2Sync, randomBytes } from "node:crypto";

const rounds = 1_000_000;
const keyLength = 32;
const tagLength = 16;

/**
 * Encrypts as Pulumi's passphrase secrets manager does: AES-256-GCM with a key from PBKDF2-SHA256, each value as
 * `v1:<nonce>:<ciphertext>` in base64. The salt, as `Pulumi.<stack>.yaml` has it, carries a value that proves the
 * passphrase.
 */
export class PassphraseCrypter {
  /** `encryptionsalt` of the stack's configuration file, and the `salt` of its state. */
  readonly salt: string;
  readonly #key: Buffer;
  readonly #ciphertexts = new Map<string, string>();

  private constructor(salt: string, key: Buffer) {
    this.salt = salt;
    this.#key = key;
  }

  /** For a new stack. */
  static create(passphrase: string): PassphraseCrypter {
    const salt = randomBytes(8);
    const key = pbkdf2Sync(passphrase, salt, rounds, keyLength, "sha256");
    const proof = new PassphraseCrypter("", key).encrypt("pulumi");
    return new PassphraseCrypter(`v1:${salt.toString("base64")}:${proof}`, key);
  }

  /** For a stack that has a salt. Throws the CLI's own message for a wrong passphrase. */
  static open(salt: string, passphrase: string): PassphraseCrypter {
    const [version, bytes, ...proof] = salt.split(":");
    if (version !== "v1" || bytes === undefined) {
      throw new Error("malformed encryption salt");
    }
    const key = pbkdf2Sync(passphrase, Buffer.from(bytes, "base64"), rounds, keyLength, "sha256");
    const crypter = new PassphraseCrypter(salt, key);
    try {
      crypter.decrypt(proof.join(":"));
    } catch {
      throw new Error("incorrect passphrase");
    }
    return crypter;
  }

  /**
   * @param scope where the value stands, such as a resource's URN. Within a scope a value keeps the ciphertext that it
   * was read or written with, so that a state file changes only where its values do; across scopes equal values must
   * not show as equal. Without a scope the ciphertext is always a new one.
   */
  encrypt(plaintext: string, scope?: string): string {
    const known = this.#ciphertexts.get(`${scope}\0${plaintext}`);
    if (known !== undefined) {
      return known;
    }
    const nonce = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", this.#key, nonce);
    const sealed = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final(), cipher.getAuthTag()]);
    const ciphertext = `v1:${nonce.toString("base64")}:${sealed.toString("base64")}`;
    this.#remember(plaintext, ciphertext, scope);
    return ciphertext;
  }

  /** @param scope as in {@link encrypt}. */
  decrypt(ciphertext: string, scope?: string): string {
    const [version, nonce, sealedText] = ciphertext.split(":");
    if (version !== "v1" || nonce === undefined || sealedText === undefined) {
      throw new Error("malformed ciphertext");
    }
    const sealed = Buffer.from(sealedText, "base64");
    const decipher = createDecipheriv("aes-256-gcm", this.#key, Buffer.from(nonce, "base64"));
    decipher.setAuthTag(sealed.subarray(-tagLength));
    const plaintext = decipher.update(sealed.subarray(0, -tagLength), undefined, "utf8") + decipher.final("utf8");
    this.#remember(plaintext, ciphertext, scope);
    return plaintext;
  }

  #remember(plaintext: string, ciphertext: string, scope: string | undefined): void {
    if (scope !== undefined) {
      this.#ciphertexts.set(`${scope}\0${plaintext}`, ciphertext);
    }
  }
}

/** The passphrase, from the variables that the CLI reads. */
export function passphraseFromEnvironment(environment: NodeJS.ProcessEnv, readFile: (path: string) => string): string {
  const { PULUMI_CONFIG_PASSPHRASE: passphrase, PULUMI_CONFIG_PASSPHRASE_FILE: file } = environment;
  if (passphrase !== undefined) {
    return passphrase;
  }
  if (file !== undefined) {
    return readFile(file).trim();
  }
  throw new Error(
    "passphrase must be set with PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE environment variables",
  );
}
