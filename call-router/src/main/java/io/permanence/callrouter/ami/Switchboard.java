package io.permanence.callrouter.ami;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Moves channels about, and knows Asterisk's races: a leg is connected only while it rests in a
 * bridge (between two bridges it would be torn out of its dialplan), "unable to add" is answered to
 * a few percent of honest attempts and tried again, and a move counts as done when the events say
 * so, not when the command was taken. Whoever uses it sends the commands of one call one after the
 * other. Lives on one event loop.
 */
public final class Switchboard {
  private static final long SETTLE_MILLIS = 2_000;
  private static final long RETRY_MILLIS = 60;
  private static final int TRIES = 6;

  /** So often nobody may listen, at such distances, before Asterisk counts as dead. */
  private static final int REFUSALS_OF_THE_DEAD = 4;

  private static final long LOOK_MILLIS = 1_000;

  /** A key sounds 100 ms; so long from one to the next. */
  private static final long KEY_MILLIS = 200;

  private final Vertx vertx;
  private final Ami ami;
  private final Channels channels = new Channels();
  private final List<Waiter> waiters = new ArrayList<>();
  private final List<Consumer<AmiEvent>> listeners = new ArrayList<>();

  private long telephonesRead;
  private long looks;
  private Optional<String> startedAt = Optional.empty();
  private int refused;
  private boolean closed;
  private boolean listed;

  private record Waiter(BooleanSupplier condition, Promise<Void> met) {}

  /** A switchboard; {@link #listen} first, then {@link #start}. */
  public Switchboard(Vertx vertx, Ami ami) {
    this.vertx = vertx;
    this.ami = ami;
  }

  /** Adds somebody who hears every event, after the picture has been brought up to date. */
  public void listen(Consumer<AmiEvent> listener) {
    listeners.add(listener);
  }

  /** Begins to connect to Asterisk. */
  public void start() {
    ami.start(this::hear);
  }

  private void hear(AmiEvent event) {
    for (AmiEvent told : channels.apply(event)) {
      listeners.forEach(listener -> listener.accept(told));
    }
    if (event instanceof AmiEvent.ChannelsListed) {
      listed = true;
    }
    if (event instanceof AmiEvent.TelephonesRead) {
      telephonesRead++;
    }
    if (event instanceof AmiEvent.ChannelsListed) {
      looks++;
    }
    if (event instanceof AmiEvent.Connected) {
      refused = 0;
      ami.startedAt().onComplete(answer -> compare(Optional.ofNullable(answer.result())));
    }
    if (event instanceof AmiEvent.Disconnected) {
      lookWhetherItIsDead();
    }
    List<Waiter> met = waiters.stream().filter(each -> each.condition().getAsBoolean()).toList();
    waiters.removeAll(met);
    met.forEach(each -> each.met().tryComplete());
  }

  /** It is the same Asterisk as before, or its calls are gone; then what there is. */
  private void compare(Optional<String> now) {
    boolean another = startedAt.isPresent() && now.isPresent() && !startedAt.equals(now);
    startedAt = now.or(() -> startedAt);
    if (another) {
      hear(new AmiEvent.Died());
    }
    ami.send(new AmiCommand.ListChannels());
  }

  /**
   * Where nobody listens for a while there is no Asterisk; a lost connection alone says nothing.
   */
  private void lookWhetherItIsDead() {
    if (ami.connected() || closed) {
      return;
    }
    ami.isListening()
        .onComplete(
            answer -> {
              refused = answer.succeeded() && !answer.result() ? refused + 1 : 0;
              if (refused == REFUSALS_OF_THE_DEAD && !ami.connected()) {
                hear(new AmiEvent.Died());
              }
              vertx.setTimer(LOOK_MILLIS, ignored -> lookWhetherItIsDead());
            });
  }

  /** The picture. */
  public Channels channels() {
    return channels;
  }

  /** Whether the picture has been complete once. */
  public boolean listed() {
    return listed;
  }

  /** Whether Asterisk can be told things now. */
  public boolean connected() {
    return ami.connected();
  }

