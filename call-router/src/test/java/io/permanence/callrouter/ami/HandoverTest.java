package io.permanence.callrouter.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing that Asterisk says is lost, or overtakes what it said before. */
@ExtendWith(VertxExtension.class)
class HandoverTest {
  private static final int EVENTS = 1_000;

  private final List<Integer> heard = new ArrayList<>();

  @Test
  void everythingIsDoneInOrderOnTheEventLoop(Vertx vertx, VertxTestContext test) {
    Context context = vertx.getOrCreateContext();
    Handover handover = new Handover(context);
    for (int n = 0; n < EVENTS; n++) {
      int each = n;
      handover.hand(
          () ->
              test.verify(
                  () -> {
                    assertThat(Vertx.currentContext()).isEqualTo(context);
                    heard.add(each);
                  }));
    }
    handover.hand(() -> test.verify(() -> assertThat(heard).isEqualTo(all())).completeNow());
  }

  @Test
  void whatFailsHoldsUpNothing(Vertx vertx, VertxTestContext test) {
    Context context = vertx.getOrCreateContext();
    context.exceptionHandler(expected -> {});
    Handover handover = new Handover(context);
    handover.hand(
        () -> {
          throw new IllegalStateException("on purpose");
        });
    handover.hand(test::completeNow);
  }

  private static List<Integer> all() {
    return IntStream.range(0, EVENTS).boxed().toList();
  }
}
