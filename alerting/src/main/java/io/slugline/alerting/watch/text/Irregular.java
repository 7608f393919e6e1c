package io.slugline.alerting.watch.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** English forms that no rule gives, and words that only look like inflections. */
final class Irregular {
  private static final String FORMS =
      """
      men man
      women woman
      children child
      feet foot
      mice mouse
      crises crisis
      analyses analysis
      axes axe
      knives knife
      wives wife
      wolves wolf
      thieves thief
      died die
      dies die
      tied tie
      ties tie
      lied lie
      lies lie
      agreed agree
      freed free
      guaranteed guarantee
      decreed decree
      refereed referee
      created create
      recreated recreate
      invited invite
      excited excite
      ignited ignite
      incited incite
      completed complete
      deleted delete
      depleted deplete
      competed compete
      piloted pilot
      pivoted pivot
      interfered interfere
      adhered adhere
      explored explore
      ignored ignore
      restored restore
      deplored deplore
      postponed postpone
      intervened intervene
      convened convene
      conceded concede
      impeded impede
      preceded precede
      ruined ruin
      kidnaped kidnap
      focused focus
      breathed breathe
      fled flee
      stole steal
      stolen steal
      sank sink
      sunk sink
      struck strike
      blew blow
      blown blow
      flew fly
      flown fly
      withdrew withdraw
      withdrawn withdraw
      overthrew overthrow
      overthrown overthrow
      broke break
      broken break
      hijacked hijack
      movies movie
      calories calorie
      buses bus
      viruses virus
      bonuses bonus
      campuses campus
      gases gas
      gas gas
      news news
      series series
      species species
      always always
      perhaps perhaps
      lens lens
      """;

  private static final String NOT_PASTS =
      """
      need feed speed indeed exceed succeed proceed seed weed deed breed bleed greed creed united \
      limited hundred sacred naked wicked embed shed sled bred shred alfred mohammed ahmed \
      muhammed mohamed fred biped kindred hatred allied beloved rugged infrared""";

  private Irregular() {}

  static Map<String, String> forms() {
    Map<String, String> forms = new HashMap<>();
    FORMS.lines().map(line -> line.split(" ")).forEach(pair -> forms.put(pair[0], pair[1]));
    return Map.copyOf(forms);
  }

  static Set<String> notPasts() {
    return Set.of(NOT_PASTS.split("\\s+"));
  }
}
