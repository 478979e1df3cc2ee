package io.permanence.app.demo;

import io.permanence.model.id.InstructionId;
import io.permanence.model.id.LineId;
import io.permanence.model.line.Handling;
import io.permanence.model.line.Instruction;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.Window;
import io.permanence.store.instruction.LineInstruction;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the demo's customers have planned. Whom a line puts through, and to which numbers, is the
 * same at every hour: what is open now changes only words, and what changes more is long over or
 * far ahead.
 *
 * @param line the line's number in the demo, as in its id
 * @param standing what the line does otherwise
 * @param now when the demo is made
 */
record DemoInstructions(int line, Handling standing, Instant now) {
  private static final Duration EVER = Duration.ofDays(3650);

  /** Mornings by appointment; a congress that is over, holidays far ahead. */
  List<LineInstruction> doctor() {
    return List.of(
        planned(
            101,
            weekly(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(8, 30),
                LocalTime.of(12, 30)),
            words(
                standing.putThrough(),
                "Le docteur reçoit ce matin sur rendez-vous. Je note votre demande, elle vous"
                    + " rappelle après 12 h 30.",
                "Demander la date de naissance du patient. Créneaux libres : mardi et jeudi.")),
        planned(
            102,
            days(-40, 5),
            words(
                PutThrough.NONE,
                "Le docteur est en congrès jusqu'à vendredi. Je prends votre message.",
                "Urgences : adresser au docteur Lenoir.")),
        planned(
            103,
            days(420, 14),
            words(
                PutThrough.NONE,
                "Le cabinet est fermé pour congés. Le docteur Lenoir assure le remplacement.",
                "Donner le numéro du docteur Lenoir : 01 99 00 20 30.")));
  }

  /** Afternoons in court; court holidays that are over, an assistant from some day on. */
  List<LineInstruction> lawyer() {
    return List.of(
        planned(
            201,
            weekly(
                EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY),
                LocalTime.of(14, 0),
                LocalTime.of(18, 0)),
            words(
                standing.putThrough(),
                "Maître Dubois plaide cet après-midi. Je prends votre message.",
                "Audience : si elle ne répond pas, ne pas réessayer avant 18 h.")),
        planned(
            202,
            days(-75, 14),
            words(
                PutThrough.VIP,
                "L'étude est fermée pendant les vacances judiciaires. Je prends votre message.",
                "Ne passer que le greffe.")),
        planned(
            203,
            new Window.OpenEnded(Optional.of(now.plus(Duration.ofDays(400)))),
            words(
                PutThrough.VIP,
                "Maître Dubois vous rappelle, ou sa collaboratrice. Je prends votre message.",
                "Maître Arnaud traite les nouveaux dossiers.")));
  }

  /** A building site until further notice, nights, summer holidays. */
  List<LineInstruction> plumber() {
    return List.of(
        planned(
            301,
            new Window.OpenEnded(Optional.of(now.minus(Duration.ofDays(30)))),
            words(
                standing.putThrough(),
                "Lou est sur un chantier à Oullins. Je lui transmets votre demande.",
                "Toujours demander l'adresse et l'étage. Pas de devis avant la fin du chantier.")),
        planned(
            302,
            weekly(EnumSet.allOf(DayOfWeek.class), LocalTime.of(20, 0), LocalTime.of(7, 0)),
            words(
                standing.putThrough(),
                "Lou vous rappelle dès 7 heures. En cas de fuite, coupez l'arrivée d'eau.",
                "Fuite qui coule encore : cocher urgent.")),
        planned(
            303,
            days(430, 21),
            words(
                PutThrough.NONE,
                "Plomberie Lou est en congés. Je prends votre message.",
                "Urgences : Dépannage Rhône, 01 99 00 20 40.")));
  }

  /** A one-off around today governs. */
  List<LineInstruction> oneOff(Handling handling) {
    return List.of(planned(11, new Window.OneOff(now.minus(EVER), now.plus(EVER)), handling));
  }

  /** Weekly hours that are always open govern. */
  List<LineInstruction> weekly(Handling handling) {
    return List.of(
        planned(
            12,
            weekly(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
            handling));
  }

  private Handling words(PutThrough putThrough, String message, String notes) {
    return new Handling(
        putThrough,
        standing.mode(),
        standing.greeting(),
        Optional.of(message),
        standing.ladder(),
        Optional.of(notes));
  }

  private Window days(int from, int count) {
    return new Window.OneOff(
        now.plus(Duration.ofDays(from)), now.plus(Duration.ofDays(from + count)));
  }

  private static Window weekly(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    return new Window.Weekly(List.of(new Window.Hours(days, from, to)));
  }

  private LineInstruction planned(int n, Window window, Handling handling) {
    return new LineInstruction(
        new LineId(uuid("11", line)),
        new Instruction(new InstructionId(uuid("16", n)), 1, window, handling, now),
        false,
        now);
  }

  private static UUID uuid(String kind, int n) {
    return UUID.fromString(kind + "000000-0000-7000-8000-%012d".formatted(n));
  }
}
