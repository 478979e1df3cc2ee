package io.permanence.runtime.http;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * A request in a version of HTTP that there is not is the sender's mistake. Vert.x answers it with
 * 501 before anybody is asked, as if something here were missing; nothing else here ever says 501.
 */
@ChannelHandler.Sharable
final class UnknownVersion extends ChannelOutboundHandlerAdapter {
  private static final UnknownVersion ONE = new UnknownVersion();
  private static final String VERTX = "handler";

  private UnknownVersion() {}

  /** Sees to it that the connection says 400 instead. */
  static void refuse(HttpConnection connection) {
    if (connection instanceof ConnectionBase base) {
      base.channel().pipeline().addBefore(VERTX, UnknownVersion.class.getSimpleName(), ONE);
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise written)
      throws Exception {
    if (message instanceof HttpResponse response
        && response.status().equals(HttpResponseStatus.NOT_IMPLEMENTED)) {
      response.setStatus(HttpResponseStatus.BAD_REQUEST);
    }
    super.write(context, message, written);
  }
}
