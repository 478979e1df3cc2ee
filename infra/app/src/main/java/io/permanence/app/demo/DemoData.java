package io.permanence.app.demo;

import io.permanence.identity.Identity;
import io.permanence.identity.NewAccount;
import io.permanence.model.Urgency;
import io.permanence.model.id.ContactId;
import io.permanence.model.id.CustomerId;
import io.permanence.runtime.secret.Sealer;
import io.permanence.store.Database;
import io.permanence.store.Module;
import io.permanence.store.Tx;
import io.permanence.store.contact.Contact;
import io.permanence.store.contact.ContactKey;
import io.permanence.store.contact.Contacts;
import io.permanence.store.demo.DemoCall;
import io.permanence.store.demo.DemoLine;
import io.permanence.store.demo.DemoPast;
import io.permanence.store.demo.DemoTables;
import io.permanence.store.demo.DemoWishes;
import io.permanence.store.desk.TelephoneRows;
import io.permanence.store.desk.TelephoneRows.Kind;
import io.permanence.store.desk.TelephoneRows.TelephoneRow;
import io.permanence.store.instruction.ForwardingNumber;
import io.permanence.store.instruction.ForwardingNumbers;
import io.permanence.store.instruction.Instructions;
import io.permanence.store.instruction.LineInstruction;
import io.permanence.store.intake.IntakeScripts;
import io.permanence.store.preference.PreferenceTable;
import io.permanence.store.preference.Preferences;
import io.permanence.store.preference.Preferences.Channel;
import io.permanence.store.preference.Preferences.Rule;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Fills an empty database with the demo; a filled one is left alone. */
public final class DemoData {
  private static final long SEED = 20_261_122;
  private static final Duration AGO = Duration.ofDays(120);

  private final Vertx vertx;
  private final Database database;
  private final Sealer sealer;
  private final DemoPasswords passwords;
  private final Instant now;
  private final List<DemoCustomer> customers;

  /**
   * A demo of one moment.
   *
   * @param key the installation's key; passwords are made from it
   */
  public DemoData(Vertx vertx, Database database, byte[] key, Instant now) {
    this.vertx = vertx;
    this.database = database;
    this.sealer = new Sealer(key);
    this.passwords = new DemoPasswords(key);
    this.now = now;
    this.customers = DemoCustomers.all(now);
  }

  /** Numbers, lines and sign-ins, as {@code state.json} tells them. */
  public String describe() {
    return DemoFile.json(customers, passwords);
  }

  /** Writes everything; false when there was something already. */
  public Future<Boolean> write() {
    return database
        .as(Module.PORTAL)
        .acrossCustomers(DemoTables::empty)
        .compose(empty -> empty ? fill().map(true) : Future.succeededFuture(false));
  }

  private Future<Void> fill() {
    return accounts()
        .compose(done -> database.as(Module.PORTAL).acrossCustomers(this::company))
        .compose(done -> database.as(Module.ROUTER).acrossCustomers(this::telephones))
        .compose(done -> one(customers, (ignored, customer) -> write(customer)));
  }

  private Future<Void> accounts() {
    Identity identity = new Identity(vertx, database.as(Module.IDENTITY), sealer);
    List<NewAccount> all = new ArrayList<>();
    for (DemoPeople.Staff staff : DemoPeople.staff()) {
      all.add(
          new NewAccount(
              staff.id(),
              staff.user(),
              passwords.password(staff.user()),
              false,
              staff.secondFactor()
                  ? Optional.of(passwords.totpSecret(staff.user()))
                  : Optional.empty(),
              staff.role(),
              Optional.empty(),
              "fr"));
    }
    for (DemoCustomer customer : customers) {
      customer.people().forEach(person -> all.add(account(customer, person)));
    }
    return one(all, (ignored, wish) -> identity.create(wish, now).<Void>mapEmpty())
        .onComplete(done -> identity.close());
  }

  private NewAccount account(DemoCustomer customer, DemoPeople.Person person) {
    return new NewAccount(
        person.id(),
        person.user(),
        passwords.password(person.user()),
        person.temporary(),
        Optional.empty(),
        person.role(),
        Optional.of(customer.id()),
        "fr");
  }

  private Future<Void> company(Tx tx) {
    List<DemoPeople.Team> teams = DemoPeople.teams();
    return one(teams, (i, team) -> DemoTables.team(tx, team.id(), team.name(), i))
        .compose(
            done ->
                one(
                    DemoPeople.staff().stream().filter(s -> s.team().isPresent()).toList(),
                    (i, staff) ->
                        DemoTables.secretary(
                                tx, staff.id(), staff.name(), staff.team().orElseThrow())
                            .compose(made -> skills(tx, staff))));
  }

  private static Future<Void> skills(Tx tx, DemoPeople.Staff staff) {
    DemoSkills.Wish can = DemoSkills.ofSecretary(staff.user());
    return DemoWishes.secretary(tx, staff.id(), can.languages(), can.skills());
  }

