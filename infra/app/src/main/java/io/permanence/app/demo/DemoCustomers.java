package io.permanence.app.demo;

import static io.permanence.app.demo.DemoPeople.PRO;
import static io.permanence.app.demo.DemoPeople.SANTE;

import io.permanence.app.demo.DemoPeople.Person;
import io.permanence.model.PhoneNumber;
import io.permanence.model.Role;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.InstructionId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import io.permanence.model.line.Handling;
import io.permanence.model.line.LadderStep;
import io.permanence.model.line.LadderStep.After;
import io.permanence.model.line.LadderStep.Then;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.store.demo.DemoLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who the demo's customers are. Their lines decide alike at every hour of the day: no open hours,
 * and see {@link DemoInstructions}.
 *
 * <table>
 *   <caption>Lines</caption>
 *   <tr><td>+33199001000</td><td>the prospects' live test</td></tr>
 *   <tr><td>+33199001001</td><td>doctor: VIP, announced</td></tr>
 *   <tr><td>+33199001002</td><td>lawyer: everyone, directly</td></tr>
 *   <tr><td>+33199001003</td><td>plumber: nobody</td></tr>
 *   <tr><td>+33199001011</td><td>trial: a one-off puts everyone through directly</td></tr>
 *   <tr><td>+33199001012</td><td>trial: weekly hours put nobody through</td></tr>
 *   <tr><td>+33199001013</td><td>trial: VIP, directly</td></tr>
 * </table>
 */
final class DemoCustomers {
  private DemoCustomers() {}

  static List<DemoCustomer> all(Instant now) {
    return List.of(doctor(now), lawyer(now), plumber(now), trials(now), prospects());
  }

  private static DemoCustomer doctor(Instant now) {
    DemoNumbers numbers = DemoNumbers.of(1, 1, now);
    Handling standing =
        handling(
            PutThrough.VIP,
            PutThroughMode.ANNOUNCED,
            "Cabinet du docteur Martin, {secretary}, bonjour.",
            Optional.of(
                "Le docteur est en consultation. Je note votre demande, elle vous rappelle"
                    + " dans la journée."),
            numbers.ladder(15, After.NEXT, 15, After.all(Then.DESK)),
            Optional.of("Demander la date de naissance du patient."));
    return new DemoCustomer(
        customer(1),
        "Cabinet Martin",
        "Médecin généraliste",
        "Cabinet au 12 rue des Lilas, parking derrière. Consultations sur rendez-vous du lundi au"
            + " vendredi. Urgence vitale : le 15.",
        List.of(
            new Person(
                DemoPeople.id(11),
                "martin@cabinet-martin.example",
                "Dr Anne Martin",
                Role.CUSTOMER_OWNER,
                false),
            new Person(
                DemoPeople.id(12),
                "accueil@cabinet-martin.example",
                "Julie Faure",
                Role.CUSTOMER_COLLEAGUE,
                false),
            new Person(
                DemoPeople.id(13),
                "stagiaire@cabinet-martin.example",
                "Paul Rey",
                Role.CUSTOMER_READ_ONLY,
                false)),
        numbers.all(),
        List.of(line(1, "+33199001001", "Cabinet", SANTE, List.of(PRO), standing)),
        new DemoInstructions(1, standing, now).doctor(),
        numbers.callers(
            "Clinique Saint-Jean",
            "Laboratoire des Lilas",
            "Mme Chevalier",
            "M. Benali",
            "Mme Da Silva",
            "M. Rousseau",
            "Pharmacie du Marché",
            "Mme Nguyen",
            "M. Lambert",
            "Mme Traoré",
            "M. Fontaine",
            "Mme Marchand"),
        DemoWords.DOCTOR,
        30,
        6);
  }

  private static DemoCustomer lawyer(Instant now) {
    DemoNumbers numbers = DemoNumbers.of(2, 2, now);
    Handling standing =
        handling(
            PutThrough.ALL,
            PutThroughMode.DIRECT,
            "Étude de maître Dubois, {secretary}, bonjour.",
            Optional.of("Maître Dubois est à l'audience. Je prends votre message."),
            numbers.ladder(15, After.NEXT, 20, After.all(Then.DESK)),
            Optional.empty());
    return new DemoCustomer(
        customer(2),
        "Me Dubois",
        "Avocat au barreau de Lyon",
        "Droit de la famille et du travail. Ne jamais confirmer qu'une personne est cliente.",
        List.of(
            new Person(
                DemoPeople.id(21),
                "dubois@dubois-avocat.example",
                "Me Claire Dubois",
                Role.CUSTOMER_OWNER,
                false)),
        numbers.all(),
        List.of(line(2, "+33199001002", "Étude", PRO, List.of(SANTE), standing)),
        new DemoInstructions(2, standing, now).lawyer(),
        numbers.callers(
            "Greffe du tribunal",
            "Me Perrin",
            "Mme Colin",
            "M. Haddad",
            "Étude Lemoine",
            "Mme Schmitt",
            "M. Aubry",
            "Mme Costa",
            "M. Meunier",
            "Notaire Vidal"),
        DemoWords.LAWYER,
        30,
        4);
  }

