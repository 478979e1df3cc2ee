package io.permanence.sync.plan;

import java.util.List;
import java.util.Optional;

/**
 * One page of an answer.
 *
 * @param nextPage where it goes on; empty on the last page
 * @param syncToken from where the next incremental synchronisation starts; on the last page only
 */
public record RemotePage(
    List<RemoteContact> contacts, Optional<String> nextPage, Optional<String> syncToken) {}
