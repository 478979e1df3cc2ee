package io.permanence.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The schema all migrations together make, against the one that was reviewed. A change of schema
 * shows in the diff of {@code golden.sql}; write it anew with {@code -Dgolden.write=true}.
 */
class GoldenSchemaTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden.sql");

  private static final List<String> QUESTIONS =
      List.of(
          """
          select format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
            case when a.attnotnull then ' not null' else '' end,
            coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''))
          from pg_class c
          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
          where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'p')
            and c.relname <> 'flyway_schema_history'
          order by c.relname, a.attnum
          """,
          """
          select format('%s: %s', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint
          where connamespace = 'public'::regnamespace
            and conrelid <> 'flyway_schema_history'::regclass and contype <> 'n' order by 1
          """,
          """
          select indexdef from pg_indexes where schemaname = 'public'
            and tablename <> 'flyway_schema_history' order by 1
          """,
          """
          select format('policy %s on %s for %s to %s using %s', policyname, tablename, cmd, roles, qual)
          from pg_policies where schemaname = 'public' order by 1
          """,
          """
          select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal order by 1
          """,
          """
          select format('function %s(%s) returns %s %s owner %s %s', proname,
            pg_get_function_identity_arguments(p.oid), pg_get_function_result(p.oid),
            case when prosecdef then 'definer' else 'invoker' end, proowner::regrole, md5(prosrc))
          from pg_proc p where pronamespace = 'public'::regnamespace
            and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
          order by 1
          """,
          """
          select format('grant %s on %s to %s', string_agg(privilege_type, ', ' order by privilege_type),
            table_name, grantee)
          from information_schema.role_table_grants
          where table_schema = 'public' and grantee like 'permanence%'
            and grantee <> 'permanence_owner'
          group by table_name, grantee order by table_name, grantee
          """,
          """
          select format('view %s as %s', viewname, definition) from pg_views
          where schemaname = 'public' order by 1
          """);

  @Test
  void theSchemaIsTheOneThatWasReviewed() throws SQLException, IOException {
    String schema = dump(EmbeddedDatabase.migrated());
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(GOLDEN, schema);
    }
    assertThat(schema).isEqualTo(Files.readString(GOLDEN));
  }

  private static String dump(EmbeddedDatabase database) throws SQLException {
    StringBuilder dump = new StringBuilder();
    try (Connection connection = database.superuser();
        Statement statement = connection.createStatement()) {
      for (String question : QUESTIONS) {
        try (ResultSet lines = statement.executeQuery(question)) {
          while (lines.next()) {
            dump.append(lines.getString(1)).append('\n');
          }
        }
        dump.append('\n');
      }
    }
    return dump.toString();
  }
}
