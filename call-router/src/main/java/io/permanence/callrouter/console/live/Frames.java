package io.permanence.callrouter.console.live;

import io.permanence.callrouter.console.call.CallStateView;
import io.permanence.callrouter.console.call.CardView;
import io.permanence.callrouter.console.call.OfferReasonView;
import io.permanence.callrouter.console.presence.PresenceView;
import io.permanence.callrouter.console.task.TaskView;
import io.permanence.callrouter.console.team.TeamView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The messages from server to browser, one record each, as the contract's LiveMessage. */
final class Frames {
  private Frames() {}

  record Hello(
      String type,
      Instant serverTime,
      PresenceView presence,
      Optional<Offer> offer,
      Optional<CallStateView> call,
      Optional<CardView> card,
      Optional<TeamView> team,
      List<TaskView> tasks,
      Object figures) {}

  record PresenceChanged(String type, PresenceView presence) {
    PresenceChanged(PresenceView presence) {
      this("presence", presence);
    }
  }

  record Offer(
      String offerId,
      String callId,
      Instant offeredAt,
      Instant expiresAt,
      Instant waitingSince,
      String acceptance,
      CardView card,
      Optional<OfferReasonView> why) {}

  record Offered(String type, Offer offer) {
    Offered(Offer offer) {
      this("offer", offer);
    }
  }

  record OfferWithdrawn(String type, String offerId, String callId, String reason) {}

  record CardCompleted(String type, CardView card) {
    CardCompleted(CardView card) {
      this("card", card);
    }
  }

  record CallChanged(String type, CallStateView call) {
    CallChanged(CallStateView call) {
      this("call-state", call);
    }
  }

  record TeamChanged(String type, TeamView team) {
    TeamChanged(TeamView team) {
      this("team", team);
    }
  }

  record TasksChanged(String type, List<TaskView> tasks) {
    TasksChanged(List<TaskView> tasks) {
      this("tasks", tasks);
    }
  }

  record FiguresChanged(String type, Object figures) {
    FiguresChanged(Object figures) {
      this("figures", figures);
    }
  }

  record Notice(String type, String noticeId, String level, String code, Instant at) {}

  record SignedOut(String type, String reason) {
    SignedOut(String reason) {
      this("signed-out", reason);
    }
  }

  record Pong(String type, Instant sentAt) {
    Pong(Instant sentAt) {
      this("pong", sentAt);
    }
  }
}
