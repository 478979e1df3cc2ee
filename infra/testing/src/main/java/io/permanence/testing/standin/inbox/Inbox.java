package io.permanence.testing.standin.inbox;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The messages in the order of their arrival, the last 5,000 of them. Safe to use from every
 * thread, because the SMTP server has its own.
 */
public final class Inbox {
  private static final int CAPACITY = 5_000;

  private final Deque<InboxMessage> messages = new ArrayDeque<>();
  private final List<Consumer<InboxMessage>> listeners = new CopyOnWriteArrayList<>();

  public void add(InboxMessage message) {
    synchronized (messages) {
      messages.addLast(message);
      if (messages.size() > CAPACITY) {
        messages.removeFirst();
      }
    }
    listeners.forEach(listener -> listener.accept(message));
  }

  /** Oldest first. */
  public List<InboxMessage> find(InboxFilter filter) {
    synchronized (messages) {
      return messages.stream().filter(filter::matches).toList();
    }
  }

  public Optional<InboxMessage> byId(String id) {
    synchronized (messages) {
      return messages.stream().filter(message -> message.id().equals(id)).findFirst();
    }
  }

  /** The first message that matches: one that is there already, or the next to arrive. */
  public Future<InboxMessage> first(InboxFilter filter) {
    return atLeast(1, filter).map(List::getFirst);
  }

  /** The messages that match, as soon as there are {@code count} of them. */
  public Future<List<InboxMessage>> atLeast(int count, InboxFilter filter) {
    Promise<List<InboxMessage>> enough = Promise.promise();
    Runnable look =
        () -> {
          List<InboxMessage> found = find(filter);
          if (found.size() >= count) {
            enough.tryComplete(found);
          }
        };
    Runnable stop = onMessage(message -> look.run());
    look.run();
    return enough.future().onComplete(done -> stop.run());
  }

  public void clear() {
    synchronized (messages) {
      messages.clear();
    }
  }

  /** Calls the listener for each message from now on, until the returned action is run. */
  public Runnable onMessage(Consumer<InboxMessage> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
