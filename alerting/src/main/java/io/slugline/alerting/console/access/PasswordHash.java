package io.slugline.alerting.console.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it may be written down: PBKDF2 with HMAC-SHA-256 and as many rounds as OWASP's
 * Password Storage Cheat Sheet asks for, written {@code pbkdf2-sha256$ROUNDS$SALT$HASH}.
 */
public record PasswordHash(int rounds, String salt, String hash) {
  private static final String SCHEME = "pbkdf2-sha256";
  private static final int ROUNDS = 600_000;
  private static final int LEAST_ROUNDS = 100_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;

  public PasswordHash {
    if (rounds < LEAST_ROUNDS) {
      throw new IllegalArgumentException("fewer than " + LEAST_ROUNDS + " rounds");
    }
    Base64.getDecoder().decode(salt);
    Base64.getDecoder().decode(hash);
  }

  /** Hashes a password with a salt of its own. */
  public static PasswordHash of(char[] password, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    Base64.Encoder text = Base64.getEncoder();
    return new PasswordHash(
        ROUNDS, text.encodeToString(salt), text.encodeToString(derive(password, salt, ROUNDS)));
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException when it is another one, or too weak
   */
  public static PasswordHash parse(String written) {
    String[] parts = written.split("\\$", -1);
    if (parts.length != 4 || !parts[0].equals(SCHEME)) {
      throw new IllegalArgumentException("not a " + SCHEME + " hash");
    }
    return new PasswordHash(Integer.parseInt(parts[1]), parts[2], parts[3]);
  }

  /** Takes as long for a wrong password as for the right one. */
  public boolean fits(char[] password) {
    byte[] expected = Base64.getDecoder().decode(hash);
    return MessageDigest.isEqual(
        expected, derive(password, Base64.getDecoder().decode(salt), rounds));
  }

  @Override
  public String toString() {
    return SCHEME + "$" + rounds + "$" + salt + "$" + hash;
  }

  private static byte[] derive(char[] password, byte[] salt, int rounds) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(password, salt, rounds, HASH_BITS))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no PBKDF2WithHmacSHA256", e);
    }
  }
}
