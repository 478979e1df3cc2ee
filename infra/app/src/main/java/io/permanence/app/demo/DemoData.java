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
import io.permanence.store.account.Accounts;
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
import java.util.function.Supplier;

/**
 * Fills an empty database with the demo; a filled one is left alone, and one that was broken off is
 * filled to its end.
 */
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
    return DemoFile.json(customers, passwords, now);
  }

  /** Writes everything, or what is missing; false when nothing is. */
  public Future<Boolean> write() {
    return write(Integer.MAX_VALUE);
  }

  /**
   * Does so many steps and no more, as one that is broken off does. Each is a transaction, and
   * finds out whether it was done before; the last leaves the mark by which the demo is whole.
   */
  Future<Boolean> write(int most) {
    return database
        .as(Module.PORTAL)
        .acrossCustomers(
            tx ->
                DemoTables.filled(
                    tx,
                    DemoPeople.teams().stream().map(DemoPeople.Team::id).toList(),
                    customers.getLast().lines().getLast().number()))
        .compose(filled -> filled ? Future.succeededFuture(false) : fill(most).map(done -> true));
  }

  private Future<Void> fill(int most) {
    Identity identity = new Identity(vertx, database.as(Module.IDENTITY), sealer);
    List<Supplier<Future<Void>>> steps = new ArrayList<>();
    accounts().forEach(wish -> steps.add(() -> account(identity, wish)));
    steps.add(() -> database.as(Module.PORTAL).acrossCustomers(this::company));
    steps.add(() -> database.as(Module.ROUTER).acrossCustomers(this::telephones));
    customers.forEach(customer -> steps.addAll(steps(customer)));
    return one(steps.stream().limit(most).toList(), (ignored, step) -> step.get())
        .onComplete(done -> identity.close());
  }

  /** The past belongs to the moment at which the customer was made, perhaps by an earlier try. */
  private List<Supplier<Future<Void>>> steps(DemoCustomer customer) {
    CustomerId id = customer.id();
    Supplier<Future<Void>> itself =
        () ->
            database
                .as(Module.PORTAL)
                .inTransaction(
                    id,
                    tx ->
                        DemoTables.since(tx)
                            .compose(
                                since ->
                                    since.isPresent()
                                        ? Future.succeededFuture()
                                        : describe(tx, customer)));
    if (customer.callsADay() == 0) {
      return List.of(itself);
    }
    return List.of(
        itself,
        () -> past(customer, Module.ROUTER, (tx, past) -> DemoPast.calls(tx, id, past)),
        () ->
            past(
                customer,
                Module.PORTAL,
                (tx, past) -> DemoPast.noteStates(tx, id, past).compose(states -> praise(tx, id))),
        () -> past(customer, Module.PUSH, (tx, past) -> DemoPast.deliveries(tx, id, past)));
  }

  private Future<Void> past(
      DemoCustomer customer, Module writer, BiFunction<Tx, List<DemoCall>, Future<Void>> write) {
    return database
        .as(Module.PORTAL)
        .inTransaction(customer.id(), DemoTables::since)
        .map(since -> DemoHistory.of(customer, SEED, since.orElseThrow().plus(AGO)))
        .compose(
            past -> database.as(writer).inTransaction(customer.id(), tx -> write.apply(tx, past)));
  }

  private List<NewAccount> accounts() {
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
    return all;
  }

  private Future<Void> account(Identity identity, NewAccount wish) {
    return database
        .as(Module.IDENTITY)
        .acrossCustomers(tx -> Accounts.bySignIn(tx, wish.signIn()))
        .compose(
            found ->
                found.filter(account -> account.id().equals(wish.id())).isPresent()
                    ? Future.succeededFuture()
                    : identity.create(wish, now).mapEmpty());
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
    return DemoTables.teams(tx).compose(there -> there ? Future.succeededFuture() : newCompany(tx));
  }

  private Future<Void> newCompany(Tx tx) {
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
