package io.permanence.e2e.faults;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Numbers that fraud lives on: premium and shared cost at home, satellites and networks without a
 * country, international premium, islands and far countries; made from a seed.
 */
final class FraudNumbers {
  /** How a range begins, and how many digits follow. */
  private record Range(String beginning, int digits) {}

  private static final List<Range> RANGES =
      List.of(
          new Range("+3389", 7),
          new Range("+33826", 6),
          new Range("+338910", 5),
          new Range("+3336", 2),
          new Range("+33118", 3),
          new Range("+870773", 6),
          new Range("+8816", 8),
          new Range("+8818", 8),
          new Range("+88213", 7),
          new Range("+88216", 7),
          new Range("+883510", 8),
          new Range("+888", 9),
          new Range("+979", 9),
          new Range("+808", 8),
          new Range("+1242", 7),
          new Range("+1876", 7),
          new Range("+1900", 7),
          new Range("+2526", 7),
          new Range("+224", 9),
          new Range("+232", 8),
          new Range("+37122", 6),
          new Range("+3712", 7),
          new Range("+375", 9),
          new Range("+53", 8),
          new Range("+5939", 8),
          new Range("+6759", 7),
          new Range("+67710", 4),
          new Range("+68590", 5),
          new Range("+41900", 6),
          new Range("+4190", 7),
          new Range("+447", 9),
          new Range("+4487", 8),
          new Range("+4990", 8),
          new Range("+590690", 6),
          new Range("+262692", 6),
          new Range("+96", 9),
          new Range("+2165", 7),
          new Range("+21266", 7));

  private FraudNumbers() {}

  static List<String> of(int count, long seed) {
    Random random = new Random(seed);
    Set<String> numbers = new LinkedHashSet<>();
    while (numbers.size() < count) {
      Range range = RANGES.get(random.nextInt(RANGES.size()));
      StringBuilder number = new StringBuilder(range.beginning());
      for (int i = 0; i < range.digits(); i++) {
        number.append((char) ('0' + random.nextInt(10)));
      }
      numbers.add(number.toString());
    }
    return new ArrayList<>(numbers);
  }
}