  /**
   * Connects two legs; done when both are in one bridge. A leg for which music, a sentence or
   * silence is made first goes to a quiet place by itself: one that is moved at the moment of a
   * packet made for it keeps hearing that instead of whom it is connected to.
   *
   * @param quietPlace where a leg that rests goes first; empty for one that hears nothing made
   * @param hears whether the first hears a sentence, between two stays in music
   */
  public Future<Void> fetch(
      Supplier<Optional<Channel>> one,
      Supplier<Optional<Channel>> other,
      Function<Channel, Optional<String>> quietPlace,
      BooleanSupplier hears) {
    if (together(one, other)) {
      return Future.succeededFuture();
    }
    return until(
            () ->
                isGone(one)
                    || isGone(other)
                    || ((rests(one) || hears.getAsBoolean()) && rests(other)))
        .compose(rest -> Future.all(quiet(one, quietPlace), quiet(other, quietPlace)))
        .compose(quiet -> bridge(one, other, 1));
  }

  private Future<Void> quiet(
      Supplier<Optional<Channel>> leg, Function<Channel, Optional<String>> quietPlace) {
    return leg.get()
        .flatMap(quietPlace)
        .map(place -> rest(leg, place))
        .orElseGet(Future::succeededFuture);
  }

  private Future<Void> bridge(
      Supplier<Optional<Channel>> one, Supplier<Optional<Channel>> other, int attempt) {
    return until(() -> isGone(one) || isGone(other) || (rests(one) && rests(other)))
        .compose(
            rest ->
                ami.send(
                    new AmiCommand.Bridge(
                        one.get().orElseThrow(Switchboard::gone).name(),
                        other.get().orElseThrow(Switchboard::gone).name())))
        .compose(done -> togetherOrGone(one, other))
        .recover(
            failure ->
                attempt < TRIES && refused(failure)
                    ? pause(RETRY_MILLIS * attempt)
                        .compose(paused -> bridge(one, other, attempt + 1))
                    : Future.failedFuture(failure));
  }

  private Future<Void> togetherOrGone(
      Supplier<Optional<Channel>> one, Supplier<Optional<Channel>> other) {
    return until(() -> isGone(one) || isGone(other) || together(one, other))
        .compose(
            met -> together(one, other) ? Future.succeededFuture() : Future.failedFuture(gone()));
  }

  private static boolean isGone(Supplier<Optional<Channel>> leg) {
    return leg.get().isEmpty();
  }

  /** Adds a leg to the conversation of another; done when both are in one bridge. */
  public Future<Void> add(Supplier<Optional<Channel>> leg, Supplier<Optional<Channel>> peer) {
    if (isGone(leg) || isGone(peer)) {
      return Future.failedFuture(gone());
    }
    Channel moved = leg.get().orElseThrow(Switchboard::gone);
    return mark(moved, "PEERCHAN", peer.get().orElseThrow(Switchboard::gone).name())
        .compose(marked -> redirect(moved, "desk-add"))
        .compose(taken -> togetherOrGone(leg, peer));
  }

  /** Lets a leg listen to another, or whisper to it; done when Asterisk has taken it. */
  public Future<Void> spy(
      Supplier<Optional<Channel>> leg, Supplier<Optional<Channel>> spied, String way) {
    if (isGone(leg) || isGone(spied)) {
      return Future.failedFuture(gone());
    }
    Channel moved = leg.get().orElseThrow(Switchboard::gone);
    return mark(moved, "SPYCHAN", spied.get().orElseThrow(Switchboard::gone).name())
        .compose(marked -> ami.send(new AmiCommand.Redirect(moved.name(), "desk-spy", way)))
        .compose(taken -> until(() -> isGone(leg) || !rests(leg)));
  }

  /** Presses keys for whoever is at the end of a leg, one after the other. */
  public Future<Void> press(Supplier<Optional<Channel>> leg, String keys) {
    Future<Void> pressed = Future.succeededFuture();
    for (int i = 0; i < keys.length(); i++) {
      char key = keys.charAt(i);
      pressed =
          pressed
              .compose(
                  before ->
                      ami.send(
                          new AmiCommand.PressKey(
                              leg.get().orElseThrow(Switchboard::gone).name(), key)))
              .compose(done -> pause(KEY_MILLIS));
    }
    return pressed;
  }