  private Future<Void> telephones(Tx tx) {
    return one(
        DemoPeople.staff().stream()
            .filter(staff -> staff.role() == io.permanence.model.Role.SECRETARY)
            .toList(),
        (i, staff) ->
            TelephoneRows.replace(
                tx,
                new TelephoneRow(
                    telephoneName(staff),
                    staff.id(),
                    Kind.DESK,
                    passwords.telephone(staff.user()),
                    Optional.empty())));
  }

  static String telephoneName(DemoPeople.Staff staff) {
    return "desk-" + staff.user();
  }

  private Future<Void> write(DemoCustomer customer) {
    List<DemoCall> past = DemoHistory.of(customer, SEED, now);
    CustomerId id = customer.id();
    return database
        .as(Module.PORTAL)
        .inTransaction(id, tx -> describe(tx, customer))
        .compose(
            done ->
                database.as(Module.ROUTER).inTransaction(id, tx -> DemoPast.calls(tx, id, past)))
        .compose(
            done ->
                database
                    .as(Module.PORTAL)
                    .inTransaction(
                        id,
                        tx -> DemoPast.noteStates(tx, id, past).compose(states -> praise(tx, id))))
        .compose(
            done ->
                database
                    .as(Module.PUSH)
                    .inTransaction(id, tx -> DemoPast.deliveries(tx, id, past)));
  }

  /** The first customer likes the first secretary, which the desk heeds. */
  private Future<Void> praise(Tx tx, CustomerId id) {
    return id.equals(customers.getFirst().id())
        ? DemoWishes.feedback(tx, id, DemoPeople.staff().getFirst().id(), true, DemoSkills.PRAISED)
        : Future.succeededFuture();
  }

  private Future<Void> describe(Tx tx, DemoCustomer customer) {
    CustomerId id = customer.id();
    Instant since = now.minus(AGO);
    return DemoTables.customer(
            tx, id, customer.name(), customer.trade(), customer.knowledge(), since)
        .compose(
            done ->
                one(
                    customer.people(),
                    (i, person) -> DemoTables.person(tx, id, person.id(), person.name())))
        .compose(done -> one(customer.numbers(), (i, number) -> number(tx, id, number)))
        .compose(done -> one(customer.lines(), (i, line) -> line(tx, id, line)))
        .compose(done -> one(customer.instructions(), (i, planned) -> planned(tx, id, planned)))
        .compose(done -> one(customer.callers(), (i, caller) -> contact(tx, id, i, caller)))
        .compose(done -> one(customer.people(), (i, person) -> preferences(tx, id, i, person)))
        .compose(
            done ->
                IntakeScripts.replace(tx, id, 0, DemoScripts.of(customer.name()), since)
                    .mapEmpty());
  }

  private Future<Void> number(Tx tx, CustomerId id, ForwardingNumber number) {
    return ForwardingNumbers.add(tx, id, number, now.minus(AGO)).mapEmpty();
  }

  private Future<Void> line(Tx tx, CustomerId id, DemoLine line) {
    DemoSkills.Wish asked = DemoSkills.ofLine(line.number().e164());
    return DemoTables.line(tx, id, line, now.minus(AGO))
        .compose(made -> DemoWishes.line(tx, id, line.id(), asked.languages(), asked.skills()));
  }

  private static Future<Void> planned(Tx tx, CustomerId id, LineInstruction planned) {
    return Instructions.add(tx, id, planned).mapEmpty();
  }

  private Future<Void> contact(Tx tx, CustomerId id, int n, DemoCustomer.Caller caller) {
    ContactId contact =
        new ContactId(
            UUID.nameUUIDFromBytes((id + "/contact/" + n).getBytes(StandardCharsets.UTF_8)));
    return Contacts.add(
            tx,
            id,
            contact,
            new Contact(
                new ContactKey.Own(contact),
                1,
                caller.name(),
                caller.company(),
                List.of(new Contact.Line(caller.number(), "Mobile")),
                Optional.empty(),
                "",
                caller.mark(),
                Optional.empty(),
                now),
            now.minus(AGO))
        .mapEmpty();
  }

  /** The owner hears of everything by every channel; others by push alone. */
  private static Future<Void> preferences(Tx tx, CustomerId id, int n, DemoPeople.Person person) {
    if (n > 0) {
      return Future.succeededFuture();
    }
    List<Rule> rules = new ArrayList<>();
    for (Channel channel : Channel.values()) {
      for (Urgency urgency : Urgency.values()) {
        rules.add(new Rule(channel, urgency, true));
      }
    }
    Preferences all =
        new Preferences(
            1,
            Optional.of(person.user()),
            Optional.of("+3363998090" + id.toString().charAt(35)),
            rules,
            false,
            Optional.empty());
    return PreferenceTable.replace(tx, id, person.id(), all).mapEmpty();
  }

  /** One after the other: operations of a transaction never overlap. */
  private static <T> Future<Void> one(List<T> all, BiFunction<Integer, T, Future<Void>> write) {
    Future<Void> written = Future.succeededFuture();
    for (int i = 0; i < all.size(); i++) {
      int position = i;
      written = written.compose(before -> write.apply(position, all.get(position)));
    }
    return written;
  }
}
