package io.permanence.callrouter.sound;

import io.permanence.callrouter.desk.WaitingPhrase;
import io.permanence.callrouter.journal.PromptSounds;
import io.permanence.callrouter.journal.WaitingSounds;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.OutOfHours;
import io.permanence.routing.Prompt;
import io.permanence.routing.Prompt.Stock;
import io.permanence.runtime.blocking.Blocking;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes sounds of texts beforehand, and finds them. Texts are rendered at the start and whenever a
 * line brings a new one; until a sound is ready its ready-made neighbour is played, and in the last
 * resort the fallback's greeting, without which Asterisk does not start.
 */
public final class Sounds implements PromptSounds, WaitingSounds {
  private static final Logger log = LoggerFactory.getLogger(Sounds.class);
  private static final String LAST_RESORT = "static/fallback-fr";

  private static final List<String> SPOKEN = List.of("fr", "en");

  private final Blocking threads;
  private final Path directory;
  private final SpeechCommand command;
  private final String language;

  private final Set<String> ready = ConcurrentHashMap.newKeySet();
  private final Map<String, Future<Void>> making = new ConcurrentHashMap<>();

  /**
   * Nothing is made yet.
   *
   * @param threads where the command runs
   * @param directory of sounds that Asterisk plays from
   * @param language of the voice, {@code fr} or {@code en}
   */
  public Sounds(Blocking threads, Path directory, SpeechCommand command, String language) {
    this.threads = threads;
    this.directory = directory;
    this.command = command;
    this.language = language;
  }

  /** Makes the ready-made messages; fails when the first of them cannot be made. */
  public Future<Void> start() {
    return Future.join(Stream.of(Stock.values()).map(Prompt::of).map(this::prepare).toList())
        .mapEmpty();
  }

  /** Makes what callers of this line may hear; a listener for the snapshots. */
  public void prepare(LineSnapshot snapshot) {
    if (snapshot.answeredAlways()) {
      return;
    }
    Stock closed =
        snapshot.choices().outOfHours() == OutOfHours.VOICEMAIL
            ? Stock.CLOSED_VOICEMAIL
            : Stock.CLOSED;
    Stream.concat(
            Stream.of(snapshot.standing().handling()),
            snapshot.instructions().stream().map(Instruction::handling))
        .map(Handling::message)
        .flatMap(Optional::stream)
        .map(message -> new Prompt(Optional.of(message), closed))
        .forEach(this::prepare);
  }

  @Override
  public String sound(Prompt prompt) {
    String own = spoken(prompt).id();
    if (ready.contains(own)) {
      return own;
    }
    prepare(prompt);
    String stock = spoken(Prompt.of(prompt.otherwise())).id();
    return ready.contains(stock) ? stock : LAST_RESORT;
  }

  private SpokenText spoken(Prompt prompt) {
    return new SpokenText(StockTexts.text(prompt, language), language, command.voice());
  }

  @Override
  public Optional<String> sound(WaitingPhrase phrase, String wished) {
    SpokenText text = spoken(phrase, SPOKEN.contains(wished) ? wished : language);
    if (!ready.contains(text.id())) {
      prepare(text);
    }
    return Optional.of(text.id()).filter(ready::contains);
  }

  /** Makes what waiting callers are told, in every language spoken here; one after the other. */
  public Future<Void> preparePhrases() {
    Future<Void> made = Future.succeededFuture();
    for (WaitingPhrase phrase : WaitingPhrase.all()) {
      for (String each : SPOKEN) {
        made = made.compose(before -> prepare(spoken(phrase, each)));
      }
    }
    return made;
  }

  private SpokenText spoken(WaitingPhrase phrase, String in) {
    return new SpokenText(WaitingTexts.text(phrase, in), in, command.voice());
  }

  private Future<Void> prepare(Prompt prompt) {
    return prepare(spoken(prompt));
  }

  /** Makes a sentence in that language. */
  Future<Void> prepare(String text, String voice) {
    return prepare(new SpokenText(text, voice, command.voice()));
  }

  /** The sound of a sentence in that language, once it is made. */
  Optional<String> made(String text, String voice) {
    return Optional.of(new SpokenText(text, voice, command.voice()).id()).filter(ready::contains);
  }

  private Future<Void> prepare(SpokenText text) {
    if (ready.contains(text.id())) {
      return Future.succeededFuture();
    }
    Promise<Void> promise = Promise.promise();
    Future<Void> running = making.putIfAbsent(text.id(), promise.future());
    if (running != null) {
      return running;
    }
    threads.call(() -> make(text)).<Void>mapEmpty().onComplete(promise);
    return promise
        .future()
        .onFailure(e -> log.warn("{} was not made: {}", text.id(), e.getMessage()))
        .onComplete(done -> making.remove(text.id()));
  }

  private Path make(SpokenText text) throws IOException, InterruptedException {
    Path sound = directory.resolve(text.id() + ".wav");
    if (!Files.exists(sound)) {
      Path folder = directory.resolve("spoken");
      Files.createDirectories(folder);
      Path raw = Files.createTempFile(folder, "raw", ".wav");
      Path telephone = Files.createTempFile(folder, "telephone", ".wav");
      try {
        command.speak(text, raw);
        TelephoneSound.convert(raw, telephone);
        telephone.toFile().setReadable(true, false);
        Files.move(telephone, sound, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(raw);
        Files.deleteIfExists(telephone);
      }
    }
    ready.add(text.id());
    return sound;
  }
}