  private static DemoCustomer plumber(Instant now) {
    DemoNumbers numbers = DemoNumbers.of(3, 3, now);
    Handling standing =
        handling(
            PutThrough.NONE,
            PutThroughMode.ANNOUNCED,
            "Plomberie Lou, {secretary}, bonjour.",
            Optional.of("Lou est sur un chantier. Je lui transmets votre demande."),
            // whoever is on the telephone is not in the workshop either: back to the desk at once
            numbers.ladder(
                20, After.of(Then.NEXT, Then.DESK), 25, After.of(Then.VOICEMAIL, Then.DESK)),
            Optional.of("Toujours demander l'adresse et l'étage."));
    return new DemoCustomer(
        customer(3),
        "Plomberie Lou",
        "Plombier chauffagiste",
        "Interventions à 30 km. Fuite d'eau : demander de couper l'arrivée générale.",
        List.of(
            new Person(
                DemoPeople.id(31),
                "lou@plomberie-lou.example",
                "Lou Garnier",
                Role.CUSTOMER_OWNER,
                true)),
        numbers.all(),
        List.of(line(3, "+33199001003", "Atelier", PRO, List.of(SANTE), standing)),
        new DemoInstructions(3, standing, now).plumber(),
        numbers.callers(
            "Agence Horizon",
            "Mme Picard",
            "M. Kowalski",
            "Mme Roussel",
            "Syndic Bellevue",
            "M. Legrand",
            "Mme Diallo",
            "M. Barbier",
            "Mme Caron",
            "M. Olivier"),
        DemoWords.PLUMBER,
        30,
        5);
  }

  private static DemoCustomer trials(Instant now) {
    DemoNumbers numbers = DemoNumbers.of(4, 1, now);
    List<LadderStep> ladder = numbers.ladder(15, After.NEXT, 15, After.all(Then.DESK));
    Optional<String> message = Optional.of("Nous vous rappelons.");
    Handling nobody =
        handling(
            PutThrough.NONE,
            PutThroughMode.ANNOUNCED,
            "Atelier Essai, {secretary}, bonjour.",
            message,
            ladder,
            Optional.empty());
    Handling everyone =
        handling(
            PutThrough.ALL,
            PutThroughMode.DIRECT,
            "Atelier Essai, {secretary}, bonjour.",
            message,
            ladder,
            Optional.empty());
    Handling vip =
        handling(
            PutThrough.VIP,
            PutThroughMode.DIRECT,
            "Atelier Essai, {secretary}, bonjour.",
            message,
            ladder,
            Optional.empty());
    return new DemoCustomer(
        customer(4),
        "Atelier Essai",
        "Lignes d'essai",
        "Ces lignes servent aux essais : une ponctuelle, une hebdomadaire, une VIP directe.",
        List.of(
            new Person(
                DemoPeople.id(41),
                "essai@atelier-essai.example",
                "Alex Essai",
                Role.CUSTOMER_OWNER,
                false)),
        numbers.all(),
        List.of(
            line(11, "+33199001011", "Essai ponctuel", PRO, List.of(SANTE), nobody),
            line(12, "+33199001012", "Essai hebdomadaire", PRO, List.of(SANTE), everyone),
            line(13, "+33199001013", "Essai VIP", PRO, List.of(SANTE), vip)),
        Stream.concat(
                new DemoInstructions(11, nobody, now).oneOff(everyone).stream(),
                new DemoInstructions(12, everyone, now).weekly(nobody).stream())
            .toList(),
        numbers.callers("Client Essai", "Fournisseur Essai", "Voisin Essai"),
        DemoWords.PLUMBER,
        5,
        2);
  }

  private static DemoCustomer prospects() {
    return new DemoCustomer(
        customer(5),
        "Essai gratuit",
        "Ligne de démonstration",
        "Un prospect essaie le service : répondre comme pour un client, puis expliquer la suite.",
        List.of(),
        List.of(),
        List.of(
            new DemoLine(
                new LineId(uuid("11", 10)),
                new PhoneNumber("+33199001000"),
                "Essai gratuit",
                PRO,
                List.of(SANTE),
                new InstructionId(uuid("15", 10)),
                handling(
                    PutThrough.NONE,
                    PutThroughMode.ANNOUNCED,
                    "Bonjour, {secretary} à votre écoute.",
                    Optional.of("Je prends votre message, vous le recevrez dans un instant."),
                    List.of(),
                    Optional.empty()),
                true)),
        List.of(),
        List.of(),
        DemoWords.PLUMBER,
        0,
        0);
  }

  private static DemoLine line(
      int n, String number, String name, TeamId home, List<TeamId> overflow, Handling standing) {
    return new DemoLine(
        new LineId(uuid("11", n)),
        new PhoneNumber(number),
        name,
        home,
        overflow,
        new InstructionId(uuid("15", n)),
        standing,
        false);
  }

  private static Handling handling(
      PutThrough putThrough,
      PutThroughMode mode,
      String greeting,
      Optional<String> message,
      List<LadderStep> ladder,
      Optional<String> notes) {
    return new Handling(putThrough, mode, greeting, message, ladder, notes);
  }

  private static CustomerId customer(int n) {
    return new CustomerId(uuid("0c", n));
  }

  private static UUID uuid(String kind, int n) {
    return UUID.fromString(kind + "000000-0000-7000-8000-%012d".formatted(n));
  }
}
