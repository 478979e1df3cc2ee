package io.permanence.e2e.faults;

import io.permanence.e2e.Until;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/** What fails while people telephone: the service dies, its connection to Asterisk is cut. */
final class Mishaps implements Runnable {
  private static final int SHORTEST_PAUSE_MILLIS = 8_000;
  private static final int SPREAD_MILLIS = 16_000;

  private final House house;
  private final Random random;
  private final AtomicBoolean over;

  Mishaps(House house, Random random, AtomicBoolean over) {
    this.house = house;
    this.random = random;
    this.over = over;
  }

  @Override
  public void run() {
    while (!over.get()) {
      Duration pause = Duration.ofMillis(SHORTEST_PAUSE_MILLIS + random.nextInt(SPREAD_MILLIS));
      if (Until.within(pause, over::get)) {
        return;
      }
      switch (random.nextInt(4)) {
        case 0 -> {
          house.kill("service");
          house.start("service");
        }
        case 1 -> {
          house.stop("service");
          house.start("service");
        }
        default -> AmiCut.cut(house);
      }
    }
  }
}
