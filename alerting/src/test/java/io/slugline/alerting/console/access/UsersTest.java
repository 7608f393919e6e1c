package io.slugline.alerting.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {
  private static final Person ANN = new Person("ann", Role.OPERATOR);
  private static final String ANNS_LINE =
      Users.line(ANN, PasswordHash.of("a long secret".toCharArray(), new SecureRandom()));

  @TempDir Path folder;

  @Test
  void whoKnowsThePasswordIsWhoTheySay() throws IOException {
    Users users = Users.read(file("# on call\n\n" + ANNS_LINE + "\n"));

    assertThat(users.authenticate("ann", "a long secret".toCharArray())).contains(ANN);
    assertThat(users.authenticate("ann", "a long secreT".toCharArray())).isEmpty();
    assertThat(users.authenticate("bob", "a long secret".toCharArray())).isEmpty();
  }

  @Test
  void thePasswordIsNotInTheFileAndTwoOfTheSameLookDifferent() {
    String again =
        Users.line(ANN, PasswordHash.of("a long secret".toCharArray(), new SecureRandom()));

    assertThat(ANNS_LINE).doesNotContain("secret").isNotEqualTo(again);
  }

  @Test
  void everyLineThatIsWrongIsTold() throws IOException {
    Path file = file(ANNS_LINE + "\nbob:owner:x\neve:viewer:plain\n" + ANNS_LINE + "\n");

    assertThatThrownBy(() -> Users.read(file))
        .hasMessageContaining("line 2: no role owner")
        .hasMessageContaining("line 3: not a pbkdf2-sha256 hash")
        .hasMessageContaining("line 4: this name appears twice");
  }

  @Test
  void aHashOfTooFewRoundsIsRefused() {
    assertThatThrownBy(() -> PasswordHash.parse("pbkdf2-sha256$1000$AAAA$AAAA"))
        .hasMessageContaining("rounds");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("users"), text);
  }
}
