package io.permanence.push.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.id.CustomerId;
import io.permanence.push.Waiting;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private static final CustomerId MARTIN = new CustomerId(new UUID(1, 1));
  private static final CustomerId DURAND = new CustomerId(new UUID(1, 2));

  private record Piece(CustomerId customer, String name) {}

  private final List<String> transactions = new ArrayList<>();

  @Test
  void aCustomersPiecesShareATransactionAndEachIsAnsweredInItsPlace() {
    List<Future<String>> done =
        work(
            new Piece(MARTIN, "a"),
            new Piece(DURAND, "b"),
            new Piece(MARTIN, "c"),
            new Piece(DURAND, "d"));
    assertThat(transactions).containsExactly("a c", "b d");
    assertThat(done.stream().map(Waiting::on)).containsExactly("a c", "b d", "a c", "b d");
  }

  @Test
  void onePieceThatSpoilsItFailsAlone() {
    List<Future<String>> done =
        work(new Piece(MARTIN, "a"), new Piece(MARTIN, "spoilt"), new Piece(MARTIN, "c"));
    assertThat(transactions).containsExactly("a spoilt c", "a", "spoilt", "c");
    assertThat(done.stream().map(Future::succeeded)).containsExactly(true, false, true);
  }

  @Test
  void aPieceByItselfIsNotTriedTwice() {
    assertThat(work(new Piece(MARTIN, "spoilt")).getFirst().failed()).isTrue();
    assertThat(transactions).containsExactly("spoilt");
  }

  @Test
  void nothingIsTriedTwiceWhilePostgresqlIsAway() {
    List<Future<String>> done = work(new Piece(MARTIN, "a"), new Piece(MARTIN, "away"));
    assertThat(transactions).containsExactly("a away");
    assertThat(done).allMatch(Future::failed);
  }

  private List<Future<String>> work(Piece... pieces) {
    return Together.byCustomer(List.of(pieces), Piece::customer, (customer, its) -> inOne(its));
  }

  private Future<String> inOne(List<Piece> pieces) {
    String names = String.join(" ", pieces.stream().map(Piece::name).toList());
    transactions.add(names);
    if (names.contains("spoilt")) {
      return Future.failedFuture(new IllegalArgumentException("spoilt"));
    }
    return names.contains("away") ? Future.failedFuture("away") : Future.succeededFuture(names);
  }
}
