package io.permanence.sync.plan;

import io.permanence.model.line.Windows.Span;
import java.util.List;

/** What to write of busy times. */
public record BusyChanges(List<Span> added, List<Span> removed) {}
