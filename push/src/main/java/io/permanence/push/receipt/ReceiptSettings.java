package io.permanence.push.receipt;

/**
 * Where receipts are taken.
 *
 * @param port 0 lets the system choose
 * @param secret of the gateway's account; receipts are signed under it
 */
public record ReceiptSettings(String host, int port, String secret) {
  @Override
  public String toString() {
    return "ReceiptSettings[" + host + ":" + port + "]";
  }
}
