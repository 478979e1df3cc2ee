package io.permanence.testing.standin.inbox;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page {@code /inbox}, newest message first. Every word that came with a message is escaped; an
 * e-mail's formatted version stands in a frame of its own that may run nothing.
 */
final class InboxPage {
  private final InboxWords words;
  private final ZoneId zone;
  private final @Nullable Channel chosen;
  private final StringBuilder html = new StringBuilder(8192);

  private InboxPage(InboxWords words, ZoneId zone, @Nullable Channel chosen) {
    this.words = words;
    this.zone = zone;
    this.chosen = chosen;
  }

  /**
   * @param messages oldest first, already those of the chosen channel
   */
  static String render(
      List<InboxMessage> messages, InboxWords words, ZoneId zone, @Nullable Channel chosen) {
    return new InboxPage(words, zone, chosen).page(messages.reversed());
  }

  private String page(List<InboxMessage> newestFirst) {
    html.append("<!doctype html><html lang=\"").append(words.code()).append("\"><head>");
    html.append("<meta charset=\"utf-8\"><title>").append(words.title).append("</title>");
    html.append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
    html.append("<link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"/inbox.css\">");
    html.append("<script src=\"/inbox.js\" defer></script></head><body>");
    header();
    html.append("<main id=\"messages\" aria-live=\"polite\">");
    if (newestFirst.isEmpty()) {
      html.append("<p class=\"empty\">").append(words.empty).append("</p>");
    }
    newestFirst.forEach(this::message);
    return html.append("</main></body></html>").toString();
  }

  private void header() {
    html.append("<header><h1>").append(words.title).append("</h1><p>");
    html.append(words.promise).append("</p><nav>");
    tab(null, words.all);
    for (Channel channel : Channel.values()) {
      tab(channel, words.of(channel));
    }
    InboxWords other = words == InboxWords.FR ? InboxWords.EN : InboxWords.FR;
    html.append("<a class=\"aside\" lang=\"").append(other.code()).append("\" href=\"");
    html.append(href(chosen, other)).append("\">").append(other.name()).append("</a>");
    html.append("<form method=\"post\" action=\"/inbox/clear\"><button>");
    html.append(words.clear).append("</button></form></nav></header>");
  }

  private void tab(@Nullable Channel channel, String label) {
    html.append("<a href=\"").append(href(channel, words)).append('"');
    html.append(channel == chosen ? " aria-current=\"page\">" : ">");
    html.append(label).append("</a>");
  }

  private static String href(@Nullable Channel channel, InboxWords language) {
    return "/inbox?lang="
        + language.code()
        + (channel == null ? "" : "&amp;channel=" + channel.word());
  }

  private void message(InboxMessage message) {
    html.append("<article id=\"m-").append(message.id()).append("\" class=\"");
    html.append(message.channel().word()).append("\"><p class=\"envelope\"><b>");
    html.append(words.one(message.channel())).append("</b> ").append(words.to).append(" <span>");
    html.append(escape(message.to())).append("</span>");
    if (message.from() != null) {
      html.append(' ').append(words.from).append(" <span>");
      html.append(escape(message.from())).append("</span>");
    }
    html.append("<time datetime=\"").append(message.at()).append("\">");
    html.append(words.time(zone).format(message.at())).append("</time></p>");
    if (message.subject() != null) {
      html.append("<h2>").append(escape(message.subject())).append("</h2>");
    }
    html.append("<p class=\"text\">").append(escape(message.text())).append("</p>");
    if (message.html() != null) {
      details(message, "html", words.formatted, frame(message));
    }
    if (message.raw() != null) {
      details(message, "raw", words.source, pre(message.raw()));
    }
    if (message.data() != null) {
      details(message, "data", words.details, pre(message.data().encodePrettily()));
    }
    html.append("</article>");
  }

  private void details(InboxMessage message, String kind, String label, String inside) {
    html.append("<details id=\"").append(kind).append('-').append(message.id());
    html.append("\"><summary>").append(label).append("</summary>").append(inside);
    html.append("</details>");
  }

  private String frame(InboxMessage message) {
    return "<iframe sandbox=\"\" loading=\"lazy\" title=\"%s\" src=\"/inbox/%s/html\"></iframe>"
        .formatted(words.formatted, message.id());
  }

  private static String pre(String text) {
    return "<pre tabindex=\"0\">" + escape(text) + "</pre>";
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
