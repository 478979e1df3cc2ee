package io.permanence.callrouter.agi;

import io.permanence.callrouter.journal.Reply;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.NamedAgiScript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one script: reads the question, asks who decides, sets one variable. Runs on a thread of its
 * own and waits no longer than the dialplan does; without an answer in time it says nothing, and
 * the dialplan's fallback takes the call. Never throws: Asterisk-Java would log the request.
 */
final class RoutingScript implements NamedAgiScript {
  private static final Logger log = LoggerFactory.getLogger(RoutingScript.class);

  /** Whoever answers questions. */
  @FunctionalInterface
  interface Decider {
    Future<Reply> reply(Question question);
  }

  private final Decider decider;
  private final Duration patience;
  private final AtomicLong unanswered = new AtomicLong();

  RoutingScript(Decider decider, Duration patience) {
    this.decider = decider;
    this.patience = patience;
  }

  @Override
  public String getName() {
    return "routing";
  }

  /** How many questions went without an answer. */
  long unanswered() {
    return unanswered.get();
  }

  @Override
  public void service(AgiRequest request, AgiChannel channel) {
    Optional<Question> question = Question.read(request.getRequest());
    if (question.isEmpty()) {
      unanswered("a question was not understood");
      return;
    }
    try {
      Reply reply = reply(question.get());
      channel.setVariable(ChannelVariables.ANSWER, Answer.encode(question.get().nonce(), reply));
    } catch (TimeoutException e) {
      unanswered("the answer took too long");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      unanswered("stopped while deciding");
    } catch (AgiException e) {
      unanswered("Asterisk no longer listens");
    } catch (ExecutionException e) {
      unanswered(String.valueOf(e.getCause() == null ? "" : e.getCause().getMessage()));
    } catch (RuntimeException e) {
      unanswered.incrementAndGet();
      log.error("a decision failed", e);
    }
  }

  private Reply reply(Question question)
      throws InterruptedException, ExecutionException, TimeoutException {
    return decider
        .reply(question)
        .toCompletionStage()
        .toCompletableFuture()
        .get(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void unanswered(String why) {
    unanswered.incrementAndGet();
    log.warn("no answer: {}", why);
  }
}
