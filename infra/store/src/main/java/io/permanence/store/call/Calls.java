package io.permanence.store.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.permanence.model.PhoneNumber;
import io.permanence.model.call.CallEvent;
import io.permanence.model.call.CallEventKind;
import io.permanence.model.call.Reason;
import io.permanence.model.call.ReasonCode;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.InstructionId;
import io.permanence.model.id.LineId;
import io.permanence.store.Tx;
import io.permanence.store.call.CallRecord.GoverningInstruction;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads calls and their events; {@link JournalBatch} writes them. */
public final class Calls {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private Calls() {}

  /** A call of the transaction's customer. */
  public static Future<Optional<CallRecord>> find(Tx tx, CallId call) {
    return tx.rows(
            """
            select cast(customer_id as text), cast(line_id as text), caller,
              cast(to_json(arrived_at) as text), decision, reason,
              cast(reason_arguments as text), cast(instruction_id as text), instruction_version,
              cast(to_json(snapshot_at) as text)
            from call where id = ?1
            """,
            call.value())
        .map(rows -> rows.stream().findFirst().map(row -> record(call, row)));
  }

  /** The events of a call of the transaction's customer, in order. */
  public static Future<List<CallEvent>> events(Tx tx, CallId call) {
    return tx.rows(
            """
            select seq, cast(to_json(at) as text), kind, cast(detail as text)
            from call_event where call_id = ?1 order by seq
            """,
            call.value())
        .map(
            rows -> {
              List<CallEvent> events = new ArrayList<>();
              for (Object[] row : rows) {
                events.add(
                    new CallEvent(
                        call,
                        ((Number) row[0]).intValue(),
                        CallEventKind.of((String) row[2]),
                        instant((String) row[1]),
                        texts((String) row[3])));
              }
              return events;
            });
  }

  /** Calls without an end, of every customer: what a restart compares with Asterisk. */
  public static Future<List<OpenCall>> open(Tx tx) {
    return tx.rows("select cast(customer_id as text), cast(call_id as text) from open_calls()")
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new OpenCall(
                                CustomerId.of((String) row[0]), CallId.of((String) row[1])))
                    .toList());
  }

  /** A call without an end, and whose it is. */
  public record OpenCall(CustomerId customer, CallId call) {}

  private static CallRecord record(CallId id, @Nullable Object[] row) {
    return new CallRecord(
        id,
        CustomerId.of((String) row[0]),
        LineId.of((String) row[1]),
        Optional.ofNullable((String) row[2]).map(PhoneNumber::new),
        instant((String) row[3]),
        (String) row[4],
        Reason.of(ReasonCode.of((String) row[5]), texts((String) row[6])),
        Optional.ofNullable((String) row[7])
            .map(
                instruction ->
                    new GoverningInstruction(
                        InstructionId.of(instruction), ((Number) row[8]).intValue())),
        Optional.ofNullable((String) row[9]).map(Calls::instant));
  }

  private static Instant instant(String json) {
    return OffsetDateTime.parse(json.replace("\"", "")).toInstant();
  }

  private static Map<String, String> texts(String json) {
    try {
      return JSON.readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a column is not JSON of texts", e);
    }
  }
}
