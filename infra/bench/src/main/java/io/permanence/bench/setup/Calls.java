package io.permanence.bench.setup;

import io.permanence.bench.setup.Wanted.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** What happened to the calls of one run; written by the carrier's threads. */
final class Calls {
  /** The timer T1 of SIP: a request without an answer for that long is repeated. */
  private static final long T1 = Duration.ofMillis(500).toNanos();

  private final String run = UUID.randomUUID().toString();
  private final Wanted[] wanted;
  private final long[] sent;
  private final long[] firstAnswer;
  private final long[] setUp;
  private final boolean[] talking;
  private final Map<String, Integer> byTarget = new ConcurrentHashMap<>();
  private final Set<String> transactions = ConcurrentHashMap.newKeySet();
  private final AtomicInteger repeated = new AtomicInteger();

  Calls(int count, IntFunction<Wanted> plan) {
    this.wanted = new Wanted[count];
    this.sent = new long[count];
    this.firstAnswer = new long[count];
    this.setUp = new long[count];
    this.talking = new boolean[count];
    for (int n = 0; n < count; n++) {
      wanted[n] = plan.apply(n);
      if (wanted[n].outcome() == Outcome.LADDER) {
        byTarget.put(wanted[n].target(), n);
      }
    }
  }

  String id(int n) {
    return n + "-" + run;
  }

  /** Which call a Call-ID is; -1 for one of an earlier run. */
  int index(String callId) {
    int dash = callId.indexOf('-');
    return dash > 0 && callId.endsWith(run) ? Integer.parseInt(callId.substring(0, dash)) : -1;
  }

  Wanted wanted(int n) {
    return wanted[n];
  }

  void sent(int n) {
    sent[n] = System.nanoTime();
  }

  void answered(int n, int status, long at) {
    if (firstAnswer[n] == 0) {
      firstAnswer[n] = at;
    }
    boolean ends =
        switch (wanted[n].outcome()) {
          case LADDER -> false;
          case ANSWER -> status >= 200 && status < 300;
          case REFUSAL -> status >= 300;
        };
    if (ends && setUp[n] == 0) {
      setUp[n] = at - sent[n];
    }
  }

  /** True the first time that the call is answered: a repeated 200 is counted instead. */
  boolean talks(int n) {
    if (talking[n]) {
      repeated.incrementAndGet();
      return false;
    }
    talking[n] = true;
    return true;
  }

  void rang(String target, String transaction, long at) {
    if (!transactions.add(transaction)) {
      repeated.incrementAndGet();
      return;
    }
    Integer n = byTarget.get(target);
    if (n != null && setUp[n] == 0) {
      setUp[n] = at - sent[n];
    }
  }

  Measured measured(int perSecond) {
    List<Long> times = Arrays.stream(setUp).filter(time -> time > 0).sorted().boxed().toList();
    int late = 0;
    for (int n = 0; n < wanted.length; n++) {
      if (firstAnswer[n] == 0 || firstAnswer[n] - sent[n] > T1) {
        late++;
      }
    }
    return new Measured(
        perSecond, wanted.length, wanted.length - times.size(), repeated.get() + late, times);
  }
}