  private static boolean refused(Throwable failure) {
    return failure instanceof AsteriskFailure asterisk && asterisk.refused();
  }

  private static AsteriskFailure gone() {
    return AsteriskFailure.unreachable("the leg is gone");
  }

  private static boolean rests(Supplier<Optional<Channel>> leg) {
    return leg.get().flatMap(Channel::bridge).isPresent();
  }

  private static boolean together(
      Supplier<Optional<Channel>> one, Supplier<Optional<Channel>> other) {
    Optional<String> bridge = one.get().flatMap(Channel::bridge);
    return bridge.isPresent() && bridge.equals(other.get().flatMap(Channel::bridge));
  }

  /** Sends a leg to a resting place of the dialplan; done when it rests there. */
  public Future<Void> rest(Supplier<Optional<Channel>> leg, String context) {
    Optional<Channel> before = leg.get();
    if (before.isEmpty()) {
      return Future.failedFuture(gone());
    }
    Optional<String> left = before.get().bridge();
    return redirect(before.get(), context)
        .compose(
            done ->
                until(
                    () ->
                        isGone(leg)
                            || (rests(leg) && !leg.get().flatMap(Channel::bridge).equals(left))))
        .compose(rested -> isGone(leg) ? Future.failedFuture(gone()) : Future.succeededFuture());
  }

  /** Sends a leg to a place of the dialplan; done when Asterisk has taken it. */
  public Future<Void> redirect(Channel leg, String context) {
    return ami.send(new AmiCommand.Redirect(leg.name(), context, "s"));
  }

  /** Begins to call somebody; how it went comes as events. */
  public Future<Void> originate(AmiCommand.Originate command) {
    return ami.send(command);
  }

  /**
   * Has Asterisk list its channels once more: of a caller who is not answered yet its events do not
   * tell. Done when every channel there is, is in the picture.
   */
  public Future<Void> look() {
    if (!listed || channels.listing()) {
      return Future.failedFuture(AsteriskFailure.unreachable("the picture is being made"));
    }
    long before = looks;
    return ami.send(new AmiCommand.ListChannels()).compose(taken -> until(() -> looks > before));
  }

  /** Has Asterisk read the file of telephones; done when it has. */
  public Future<Void> readTelephones() {
    long before = telephonesRead;
    return ami.send(new AmiCommand.ReadTelephones())
        .compose(taken -> until(() -> telephonesRead > before));
  }

  /** Asks whether a telephone is registered; {@link AmiEvent.TelephoneFound} tells. */
  public Future<Void> find(String telephone) {
    return ami.send(new AmiCommand.FindTelephone(new AmiCommand.Callee.Telephone(telephone)));
  }

  /** Sets a variable of a leg. */
  public Future<Void> mark(Channel leg, String variable, String value) {
    return ami.send(new AmiCommand.SetVariable(leg.name(), variable, value));
  }

  /** Ends a leg. That it is gone already is a success. */
  public Future<Void> hangUp(String id) {
    return ami.send(
            new AmiCommand.HangUp(
                channels.byId(id).map(Channel::name).orElse(id), AmiCommand.HangUp.NORMAL))
        .recover(
            failure -> refused(failure) ? Future.succeededFuture() : Future.failedFuture(failure));
  }

  /** Done once the picture is so, at once when it is; fails when it is not within two seconds. */
  public Future<Void> until(BooleanSupplier condition) {
    if (condition.getAsBoolean()) {
      return Future.succeededFuture();
    }
    Promise<Void> met = Promise.promise();
    Waiter waiter = new Waiter(condition, met);
    waiters.add(waiter);
    long timer =
        vertx.setTimer(
            SETTLE_MILLIS,
            ignored -> {
              waiters.remove(waiter);
              met.tryFail(AsteriskFailure.unreachable("the legs did not come together"));
            });
    return met.future().onComplete(ignored -> vertx.cancelTimer(timer));
  }

  private Future<Void> pause(long millis) {
    Promise<Void> over = Promise.promise();
    vertx.setTimer(millis, ignored -> over.complete());
    return over.future();
  }

  /** Signs off from Asterisk; calls go on. */
  public Future<Void> close() {
    closed = true;
    return ami.close();
  }
}
