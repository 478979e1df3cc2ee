package io.permanence.callrouter.ami;

import io.permanence.model.line.DialTarget;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Asterisk can be told. Texts that could forge a second command cannot be built. */
public sealed interface AmiCommand {
  /** Put two channels into one bridge, taking them out of those they are in. */
  record Bridge(String one, String other) implements AmiCommand {
    public Bridge {
      PlainWord.of(one);
      PlainWord.of(other);
    }
  }

  /** Send a channel to another place of the dialplan, priority 1. */
  record Redirect(String channel, String context, String extension) implements AmiCommand {
    public Redirect {
      PlainWord.of(channel);
      PlainWord.of(context);
      PlainWord.of(extension);
    }
  }

  /**
   * Call somebody and send the answered channel to a place of the dialplan.
   *
   * @param channelId the new channel's unique id, chosen by us
   * @param callerNumber what the called party sees
   */
  record Originate(
      String channelId,
      Callee callee,
      String context,
      Duration ringing,
      Optional<String> callerNumber,
      Map<String, String> variables)
      implements AmiCommand {
    public Originate {
      PlainWord.of(channelId);
      PlainWord.of(context);
      callerNumber.ifPresent(PlainWord::of);
      variables = Map.copyOf(variables);
      variables.forEach(
          (name, value) -> {
            PlainWord.of(name);
            if (PlainWord.of(value).indexOf(',') >= 0) {
              throw new IllegalArgumentException("a comma would end the variable");
            }
          });
    }
  }

  /** Whom Asterisk can call: there is no way to the trunk but a number that the fence let pass. */
  sealed interface Callee {
    /** A telephone that registers with us, by its name. */
    record Telephone(String name) implements Callee {
      private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

      public Telephone {
        if (!NAME.matcher(name).matches()) {
          throw new IllegalArgumentException("no telephone has such a name");
        }
      }
    }

    /** A number behind the trunk (A14). */
    record Outside(DialTarget target) implements Callee {}
  }

  /** End a channel. */
  record HangUp(String channel, int cause) implements AmiCommand {
    /** Q.850: normal clearing. */
    public static final int NORMAL = 16;

    public HangUp {
      PlainWord.of(channel);
    }
  }

  /** Set a variable of a channel. */
  record SetVariable(String channel, String name, String value) implements AmiCommand {
    public SetVariable {
      PlainWord.of(channel);
      PlainWord.of(name);
      PlainWord.of(value);
    }
  }

  /** Let whoever is at the end of a channel hear a key of a telephone. */
  record PressKey(String channel, char key) implements AmiCommand {
    public PressKey {
      PlainWord.of(channel);
      PlainWord.of(String.valueOf(key));
    }
  }

  /** List all channels; they come as events, then {@link AmiEvent.ChannelsListed}. */
  record ListChannels() implements AmiCommand {}

  /** Say whether a telephone is registered; {@link AmiEvent.TelephoneFound} tells. */
  record FindTelephone(Callee.Telephone telephone) implements AmiCommand {}

  /** Read the file of telephones anew; {@link AmiEvent.TelephonesRead} tells when it is done. */
  record ReadTelephones() implements AmiCommand {}

  /** Is Asterisk there? */
  record Ping() implements AmiCommand {}
}
