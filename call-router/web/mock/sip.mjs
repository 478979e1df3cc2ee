import WebSocket from "ws";

/** Says yes to every REGISTER, so that the browser's telephone can be looked at without Asterisk. */
export function answerRegister(socket) {
  socket.on("message", (data) => {
    const lines = data.toString().split("\r\n");
    if (!lines[0].startsWith("REGISTER")) return;
    const header = (name) => lines.filter((line) => line.toLowerCase().startsWith(`${name}:`));
    const contact = header("contact")[0];
    const answer = [
      "SIP/2.0 200 OK",
      ...header("via"),
      ...header("from"),
      ...header("to").map((to) => `${to};tag=mock`),
      ...header("call-id"),
      ...header("cseq"),
      contact.includes("expires=") ? contact : `${contact};expires=60`,
      "Content-Length: 0",
      "",
      "",
    ];
    socket.send(answer.join("\r\n"));
  });
}

/** Carries the frames to a real Asterisk and back. */
export function carryTo(address) {
  return (socket) => {
    const asterisk = new WebSocket(address, "sip");
    const early = [];
    asterisk.on("open", () => early.splice(0).forEach((text) => asterisk.send(text)));
    socket.on("message", (data) => {
      if (asterisk.readyState === WebSocket.OPEN) asterisk.send(data.toString());
      else early.push(data.toString());
    });
    asterisk.on("message", (data) => socket.send(data.toString()));
    asterisk.on("close", () => socket.close());
    socket.on("close", () => asterisk.close());
  };
}
