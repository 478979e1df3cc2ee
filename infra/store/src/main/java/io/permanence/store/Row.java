package io.permanence.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a native query, its columns by position from 0. A column that may be null is read with
 * {@link #maybe}; every other reader takes null for a mistake in the query.
 */
public final class Row {
  private final @Nullable Object[] cells;

  /** A row as {@link Tx#rows} gives it. */
  public Row(Object[] cells) {
    this.cells = cells;
  }

  /** How a column is read. */
  @FunctionalInterface
  public interface Reading<T> {
    /** The value of the column at this position. */
    T at(int column);
  }

  /** A column that may be null. */
  public <T> Optional<T> maybe(int column, Reading<T> reading) {
    return cells[column] == null ? Optional.empty() : Optional.of(reading.at(column));
  }

  /** A {@code text} column. */
  public String text(int column) {
    return requireNonNull(cells[column]).toString();
  }

  /** A {@code uuid} column. */
  public UUID uuid(int column) {
    return (UUID) requireNonNull(cells[column]);
  }

  /** An {@code int}, {@code bigint} or count column. */
  public long number(int column) {
    return ((Number) requireNonNull(cells[column])).longValue();
  }

  /** An {@code int} column. */
  public int whole(int column) {
    return Math.toIntExact(number(column));
  }

  /** A {@code boolean} column. */
  public boolean flag(int column) {
    return (Boolean) requireNonNull(cells[column]);
  }

  /** A {@code timestamptz} column. */
  public Instant instant(int column) {
    Object cell = requireNonNull(cells[column]);
    return cell instanceof OffsetDateTime time ? time.toInstant() : (Instant) cell;
  }

  /** A {@code time} column. */
  public LocalTime time(int column) {
    return (LocalTime) requireNonNull(cells[column]);
  }

  /** A {@code bytea} column. */
  public byte[] bytes(int column) {
    return (byte[]) requireNonNull(cells[column]);
  }

  /** A {@code text[]} column. */
  public List<String> texts(int column) {
    return List.of((String[]) requireNonNull(cells[column]));
  }
}
