package io.permanence.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the catalog of a migrated database must say; an unlisted exception is a failure. */
class CatalogTest {
  private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.migrated();

  /** The company's own tables and the directories: no row belongs to a customer's private life. */
  private static final List<String> WITHOUT_CUSTOMER =
      List.of(
          "consent_text",
          "directory_account",
          "directory_line",
          "directory_routing_version",
          "directory_session",
          "directory_sign_in_failure",
          "flyway_schema_history",
          "secretary",
          "secretary_state",
          "team",
          "telephone",
          "unrouted_call");

  private static final List<String> DEFINER_FUNCTIONS =
      List.of(
          "call_home permanence_router",
          "claim_deliveries permanence_push",
          "claim_outbox permanence_push",
          "close_deliveries permanence_push",
          "consent_holds permanence_push permanence_sync",
          "desk_events permanence_router",
          "desk_feedback permanence_router",
          "desk_figures permanence_router",
          "desk_lines permanence_router",
          "desk_work permanence_router",
          "drafts_of permanence_router",
          "forget_voicemails permanence_router",
          "google_links_due permanence_sync",
          "line_directory",
          "note_home permanence_router",
          "notes_sent permanence_router",
          "number_proof_calls_due permanence_router",
          "open_calls permanence_router",
          "open_google_requests permanence_sync",
          "open_tasks permanence_router",
          "outgoing_caps permanence_router",
          "outgoing_legs_since permanence_router",
          "receive_receipt permanence_push",
          "routing_lines permanence_router",
          "tasks_of permanence_router",
          "tasks_shown permanence_router",
          "touch_routing");

  @Test
  void everyTableIsACustomersUnderForcedRowLevelSecurityOrListed() throws SQLException {
    assertThat(
            rows(
                """
                select relname from pg_class where relnamespace = 'public'::regnamespace
                  and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)
                order by 1\
                """))
        .isEqualTo(WITHOUT_CUSTOMER);
  }

  @Test
  void everyGuardedTableHidesOtherCustomersRows() throws SQLException {
    assertThat(
            rows(
                """
                select relname from pg_class c where relnamespace = 'public'::regnamespace
                  and relrowsecurity and not exists (select from pg_policy p
                    where p.polrelid = c.oid and p.polname = 'customer' and p.polroles = '{0}'
                      and pg_get_expr(p.polqual, p.polrelid) = '(customer_id = current_customer())')\
                """))
        .isEmpty();
  }

  @Test
  void everyUniqueIndexOfAGuardedTableBeginsWithTheCustomer() throws SQLException {
    assertThat(
            rows(
                """
                select i.indexrelid::regclass::text from pg_index i
                join pg_class c on c.oid = i.indrelid
                where c.relnamespace = 'public'::regnamespace and c.relrowsecurity and i.indisunique
                  and (select attname from pg_attribute where attrelid = c.oid
                       and attnum = i.indkey[0]) <> 'customer_id'\
                """))
        .isEmpty();
  }

  @Test
  void viewsAskOnBehalfOfWhoeverReadsThem() throws SQLException {
    assertThat(
            rows(
                """
                select relname from pg_class where relnamespace = 'public'::regnamespace
                  and relkind = 'v' and not coalesce(reloptions::text like '%security_invoker=true%',
                    false)\
                """))
        .isEmpty();
  }

  @Test
  void onlyTheListedFunctionsReadAcrossCustomersAndOnlyForTheirRole() throws SQLException {
    assertThat(
            rows(
                """
                select trim(p.proname || ' ' || coalesce((select string_agg(a.grantee::regrole::text,
                    ' ' order by a.grantee::regrole::text)
                  from aclexplode(p.proacl) a where a.grantee <> p.proowner), ''))
                from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
                order by 1\
                """))
        .isEqualTo(DEFINER_FUNCTIONS);
  }

  @Test
  void theServicesLoginOwnsNothingAndCannotBypassAnything() throws SQLException {
    assertThat(
            rows(
                """
                select rolname from pg_roles where rolname like 'permanence%'
                  and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)\
                """))
        .isEmpty();
    assertThat(rows("select relname from pg_class where relowner = 'permanence_app'::regrole"))
        .isEmpty();
  }

  @Test
  void everyWritableTableHasOneWriterOrIsAListedException() throws SQLException {
    assertThat(
            rows(
                """
                select table_name || ' ' || string_agg(distinct grantee, ' ' order by grantee)
                from information_schema.role_table_grants
                where table_schema = 'public' and privilege_type in ('INSERT', 'UPDATE', 'DELETE')
                  and grantee not in ('permanence_owner', 'permanence_across')
                group by table_name having count(distinct grantee) > 1 order by 1\
                """))
        .containsExactly(
            "delivery permanence_portal permanence_push",
            "google_request permanence_portal permanence_sync",
            "note permanence_portal permanence_router",
            "outbox permanence_portal permanence_push permanence_router permanence_sync",
            "voicemail permanence_portal permanence_router");
  }

  private static List<String> rows(String sql) throws SQLException {
    try (Connection connection = DATABASE.superuser();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    }
  }
}
