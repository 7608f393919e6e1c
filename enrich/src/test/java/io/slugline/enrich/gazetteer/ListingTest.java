package io.slugline.enrich.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListingTest {
  private static final String RASON = "rason\tLOCATION\tKP\t60\tgeonames:1\tRason|Najin{weak,wpi}";
  private static final String SONBONG = "sonbong\tLOCATION\tKP\t20\t\tSonbong|Unggi";

  private final Listing listing = new Listing();

  @Test
  void aNameThatIsAddedIsFoundAndWithoutTheLineItIsNot() {
    listing.add(GazetteerFile.parse(RASON));
    assertThat(idsIn("Ships at Nason")).isEmpty();

    listing.change("rason\tname\tNason\tolder spelling");

    assertThat(idsIn("Ships at Nason")).containsExactly("rason");
  }

  @Test
  void aNameThatIsTakenAwayIsNoLongerFound() {
    listing.add(GazetteerFile.parse(RASON));

    listing.change("rason\tunname\tNajin\ta town of its own");

    assertThat(idsIn("Rason and Najin")).containsExactly("rason");
  }

  @Test
  void aMergedEntityKeepsItsNamesAndItsIdLeadsToTheOther() {
    listing.add(GazetteerFile.parse(RASON));
    listing.add(GazetteerFile.parse(SONBONG));

    listing.change("rason\tmerge\tsonbong\tone zone since 2000");

    assertThat(idsIn("Rason, Sonbong, Unggi")).containsExactly("rason", "rason", "rason");
    assertThat(new Gazetteer(listing).entity("sonbong"))
        .hasValueSatisfying(entity -> assertThat(entity.id()).isEqualTo("rason"));
  }

  @Test
  void withoutTheMergeBothAreThemselvesAgain() {
    listing.add(GazetteerFile.parse(RASON));
    listing.add(GazetteerFile.parse(SONBONG));

    assertThat(idsIn("Rason, Sonbong")).containsExactly("rason", "sonbong");
  }

  @Test
  void anEntityIsSplitByTakingANameFromOneAndAddingItAsAnother() {
    listing.add(GazetteerFile.parse(RASON));
    listing.add(GazetteerFile.parse("najin\tLOCATION\tKP\t20\t\tNajin"));

    listing.change("rason\tunname\tNajin\tsplit from the zone");

    assertThat(idsIn("Rason, Najin")).containsExactly("rason", "najin");
  }

  @Test
  void aRemovedEntityIsGone() {
    listing.add(GazetteerFile.parse(SONBONG));

    listing.change("sonbong\tremove\t\tby mistake");

    assertThat(idsIn("Sonbong")).isEmpty();
  }

  @Test
  void aLineOfAnotherRegisterAddsItsNamesToTheEntityThatClaimsItsId() {
    listing.add(GazetteerFile.parse(RASON));

    listing.add(GazetteerFile.parse("geonames:1\tLOCATION\tKP\t40\tunlocode:KPRJN\tRajin"));

    assertThat(idsIn("Rajin")).containsExactly("rason");
    assertThat(new Gazetteer(listing).entity("unlocode:KPRJN"))
        .hasValueSatisfying(entity -> assertThat(entity.id()).isEqualTo("rason"));
  }

  @Test
  void aChangeOfAnUnknownEntityIsRefused() {
    assertThatThrownBy(() -> listing.change("nowhere\tname\tNowhere\tno reason"))
        .hasMessageContaining("nowhere");
  }

  private List<String> idsIn(String text) {
    return new Gazetteer(listing)
        .find(SimpleTokens.of(text)).stream()
            .map(hit -> hit.senses().get(0).entity().id())
            .toList();
  }
}
